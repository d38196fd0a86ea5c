"""What comes before all else: the body of a request is taken in, whole and bounded, or refused.

Nobody is waited for without end, and nobody without a name fills more than a little memory
(OWASP ASVS 5.0, 4.2 and 15.2). The body is read before anything of ours runs.
"""

import io
import re
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from server.engines.patience import THROUGH

MOST_BYTES = 100_000
"""Of one body: an agenda of one's own has some ten thousand."""
LENGTH = re.compile(r"[0-9]{1,12}", re.ASCII)
BAD, LONG, WANTED = "400 Bad Request", "413 Content Too Large", "411 Length Required"
SAYS = {
    BAD: b'{"code":"bad_request","say":"We could not read this request."}',
    LONG: b'{"code":"too_large","say":"This is more than we can take at once."}',
    WANTED: b'{"code":"no_length","say":"Please say how long this is."}',
}
STRICT = [
    ("Content-Type", "application/json"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-store"),
    ("Connection", "close"),
]
Wsgi = Callable[..., Iterable[bytes]]


def fault(environ: dict[str, Any]) -> str | None:
    """What is wrong with the body that a request announces: a status, or nothing."""
    if environ.get("HTTP_TRANSFER_ENCODING"):
        return WANTED
    length = str(environ.get("CONTENT_LENGTH") or "0")
    if not LENGTH.fullmatch(length):
        return BAD
    return LONG if int(length) > MOST_BYTES else None


def _taken_in(body: BinaryIO, length: int) -> bytes:
    """So many bytes of a body, or fewer when it was broken off."""
    try:
        return body.read(length) if length else b""
    except OSError:
        return b""


class Gate:
    """WSGI around the whole application."""

    def __init__(self, app: Wsgi) -> None:
        self._app = app

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        status, length = fault(environ), 0
        if status is None:
            length = int(environ.get("CONTENT_LENGTH") or "0")
            body = _taken_in(environ["wsgi.input"], length)
            environ["wsgi.input"] = io.BytesIO(body)
            environ.get(THROUGH, int)()
            status = BAD if len(body) < length else None
        if status is None:
            return self._app(environ, start_response)
        says = SAYS[status]
        start_response(status, [*STRICT, ("Content-Length", str(len(says)))])
        return [says]
