"""WebSocket frames as pure bytes (RFC 6455, and RFC 7692 for compressed messages).

Nothing here knows a socket. Sent messages are always one frame; what is received may come in
parts, whose sum is bounded, as are their number and what a compressed message unfolds to.
"""

import zlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha1

MOST_PARTS = 64
COMPRESSED_FROM = 1_000
"""Bytes: below this, compressing saves nothing worth its time."""
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TAIL = b"\x00\x00\xff\xff"
LARGEST_CONTROL = 125


class Opcode(IntEnum):
    """What a frame holds (RFC 6455, 5.2)."""

    MORE = 0
    TEXT = 1
    BINARY = 2
    CLOSE = 8
    PING = 9
    PONG = 10


class Code(IntEnum):
    """Why a connection is closed (RFC 6455, 7.4.1)."""

    NORMAL = 1000
    GOING_AWAY = 1001
    PROTOCOL = 1002
    UNSUPPORTED = 1003
    NOT_TEXT = 1007
    TOO_BIG = 1009


class Broken(Exception):  # noqa: N818 - reads as what happened
    """The other side does not keep to the protocol, or sends too much: close with this code."""

    def __init__(self, code: Code) -> None:
        super().__init__(code.name)
        self.code = code


@dataclass(frozen=True, slots=True)
class Frame:
    """One message, or one control frame."""

    opcode: int
    payload: bytes


def accept_key(key: str) -> str:
    """The answer to a handshake's `Sec-WebSocket-Key` (RFC 6455, 4.2.2)."""
    return b64encode(sha1((key + GUID).encode(), usedforsecurity=False).digest()).decode()


def head(length: int, opcode: int = Opcode.TEXT, *, compressed: bool = False) -> bytes:
    """The first bytes of an unmasked frame that is the whole of its message."""
    first = 0x80 | (0x40 if compressed else 0) | opcode
    if length < 126:  # noqa: PLR2004 - RFC 6455, 5.2
        return bytes((first, length))
    if length < 65_536:  # noqa: PLR2004 - the same
        return bytes((first, 126)) + length.to_bytes(2)
    return bytes((first, 127)) + length.to_bytes(8)


def text(payload: bytes) -> bytes:
    """One text frame."""
    return head(len(payload)) + payload


def control(opcode: int, payload: bytes = b"") -> bytes:
    """One control frame; the payload has at most 125 bytes."""
    return head(len(payload), opcode) + payload


def closing(code: Code) -> bytes:
    """The frame that closes."""
    return control(Opcode.CLOSE, code.to_bytes(2))


def squeezed(piece: bytes) -> bytes:
    """A piece compressed by itself. Pieces joined, less the last `TAIL`, are one message.

    Each ends on a byte and refers to nothing before it, so one piece serves many messages.
    """
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH)


def compressed_text(*pieces: bytes) -> tuple[bytes, ...]:
    """One compressed text frame of pieces that `squeezed` made, as parts to write in order."""
    *others, last = pieces
    last = last.removesuffix(TAIL)
    length = sum(map(len, others)) + len(last)
    return (head(length, compressed=True), *others, last)


def unmasked(data: bytes | bytearray, mask: bytes) -> bytes:
    """Data XOR a mask of four bytes, as whole numbers: forty times as fast as byte by byte."""
    length = len(data)
    long_mask = (mask * (length // 4 + 1))[:length]
    return (int.from_bytes(data, "little") ^ int.from_bytes(long_mask, "little")).to_bytes(length, "little")


class Reader:
    """Takes bytes as they come and gives whole messages. `most`: bytes of one message, unfolded.

    `inflates`: whether compressed messages were agreed on. `parts`: of one message, at most.
    """

    def __init__(self, most: int, *, inflates: bool = False) -> None:
        self.most, self.parts = most, MOST_PARTS
        self._inflates = inflates
        self._buffer = bytearray()
        self._parts: list[bytes] = []
        self._opcode = 0
        self._length = 0
        self._folded = False

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Whole messages and control frames, in order. Raises: `Broken`."""
        self._buffer += data
        while (found := self._frame()) is not None:
            whole = self._joined(*found)
            if whole is not None:
                yield whole

    def _frame(self) -> tuple[int, bytes] | None:
        """The first byte and the payload of the next frame, once all of it is there."""
        buffer = self._buffer
        if len(buffer) < 2:  # noqa: PLR2004 - RFC 6455, 5.2
            return None
        first, length, start = buffer[0], buffer[1] & 0x7F, 6
        self._check(first, buffer[1])
        if length > LARGEST_CONTROL:
            wide = 2 if length == 126 else 8  # noqa: PLR2004 - the same
            if len(buffer) < 2 + wide:
                return None
            length, start = int.from_bytes(buffer[2 : 2 + wide]), 6 + wide
        # A control frame counts for itself: it may come between the parts of a message.
        if length + (0 if first & 8 else self._length) > self.most:
            raise Broken(Code.TOO_BIG)
        end = start + length
        if len(buffer) < end:
            return None
        payload = unmasked(buffer[start:end], bytes(buffer[start - 4 : start]))
        del buffer[:end]
        return first, payload

    def _check(self, first: int, second: int) -> None:
        opcode, final = first & 0x0F, first & 0x80
        folded = first & 0x40 and self._inflates and opcode in {Opcode.TEXT, Opcode.BINARY}
        if first & 0x30 or (first & 0x40 and not folded) or not second & 0x80:
            raise Broken(Code.PROTOCOL)
        if opcode >= Opcode.CLOSE:
            wrong = opcode > Opcode.PONG or not final or second & 0x7F > LARGEST_CONTROL
        else:
            # A part has to follow a part, and a new message may not begin within another.
            wrong = opcode > Opcode.BINARY or (opcode == Opcode.MORE) is not bool(self._opcode)
        if wrong:
            raise Broken(Code.PROTOCOL)

    def _joined(self, first: int, payload: bytes) -> Frame | None:
        """The message that this frame completes, or None while parts are missing."""
        opcode = first & 0x0F
        if opcode >= Opcode.CLOSE:
            return Frame(opcode, payload)
        if opcode != Opcode.MORE:
            self._opcode, self._folded = opcode, bool(first & 0x40)
        self._parts.append(payload)
        self._length += len(payload)
        if len(self._parts) > self.parts:
            raise Broken(Code.TOO_BIG)
        if not first & 0x80:
            return None
        whole = payload if len(self._parts) == 1 else b"".join(self._parts)
        found = Frame(self._opcode, self._inflated(whole) if self._folded else whole)
        self._parts, self._opcode, self._length = [], 0, 0
        return found

    def _inflated(self, payload: bytes) -> bytes:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            found = unpacker.decompress(payload + TAIL, self.most + 1)
        except zlib.error:
            raise Broken(Code.PROTOCOL) from None
        if len(found) > self.most:
            raise Broken(Code.TOO_BIG)
        return found
