"""What comes before all else: the body of a request is taken in, whole and bounded, or refused.

Nobody is waited for without end, and nobody without a name fills more than a little memory
(OWASP ASVS 5.0, 4.2 and 15.2). The body is read before anything of ours runs.
"""

import io
import re
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from server.engines.patience import THROUGH

PICTURE_BYTES = 4 * 1_048_576
MOST_BYTES = 100_000
"""Of one body: an agenda of one's own has some ten thousand."""
MOST_LONG = 8
"""Long bodies at a time."""
PICTURES = re.compile(r"/api/workshops/[0-9a-f]{32}/pictures", re.ASCII)
"""Where a picture may be sent, by who has a token of a workshop: the one body that may be long."""
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


def fault(environ: dict[str, Any], most: int = MOST_BYTES) -> str | None:
    """What is wrong with the body that a request announces: a status, or nothing. `most`: bytes."""
    if environ.get("HTTP_TRANSFER_ENCODING"):
        return WANTED
    length = str(environ.get("CONTENT_LENGTH") or "0")
    if not LENGTH.fullmatch(length):
        return BAD
    return LONG if int(length) > most else None


def _taken_in(body: BinaryIO, length: int) -> bytes:
    """So many bytes of a body, or fewer when it was broken off."""
    try:
        return body.read(length) if length else b""
    except OSError:
        return b""


class Gate:
    """WSGI around the whole application."""

    def __init__(self, app: Wsgi, knows: Callable[[dict[str, Any]], bool] = lambda _environ: False) -> None:
        """`knows`: whether a request comes from somebody with a token."""
        self._app, self._knows = app, knows
        self._long = 0

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        status = fault(environ)
        if status != LONG or not self._may_be_long(environ):
            return self._answered(environ, start_response, status)
        self._long += 1
        try:
            return self._answered(environ, start_response, fault(environ, PICTURE_BYTES))
        finally:
            self._long -= 1

    def _may_be_long(self, environ: dict[str, Any]) -> bool:
        picture = environ.get("REQUEST_METHOD") == "POST" and PICTURES.fullmatch(str(environ.get("PATH_INFO")))
        return bool(picture) and self._long < MOST_LONG and self._knows(environ)

    def _answered(
        self, environ: dict[str, Any], start_response: Callable[..., Any], status: str | None
    ) -> Iterable[bytes]:
        length = 0
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
