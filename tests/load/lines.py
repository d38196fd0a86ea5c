"""How to speak to each kind of server: what is said on coming in, how a command looks, and what an answer is.

A line has: `opcode`; `echo`, whether a sender hears its own command as news; `path`; `pong`;
`address(index)`; `greet(index)`, which yields what to say and is sent what came; `kind(payload)`;
`command(sender, number, mark)`, the payload of a command whose words hold the mark.
"""

import json
from urllib.parse import urlsplit

from tests.load import frames
from tests.load.member import Kind

WORDS = "Somebody to walk with along the front on Sundays, and a bench near the bus stop there. "


def address(url):
    parts = urlsplit(url)
    return parts.hostname, parts.port


def card(sender, number, mark):
    """A card as a plain board has it: about 230 bytes."""
    known = {"id": f"{number:032x}", "x": number % 100, "y": sender, "colour": "yellow", "text": WORDS, "version": 1}
    return {"token": mark, "kind": "card", **known}


class SocketIo:
    """Bare Socket.IO: `tests/load/peers/socketio.mjs`."""

    opcode, echo, answers = frames.TEXT, False, True
    path = "/socket.io/?EIO=4&transport=websocket"
    pong = (b"3", frames.TEXT)

    def __init__(self, places):
        self._place = address(places[0])

    def address(self, _index):
        return self._place

    def greet(self, _index):
        """Engine.IO opens, the namespace is joined, then the room; the board comes with the answer."""
        yield ()
        yield (b"40",)
        said = yield (b'421["enter"]',)
        while not said.startswith(b"431"):
            said = yield ()
        return said.count(b"~b")

    def kind(self, payload):
        if payload.startswith(b"42"):
            return Kind.NEWS
        if payload.startswith(b"43"):
            return Kind.ANSWER
        return Kind.PING if payload == b"2" else Kind.OTHER

    def command(self, sender, number, mark):
        return b'421["op",' + json.dumps(card(sender, number, mark), separators=(",", ":")).encode() + b"]"
