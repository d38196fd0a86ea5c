"""WebSocket frames as bytes (RFC 6455): asked for, sent masked as clients must, and cut out of what came."""

import base64
import secrets

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
FINAL = 0x80
MASK = bytes((0x37, 0xFA, 0x21, 0x3D))  # any mask will do; one for all is quick
_SHORT, _TWO_BYTES, _EIGHT_BYTES = 125, 126, 127


def upgrade(host, path):
    """The request that turns a connection into a WebSocket. No compression is offered."""
    key = base64.b64encode(secrets.token_bytes(16)).decode()
    lines = (
        f"GET {path} HTTP/1.1",
        f"Host: {host}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {key}",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


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
