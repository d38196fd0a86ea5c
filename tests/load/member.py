"""One socket of the crowd: how far it has come, and the frames in what it receives."""

from collections import deque
from enum import Enum, auto

from tests.load import frames


class Stage(Enum):
    """How far a socket has come."""

    CONNECTING = auto()
    UPGRADING = auto()
    GREETING = auto()
    READY = auto()
    GONE = auto()


class Kind(Enum):
    """What a frame is to the crowd. `PING` is the program's own; `PROOF` the protocol's, to be sent back as it is."""

    NEWS = auto()
    ANSWER = auto()
    REFUSED = auto()
    PING = auto()
    PROOF = auto()
    OTHER = auto()


class Member:
    """One socket. `asked`: when each command went out that has no answer yet."""

    __slots__ = ("asked", "greeting", "have", "index", "need", "out", "parts", "sock", "stage", "take", "view")

    def __init__(self, index, sock):
        self.index, self.sock, self.take = index, sock, sock.recv_into
        self.stage = Stage.CONNECTING
        self.parts, self.have, self.need, self.out = [], 0, 0, bytearray()
        self.asked, self.greeting, self.view = deque(), None, None

    def cut(self, data):
        """The whole frames in what came, as opcode (with `frames.FOLDED` where compressed) and payload; the
        rest is kept for the next time."""
        if self.parts:
            self.parts.append(data)
            self.have += len(data)
            if self.have < self.need:
                return
            data, self.parts = b"".join(self.parts), []
        at, length = 0, len(data)
        while at < length:
            begin, end = frames.extent(data, at)
            if not begin or end > length:
                self.parts, self.have = [data[at:]], length - at
                self.need = end - at if begin else self.have + 1
                return
            yield data[at] & (15 | frames.FOLDED), data[begin:end]
            at = end
