"""The sockets: who is let in, what is refused, and that the connection stays."""

import json

import pytest
import requests
import websocket

from tests import wire


@pytest.fixture(scope="module", autouse=True)
def unnamed(server):
    """A socket that never names a token; it is opened first, so that its patience runs out while others are tested."""
    where = server.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    line = websocket.create_connection(where, timeout=20)
    yield line
    line.shutdown()


@pytest.mark.parametrize("token", ["0" * 64, "", "x", None, 7, ["a"], {"a": 1}])
def test_an_invented_token_is_refused_with_a_sentence_and_really_closed(server, token):
    where = server.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    line = websocket.create_connection(where, timeout=5)
    line.recv()
    line.send("40" + json.dumps({"token": token}))
    said = json.loads(line.recv()[2:])
    assert said["data"]["code"] == "bad_token"
    assert said["message"] == "This device is not in the workshop any more. Please join again."
    assert hangs_up(line)
    line.shutdown()


@pytest.mark.parametrize(("origin", "status"), [("https://elsewhere.example.org", 400), ("null", 400)])
def test_a_page_of_another_origin_opens_no_socket(server, origin, status):
    where = server.url + "/socket.io/?EIO=4&transport=polling"
    assert requests.get(where, headers={"Origin": origin}, timeout=5).status_code == status
    assert requests.get(where, headers={"Origin": server.url}, timeout=5).status_code == 200


def hangs_up(line):
    """Whether the server closes this connection before our patience ends."""
    try:
        while line.recv():
            pass
    except websocket.WebSocketTimeoutException:
        return False
    except (websocket.WebSocketException, OSError):
        return True
    return True


BAD = [
    (None, "unknown_command"),
    ("AddCard", "unknown_command"),
    ([], "unknown_command"),
    ({"command": "AddCard"}, "unknown_command"),
    ({"command": "Nonsense", "fields": {}}, "unknown_command"),
    ({"command": ["x"], "fields": {}}, "unknown_command"),
    ({"command": "CastBallot", "fields": {}}, "unknown_command"),
    ({"command": "AddCard", "fields": []}, "bad_field"),
    ({"command": "AddCard", "fields": None}, "bad_field"),
    ({"command": "AddCard", "fields": {"id": 7}}, "bad_field"),
    ({"command": "StartWorkshop", "fields": {"extra": 1}}, "bad_field"),
    ({"command": "RenameWorkshop", "fields": {"title": "x" * 201, "version": 0}}, "bad_field"),
    ({"command": "RenameWorkshop", "fields": {"title": "x", "version": "0"}}, "bad_field"),
    ({"command": "NextPhase", "fields": {"run": "f" * 32, "version": 0}}, "workshop_waiting"),
]


@pytest.mark.parametrize(("asked", "code"), BAD)
def test_bad_input_gets_a_sentence_changes_nothing_and_the_connection_stays(made, asked, code):
    line = made.facilitator()
    before = line.enter()["view"]
    answer = line.call("ask", asked)
    assert (answer["status"], answer["code"]) == ("refused", code)
    assert answer["say"].endswith(".")
    assert line.enter()["view"] == before


@pytest.mark.parametrize(
    "raw", ["42[]", "42{", "42[1]", '42["ask"', '451-["ask"]', "4", "49", '42["enter",{"a":"\\ud800"}]']
)
def test_broken_packets_do_not_end_the_connection(made, raw):
    line = made.facilitator()
    line._socket.send(raw)
    assert line.ask("Beat")["status"] == "ok"


def test_an_unknown_event_is_refused_and_what_is_no_moment_is_dropped(made):
    one, other = made.facilitator(), made.participant()
    assert one.call("nonsense", {})["code"] == "unknown_command"
    one.send("moment", {"x": 1})
    wire.marked(one, other)
    assert b"moment" not in bytes(other.heard)


def test_two_tabs_of_one_seat_hear_the_same(made):
    """E13: one device of the two writes, which the client decides; the server serves both."""
    facilitator, person = made.facilitator(), made.participant("Pat")
    tab = made.line(person.token)
    assert tab.entered["seat"] == person.entered["seat"]
    facilitator.do("RenameWorkshop", title="Both hear", version=0)
    for line in (person, tab):
        line.until(lambda view: view["workshop"]["title"] == "Both hear")
    tab.close()
    facilitator.do("RenameWorkshop", title="One hears", version=1)
    person.until(lambda view: view["workshop"]["title"] == "One hears")


def test_asks_of_one_device_keep_their_order(made):
    line = made.facilitator()
    answers = [line.later("RenameWorkshop", title=f"Title {n}", version=n) for n in range(30)]
    assert {answer.result(10)["status"] for answer in answers} == {"ok"}
    assert line.enter()["view"]["workshop"]["title"] == "Title 29"


def test_what_one_device_asks_too_fast_has_to_wait_and_nobody_else(start_server):
    server = start_server(rate=20, burst=2)
    made = wire.Made(server.url)
    line, calm = made.facilitator(), made.participant()
    answers = [line.later("Beat") for _ in range(30)]
    assert calm.do("Beat")
    assert not answers[-1].done()  # nobody else has to wait: this one asked later and is answered sooner
    assert {answer.result(10)["status"] for answer in answers} == {"ok"}
    made.close()


def test_no_socket_id_but_ones_own_is_ever_heard(made):
    one, other = made.facilitator(), made.participant()
    own = json.loads(bytes(one.heard).split(b"40", 1)[1].split(b"}")[0] + b"}")["sid"]
    one.do("ListDevices")
    wire.marked(one, other)
    assert own.encode() not in bytes(other.heard)
    assert bytes(one.heard).count(own.encode()) == 1


def test_who_names_no_token_is_not_kept_waiting_for_ever(unnamed):
    unnamed.recv()
    assert hangs_up(unnamed)


def test_e34_in_a_slowed_room_a_device_sends_one_card_in_twenty_seconds_and_no_word_is_lost(made):
    facilitator, person, other = made.facilitator(), made.participant("Pat"), made.participant("Cai")
    wire.to_stage(facilitator, "write")
    run = facilitator.run
    kind = facilitator.view["workshop"]["phases"][facilitator.view[f"run:{run}"]["phase"]]["cards"][0]
    facilitator.do("SlowRoom", slow=True, version=0)
    first, second = wire.card(run, kind, "first"), wire.card(run, kind, "second")
    person.until(lambda view: view["workshop"]["slow"] and view["workshop"]["run"] == run)
    person.do("AddCard", **first)
    assert person.ask("AddCard", **second)["code"] == "slow_room"
    person.do("AddCard", **first)  # sent again: it is there already
    other.do("AddCard", **wire.card(run, kind, "other"))
    again = made.line(person.token)
    assert again.ask("AddCard", **second)["code"] == "slow_room"
    facilitator.do("SlowRoom", slow=False, version=1)
    again.do("AddCard", **second)
