"""Yjs documents as bytes: updates made by hand, as y-websocket and Hocuspocus speak of them.

Formats: the update encoding (version 1) of yjs 13, the messages of y-protocols 1, lib0's variable numbers.
"""

import json

from tests.load import frames
from tests.load.lines import address, card
from tests.load.member import Kind

SYNC, AUTH, SYNC_STATUS = 0, 2, 8
STEP_ONE, STEP_TWO, UPDATE = 0, 1, 2
ANY, WITH_KEY, STRING = 8, 0x20, 119
DOCUMENT = "board"
NOTHING_KNOWN = b"\x00"


def number(value):
    """lib0's varUint: seven bits to a byte, the lowest first."""
    found = bytearray()
    while value > 0x7F:
        found.append(0x80 | value & 0x7F)
        value >>= 7
    found.append(value)
    return bytes(found)


def counted(data):
    return number(len(data)) + data


def words(text):
    return counted(text.encode())


def update(client, clock, key, text):
    """One key set in the Y.Map "cards": a struct of one client, nothing deleted."""
    item = bytes((ANY | WITH_KEY, 1)) + words("cards") + words(key) + number(1) + bytes((STRING,)) + words(text)
    return number(1) + number(1) + number(client) + number(clock) + item + number(0)


class YWebsocket:
    """y-websocket: `tests/load/peers/ywebsocket.mjs`. Its answer to a command is the news of it."""

    opcode, echo, answers = frames.BINARY, True, False
    path = f"/{DOCUMENT}"
    pong = (b"", frames.PONG)
    head = b""
    first = ()

    def __init__(self, places):
        self._place = address(places[0])
        self._clocks = {}

    def address(self, _index):
        return self._place

    def greet(self, _index):
        """What one has (nothing) is said, and what is missing (the whole document) is waited for."""
        said = yield (*self.first, self.head + number(SYNC) + number(STEP_ONE) + counted(NOTHING_KNOWN))
        while not said.startswith(self.head + bytes((SYNC, STEP_TWO))):
            said = yield ()
        return len(said)

    def kind(self, payload):
        return Kind.NEWS if payload.startswith(self.head + bytes((SYNC, UPDATE))) else Kind.OTHER

    def command(self, sender, at, mark):
        """A new key in the map, by the sender's own Yjs client."""
        clock = self._clocks.get(sender, 0)
        self._clocks[sender] = clock + 1
        told = update(1000 + sender, clock, f"{at:032x}", json.dumps(card(sender, at, mark)))
        return self.head + number(SYNC) + number(UPDATE) + counted(told)


class Hocuspocus(YWebsocket):
    """Hocuspocus: `tests/load/peers/hocuspocus.mjs`. The same, after the document's name."""

    answers = True
    head = words(DOCUMENT)
    first = (head + number(AUTH) + number(0) + words("anybody") + words("4.7.0"),)

    def kind(self, payload):
        """As y-websocket; and a short word that an update was taken."""
        if payload.startswith(self.head + bytes((SYNC_STATUS,))):
            return Kind.ANSWER if payload.endswith(b"\x01") else Kind.REFUSED
        return super().kind(payload)
