"""The same people, by WebSocket and by polling, under every engine."""

import json
import socket
import struct
from urllib.parse import urlsplit

import pytest

from server.engines import ENGINES
from server.log import FIELDS
from tests import running, wire
from tests.server.conftest import FAST
from tests.server.test_carrier import Polling

RESET = struct.pack("ii", 1, 0)
UPGRADE = (
    b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)
BROKEN_OFF = {
    "nothing": b"",
    "in a line": b"GET /secretword HT",
    "in a head": b"GET /secretword HTTP/1.1\r\nHost: %s\r\nX-Secretword: ",
    "in an answer": b"GET /api/openapi.json?secretword HTTP/1.1\r\nHost: %s\r\n\r\n" * 20,
    "no HTTP at all": b"\x16\x03\x01secretword\r\n\r\n",
    "a version that there is not": b"GET /secretword HTTP/9.9\r\n\r\n",
    "in a body": b"POST /api/join HTTP/1.1\r\nHost: %s\r\nContent-Length: 50\r\n\r\nsecretword",
    "a poll of nobody": b"GET /socket.io/?EIO=4&transport=polling&sid=secretword HTTP/1.1\r\nHost: %s\r\n\r\n",
    "in a handshake": UPGRADE,
    "in a frame": UPGRADE + b"\x81\x8a",
    "after garbage": UPGRADE + b"\xffsecretword",
}


@pytest.fixture(scope="module", params=sorted(ENGINES))
def server(request, tmp_path_factory):
    """A server under this engine."""
    with running.servers(tmp_path_factory.mktemp("engines")) as start:
        yield start(**FAST, engine=request.param)


@pytest.fixture(scope="module")
def made(server):
    """A workshop on it."""
    made = wire.Made(server.url)
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


def reset(raw):
    """End a connection as a phone does that loses its network, or a program that is killed: not by a good-bye."""
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    raw.close()


def test_what_is_broken_off_harms_nobody_and_leaves_no_word_and_no_address_in_the_log(server, made):
    place, token, calm = urlsplit(server.url), made.token("Secretname"), made.participant()
    for words in BROKEN_OFF.values():
        for read in (False, True):
            raw = socket.create_connection((place.hostname, place.port))
            port = raw.getsockname()[1]
            raw.sendall(words.replace(b"%s", place.netloc.encode()))
            if read:  # what came before is read by then
                assert calm.do("Beat")
            reset(raw)
    line = made.line(token)
    line._socket.send('42["ask",{"command":"secretword"}]')
    reset(line._socket.sock)
    assert made.line(token).do("Beat")
    assert calm.do("Beat")
    log = server.log()
    assert [word for word in ("secret", "Secret", token, "127.0.0.1", str(port)) if word in log] == []
    assert all(set(json.loads(said)) <= FIELDS for said in log.splitlines())
