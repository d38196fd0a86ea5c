"""A device on a virtual server: what it sends, and every byte that it gets, with its time."""

import json
from functools import partial

import orjson

from server.frames import Opcode, head
from server.jsonwire import encoded

MASK = b"\0\0\0\0"


def masked(opcode, payload):
    """A frame as a device sends it. The mask is all zeros, so the payload stands as it is."""
    first = bytearray(head(len(payload), opcode))
    first[1] |= 0x80
    return bytes(first) + MASK + payload


class Device:
    """One device of somebody. `heard`: all that came, as (time, what it came by, bytes)."""

    def __init__(self, server, name, workshop="", token="", seat=""):
        self.server, self.name, self.workshop = server, name, workshop
        self.token, self.seat = token, seat
        self.heard, self.replies = [], []
        self._answers, self._asked, self._lines, self._calls = {}, 0, 0, 0
        self._wire, self._buffer = None, bytearray()

    # --- the line ----------------------------------------------------------------------

    def connect(self):
        """Open a line, name the token, and enter."""
        self.hang_up()
        self._lines += 1
        self._buffer = bytearray()
        self._wire = self.server.connect(f"{self.name}'s line {self._lines}", partial(self._hear, self._lines))
        self._say(b"40" + orjson.dumps({"token": self.token}))
        return self.send("enter", {})

    def hang_up(self):
        """As a phone does that loses its network."""
        if self._wire is not None:
            self._wire.shutdown()
            self._wire = None

    def _say(self, payload):
        if self._wire is not None:
            self._wire.put(masked(Opcode.TEXT, payload))

    def send(self, event, data):
        """Emit; the number that its answer will have."""
        self._asked += 1
        self._say(b"42" + str(self._asked).encode() + encoded([event, data]))
        return self._asked

    def ask(self, command, fields):
        return self.send("ask", {"command": command, "fields": fields})

    def answer(self, number):
        """What was answered, or None while nothing was."""
        return self._answers.get(number)

    def _hear(self, number, time, data):
        self.heard.append((time, "line", data))
        if self._wire is None or number != self._lines:
            return
        self._buffer += data
        if self._buffer.startswith(b"HTTP/") and b"\r\n\r\n" in self._buffer:
            del self._buffer[: self._buffer.index(b"\r\n\r\n") + 4]
        while (frame := self._frame()) is not None:
            self._take(*frame)

    def _frame(self):
        buffer = self._buffer
        if len(buffer) < 2 or buffer.startswith(b"HTTP/"):
            return None
        wide = {126: 2, 127: 8}.get(buffer[1], 0)
        length = int.from_bytes(buffer[2 : 2 + wide]) if wide else buffer[1]
        if len(buffer) < 2 + wide + length:
            return None
        opcode, payload = buffer[0] & 0x0F, bytes(buffer[2 + wide : 2 + wide + length])
        del buffer[: 2 + wide + length]
        return opcode, payload

    def _take(self, opcode, payload):
        if opcode == Opcode.PING:
            self._wire.put(masked(Opcode.PONG, payload))
        elif payload == b"2":
            self._say(b"3")
        elif payload.startswith(b"43"):
            number, _, body = payload[2:].partition(b"[")
            self._answers[int(number)] = orjson.loads(b"[" + body)[0]

    # --- calls -------------------------------------------------------------------------

    def call(self, method, path, body=None, *, named=True):
        """A call over HTTP. `named`: with the token. Its reply comes last in `replies`."""
        self._calls += 1
        token = self.token if named else ""
        name = f"{self.name} calls {self._calls}"
        self.server.http(name, method, path, self._replied, body, token)

    def _replied(self, time, status, headers, body):
        said = json.dumps([status, headers]).encode()
        self.heard.append((time, "call", said + body))
        self.replies.append((status, body))

    @property
    def reply(self):
        """The last reply that was JSON, as it is."""
        return orjson.loads(self.replies[-1][1])
