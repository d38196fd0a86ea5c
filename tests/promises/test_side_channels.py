"""Side channels that no other test is about: what goes beside a card, and could tell whose it is.

The whole table, with the test of each, is in CHANNELS.md.
"""

import json
import random
import secrets
import sqlite3
from copy import copy

import pytest
import requests
import websocket

from facilitation import commands as c
from facilitation.agenda import CardKind
from facilitation.cards import verifier_of
from facilitation.context import Role
from facilitation.room import Room, Seat, room_entry
from facilitation.workshop import Card
from server.api import CALLS
from server.people_commands import PEOPLE
from tests import wire
from tests.meeting import Meeting

FAST = {"people_tick_ms": 20, "sealed_tick_ms": 20, "batch_ms": 100, "room_tick_ms": 100, "rate": 1000, "burst": 1000}
GESTURES = ("cursor", "selection", "viewport", "typing", "drag", "lock", "reaction", "laser", "stroke", "undo")


@pytest.fixture
def server(start_server):
    return start_server(**FAST)


@pytest.fixture
def made(server):
    made = wire.Made(server.url)
    yield made
    made.close()


def written(server):
    """Every byte that the server has written: its data and its log."""
    files = [path for path in server.data.rglob("*") if path.is_file()]
    assert files
    return b"".join([*(path.read_bytes() for path in files), server.log().encode()])


def keyed(made, run, kind, text):
    """The fields of a new card, and the key that only its writer's device holds."""
    key = secrets.token_hex(32)
    return key, wire.card(run, kind, text) | {"verifier": verifier_of(made.id, key)}


# --- 1, 2: pointers, selections, typing


def test_no_pointer_no_selection_and_no_typing_reaches_anybody(made):
    facilitator, ana, ben = made.facilitator(), made.participant(), made.participant()
    for stage in ("live", "write"):
        wire.to_stage(facilitator, stage)
        wire.marked(facilitator, ana, ben)
        before = len(ben.frames)
        for gesture in GESTURES:
            ana.send("moment", {"kind": gesture, "x": 1, "card": "CANARY"})
            assert ana.call(gesture, {"x": "CANARY"})["code"] == "unknown_command"
        wire.marked(facilitator, ben)
        assert [frame for frame in ben.frames[before:] if not frame.get("room")] == ben.frames[-1:]
        assert b"CANARY" not in bytes(ben.heard)


def test_there_is_nothing_in_the_protocol_to_undo_or_to_look_back_with():
    for name in [*c.WIRE, *PEOPLE, *(call.name for call in CALLS)]:
        assert not [word for word in ("undo", "history", "typing", "cursor", "log") if word in name.lower()]


# --- 3: the order in which cards came


def ranks(found):
    place = {one: at for at, one in enumerate(sorted(found))}
    return [place[one] for one in found]


def correlation(sent, shown):
    """Spearman's, from -1 to 1: how far the order in which they are shown tells that in which they came."""
    n = len(sent)
    apart = sum((a - b) ** 2 for a, b in zip(ranks(sent), ranks(shown), strict=True))
    return 1 - 6 * apart / (n * (n * n - 1))


def test_the_order_in_which_cards_are_shown_tells_nothing_of_the_order_in_which_they_came():
    dice, found = random.Random(11), []
    start = Meeting().to("Ideas")
    for _ in range(1000):
        meeting = copy(start)
        ids = [f"{dice.getrandbits(128):032x}" for _ in range(8)]
        for one in ids:
            meeting.do(c.AddCard(one, meeting.run, CardKind.IDEA, "d" * 64, "idea"), Role.PARTICIPANT)
        meeting.next()
        shown = [key[5:] for key in meeting.seen() if key.startswith("card:")]
        found.append(correlation(range(8), [shown.index(one) for one in ids]))
    mean = sum(found) / len(found)
    # Without any tie to the order the mean has a spread of 1/sqrt(7000): this is five times that.
    assert abs(mean) < 0.06
    assert correlation(range(8), range(8)) == 1


# --- 6, 9: keys and ids before the reveal


def test_no_edit_key_is_kept_and_two_cards_of_one_person_share_nothing(server, made):
    facilitator, ana, ben = made.facilitator(), made.participant("Ana"), made.participant()
    wire.to_stage(facilitator, "write")
    ana.until(lambda view: view["workshop"]["run"] == facilitator.run)
    cards = [keyed(made, ana.run, "fact", text) for text in ("first words", "other words")]
    for key, fields in cards:
        ana.do("AddCard", **fields)
        ana.do("EditCard", id=fields["id"], key=key, number=1, text=fields["text"] + "!")
    wire.marked(facilitator, ben)
    kept, heard = written(server), bytes(ben.heard) + bytes(facilitator.heard) + server.log().encode()
    for key, fields in cards:
        assert fields["id"].encode() in kept
        assert key.encode() not in kept
        assert bytes.fromhex(key) not in kept
        assert fields["id"].encode() not in heard
        assert fields["verifier"].encode() not in heard
    with sqlite3.connect(server.data / "content.sqlite3") as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%body BLOB%'")]
        bodies = [bytes(body) for name in tables for (body,) in connection.execute(f"SELECT body FROM {name}")]  # noqa: S608 - our own names
    one, other = (json.loads(body)["card"] for body in bodies if body.startswith(b'{"card"'))
    plain = {"run", "kind", "number", "wording", "place", "group", "target", "signed", "released"}
    plain |= {"late", "language"}
    assert {name for name in one if one[name] == other[name]} <= plain | {"hidden", "hidden_version"}


# --- 16: who comes late, or again


def test_who_comes_late_sees_byte_for_byte_what_those_see_who_were_there(made):
    facilitator, ana = made.facilitator(), made.participant()
    wire.to_stage(facilitator, "write")
    ana.until(lambda view: view["workshop"]["run"] == facilitator.run)
    for n in range(4):
        ana.do("AddCard", **wire.card(ana.run, "fact", f"fact {n}"))
    wire.next_phase(facilitator)
    wire.marked(facilitator, ana)
    late = made.participant()
    assert json.dumps(late.view, sort_keys=True) == json.dumps(ana.view, sort_keys=True)
    keys = [key for key in late.entered["view"] if key.startswith("card:")]
    assert keys == sorted(keys)


# --- 17: small groups


@pytest.mark.parametrize("people", [2, 3, 4, 5])
def test_below_five_people_it_is_said_and_nothing_is_counted(people):
    seats = tuple(Seat(str(n), "", n == 0, here=True, done=True) for n in range(people))
    room = room_entry(Room(seats), exact=False)
    assert room.small is (people < 5)
    assert room.people == (5 if people == 5 else 0)
    assert (room.done, room.seats) == ("", ())


# --- 26: nothing is uploaded


def test_there_is_no_way_to_upload_a_file_with_what_stands_in_it_beside_the_picture(made):
    token = made.token()
    for call in CALLS:
        if call.method == "POST":
            path = call.path.replace("<workshop>", made.id).replace("<ballot>", "b" * 32)
            sent = requests.post(
                made.url + path,
                files={"file": ("photo.jpg", b"\xff\xd8 CANARY GPS 51.2 N", "image/jpeg")},
                headers={"Authorization": f"Bearer {token}"},
                timeout=5,
            )
            assert sent.status_code in {404, 409, 422}, call.name
    assert not [field for field in Card.__dataclass_fields__ if field in {"image", "file", "url", "picture"}]


# --- what a device calls the server


def test_what_a_device_calls_the_server_is_known_to_it_alone(server, made):
    facilitator, ben = made.facilitator(), made.participant()
    where = server.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    entered = []
    for host in (None, "10.99.88.77:8123"):
        line = websocket.create_connection(where, timeout=5, host=host, origin=host and f"http://{host}")
        line.recv()
        line.send("40" + json.dumps({"token": ben.token}))
        line.recv()
        line.send('420["enter",{}]')
        while not (said := line.recv()).startswith("430"):
            pass
        entered.append(json.loads(said[3:])[0]["data"])
        line.close()
    invitations = [one.pop("invitation") for one in entered]
    for one in entered:
        one.pop("now")
    assert entered[0] == entered[1]
    assert "10.99.88.77" in invitations[1]["url"]
    wire.marked(facilitator, ben)
    assert b"10.99.88.77" not in bytes(facilitator.heard) + bytes(ben.heard) + written(server)
