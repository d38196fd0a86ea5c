"""WebSocket frames as bytes (RFC 6455): asked for, sent masked as clients must, and cut out of what came."""

import base64
import secrets
import zlib

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
FINAL, FOLDED = 0x80, 0x40
TAIL = b"\x00\x00\xff\xff"
OFFER = "permessage-deflate; client_max_window_bits"
EACH_FOR_ITSELF = b"server_no_context_takeover"
MASK = bytes((0x37, 0xFA, 0x21, 0x3D))  # any mask will do; one for all is quick
_SHORT, _TWO_BYTES, _EIGHT_BYTES = 125, 126, 127


def upgrade(host, path):
    """The request that turns a connection into a WebSocket. Compression is offered, as browsers do."""
    key = base64.b64encode(secrets.token_bytes(16)).decode()
    lines = (
        f"GET {path} HTTP/1.1",
        f"Host: {host}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {key}",
        f"Sec-WebSocket-Extensions: {OFFER}",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def accepted(head):
    """Whether this is the reply that opens a WebSocket.

    Raises: `ValueError` where messages would be compressed for each receiver by itself (RFC 7692, 7.1.1).
    """
    if b"permessage-deflate" in head and EACH_FOR_ITSELF not in head:
        raise ValueError("compressed for each receiver by itself: the crowd does not read that")
    return b" 101 " in head[:16]


def unfolded(payload):
    """A compressed message as it was."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(payload + TAIL)


def header(opcode, length, masked=0x80):
    if length <= _SHORT:
        return bytes((FINAL | opcode, masked | length))
    if length < 1 << 16:
        return bytes((FINAL | opcode, masked | _TWO_BYTES)) + length.to_bytes(2, "big")
    return bytes((FINAL | opcode, masked | _EIGHT_BYTES)) + length.to_bytes(8, "big")


def frame(payload, opcode=TEXT):
    """One whole frame from a client."""
    length = len(payload)
    mask = int.from_bytes((MASK * (length // 4 + 1))[:length], "little")
    hidden = (int.from_bytes(payload, "little") ^ mask).to_bytes(length, "little")
    return header(opcode, length) + MASK + hidden


def extent(data, at):
    """Where the payload of the frame at `at` begins and ends; (0, 0) while its header is not whole."""
    left = len(data) - at
    if left < 2:
        return 0, 0
    length = data[at + 1]
    if length <= _SHORT:
        return at + 2, at + 2 + length
    size = 2 if length == _TWO_BYTES else 8
    if left < 2 + size:
        return 0, 0
    begin = at + 2 + size
    return begin, begin + int.from_bytes(data[at + 2 : begin], "big")
