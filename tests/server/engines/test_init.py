"""The same people, by WebSocket and by polling, under every engine."""

import json
import socket
from urllib.parse import urlsplit

import pytest

from server.engines import ENGINES
from tests import running, wire
from tests.server.conftest import FAST
from tests.server.test_carrier import Polling


@pytest.fixture(scope="module", params=sorted(ENGINES))
def made(request, tmp_path_factory):
    """A workshop on a server under this engine."""
    with running.servers(tmp_path_factory.mktemp("engines")) as start:
        made = wire.Made(start(**FAST, engine=request.param).url)
        yield made
        made.close()


def test_everybody_hears_what_is_written_and_a_poller_does_too(made):
    facilitator, person = made.facilitator(), made.participant("Pat")
    polling = Polling(made.url, made.token("Kim"))
    polling.ask(1, "enter", {})
    wire.to_stage(facilitator, "live")
    person.until(lambda view: view["workshop"]["run"])
    written = wire.card(facilitator.run, "note", "A kettle by the door", signed="Pat")
    assert person.ask("AddCard", **written)["status"] == "ok"
    facilitator.until(lambda view: f"card:{written['id']}" in view)
    while "A kettle by the door" not in polling.next():
        pass
    polling.http.close()


def test_asks_of_one_device_keep_their_order(made):
    line = made.facilitator()
    version = line.enter()["view"]["workshop"]["title_version"]
    answers = [line.later("RenameWorkshop", title=f"Title {n}", version=version + n) for n in range(50)]
    assert {answer.result(10)["status"] for answer in answers} == {"ok"}
    assert line.enter()["view"]["workshop"]["title"] == "Title 49"


def test_twenty_at_once_hear_the_same(made):
    facilitator = made.facilitator()
    people = [made.participant() for _ in range(20)]
    for one in people:
        one.later("Beat")
    wire.marked(facilitator, *people)
    assert len({json.dumps(one.view, sort_keys=True) for one in people}) == 1


def test_a_slow_sender_holds_up_nobody(made):
    """Half a request, for as long as it may take."""
    place = urlsplit(made.url)
    with socket.create_connection((place.hostname, place.port)) as slow:
        slow.sendall(b"POST /api/codes HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        assert made.participant().do("Beat")
