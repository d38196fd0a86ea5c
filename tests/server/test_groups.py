"""Groups: the same bytes for everybody in one, and nothing for those who left."""

import contextlib
import json
import socket
import zlib

import pytest

from server import frames
from server.groups import Groups, Shared
from server.line import Line
from server.whole import Whole


class Carrier:
    """What a group needs of a carrier: a line."""

    closed = False

    def __init__(self, *, deflates=False):
        self.ours, self.theirs = socket.socketpair()
        self.ours.setblocking(False)
        self.theirs.setblocking(False)
        self.line = Line(self.ours, 1000, deflates=deflates)

    def heard(self):
        with contextlib.suppress(BlockingIOError):
            return self.theirs.recv(65_536, socket.MSG_DONTWAIT)
        return b""

    def close(self):
        self.ours.close()
        self.theirs.close()


def message(data):
    """What a patch says, whether it came compressed or not."""
    payload = data[{126: 4, 127: 10}.get(data[1], 2) :]
    text = zlib.decompressobj(-15).decompress(payload + frames.TAIL) if data[0] & 0x40 else payload
    return json.loads(text.removeprefix(b'42["patch",').removesuffix(b"]"))


@pytest.fixture
def carriers():
    made = [Carrier(), Carrier(), Carrier(deflates=True)]
    yield made
    for one in made:
        one.close()


def test_everybody_in_a_group_gets_the_same_bytes_and_nobody_else_gets_any(carriers):
    groups, (one, other, outside) = Groups(), carriers
    groups.join("a", one)
    groups.join("a", other)
    groups.join("b", outside)
    groups.show({"from": 1, "set": {"x": 1}}, "a")
    assert one.heard() == other.heard() == frames.text(b'42["patch",{"from":1,"set":{"x":1}}]')
    assert not outside.heard()


def test_what_two_audiences_are_shown_with_the_same_change_is_encoded_and_compressed_once(carriers, monkeypatch):
    groups, (plain, _, folding) = Groups(), carriers
    groups.join("a", plain)
    groups.join("b", folding)
    change, made = {"card:x": {"text": "the sea " * 500}}, []
    monkeypatch.setattr("server.groups.Whole", lambda entries: made.append(entries) or Whole(entries))
    groups.show({"from": 1, "set": change, "gone": ()}, "a")
    groups.show({"from": 7, "set": change, "gone": ()}, "b")
    assert made == [change]
    assert message(plain.heard()) == {"from": 1, "gone": [], "set": change}
    assert message(folding.heard()) == {"from": 7, "gone": [], "set": change}
    groups.show({"from": 2, "set": {**change}, "gone": ()}, "a")
    assert made == [change, change]


def test_who_left_gets_nothing_more(carriers):
    groups, (one, other, _) = Groups(), carriers
    for carrier in (one, other):
        groups.join("a", carrier)
    groups.leave("a", one)
    groups.leave("nowhere", one)
    groups.show({"from": 1, "set": {}}, "a")
    assert other.heard()
    assert not one.heard()


def test_a_long_message_is_compressed_once_for_those_who_can_unfold_it(carriers):
    plain, _, folding = carriers
    shared = Shared("patch", {"text": "the sea " * 500})
    for one in (plain, folding):
        shared.to(one)
    long, short = plain.heard(), folding.heard()
    assert len(short) * 4 < len(long)
    assert short[0] & 0x40
    start = len(frames.head(len(short) - 4)) if len(short) < 65_536 else 10
    payload = zlib.decompressobj(-15).decompress(short[start:] + frames.TAIL)
    assert long.endswith(payload)
    assert shared.squeezed is shared.squeezed


def test_a_short_message_is_not_worth_it(carriers):
    *_, folding = carriers
    Shared("patch", {"x": 1}).to(folding)
    assert folding.heard() == frames.text(b'42["patch",{"x":1}]')
