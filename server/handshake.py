"""The opening handshake of a WebSocket (RFC 6455, 4.2), as pure as frames are."""

import binascii
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from server.frames import accept_key

KEY_BYTES = 16
DEFLATE = "permessage-deflate; server_no_context_takeover; client_no_context_takeover"
# What we can do without: a window of our choosing would mean to compress for that client alone.
REFUSED = ("server_max_window_bits",)


@dataclass(frozen=True, slots=True)
class Opening:
    """The bytes that answer a handshake, and whether messages may be compressed."""

    answer: bytes
    deflates: bool


def deflate_offered(extensions: str) -> bool:
    """Whether one of the offers is one that needs no window of its own (RFC 7692, 7.1)."""
    for offer in extensions.lower().split(","):
        name, *options = [part.strip() for part in offer.split(";")]
        if name == "permessage-deflate" and not any(one.startswith(REFUSED) for one in options):
            return True
    return False


def open_with(environ: Mapping[str, Any]) -> Opening | None:
    """The answer to a request to upgrade, from its WSGI environment; None: it is not a right one."""
    asked = {part.strip().lower() for part in str(environ.get("HTTP_CONNECTION", "")).split(",")}
    key = str(environ.get("HTTP_SEC_WEBSOCKET_KEY", ""))
    right = (
        environ.get("REQUEST_METHOD") == "GET"
        and "upgrade" in asked
        and str(environ.get("HTTP_UPGRADE", "")).lower() == "websocket"
        and environ.get("HTTP_SEC_WEBSOCKET_VERSION") == "13"
        and _is_key(key)
    )
    if not right:
        return None
    deflates = deflate_offered(str(environ.get("HTTP_SEC_WEBSOCKET_EXTENSIONS", "")))
    lines = [
        "HTTP/1.1 101 Switching Protocols",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Accept: {accept_key(key)}",
    ]
    if deflates:
        lines.append(f"Sec-WebSocket-Extensions: {DEFLATE}")
    return Opening("\r\n".join([*lines, "", ""]).encode(), deflates)


def _is_key(key: str) -> bool:
    try:
        return len(b64decode(key, validate=True)) == KEY_BYTES
    except (binascii.Error, ValueError):
        return False
