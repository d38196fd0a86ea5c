"""The headers of every response, errors and files too: strict, and made to be framed.

The policy allows our own files and nothing else, so that text of people can never run. There is
never an X-Frame-Options (meetings embed us; `frame-ancestors` decides) and never a cookie.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from server.hosts import HOSTS

HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")
HASHED = re.compile(r"^/static/assets/[^/]+-[\w-]{8}\.\w+$")
OF_HOST = re.compile(r"^/host/([a-z]+)(?:/|$)")
FOREVER = "public, max-age=31536000, immutable"
OURS = {
    "content-security-policy",
    "set-cookie",
    "x-frame-options",
    "cache-control",
    "server",
    "access-control-allow-origin",
}

Wsgi = Callable[..., Iterable[bytes]]


def policy(host: str, embed: tuple[str, ...]) -> str:
    """The Content-Security-Policy. `embed`: who may show us in a frame, as sources."""
    sockets = f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "font-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            f"connect-src 'self'{sockets}",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
            "require-trusted-types-for 'script'",
            f"frame-ancestors {' '.join(embed) or chr(39) + 'none' + chr(39)}",
        ]
    )


def framed_by(path: str, embed: tuple[str, ...]) -> tuple[str, ...]:
    """Who may show the page at this address in a frame: a meeting program its own page, whom the operator lets
    all others."""
    found = OF_HOST.match(path)
    host = HOSTS.get(found[1]) if found else None
    if host is None:
        return embed
    return (*host.ancestors, *(embed if host.own_origins else ()))


class Headers:
    """WSGI around everything: sets our headers and takes away what must not be there."""

    def __init__(
        self, app: Wsgi, may_open: Callable[[Mapping[str, Any]], bool], *, embed: tuple[str, ...], https: bool
    ) -> None:
        """`may_open`: whether a request may open a socket, by its environment."""
        self._app, self._may_open = app, may_open
        self._embed = embed
        self._https = https

    def _ours(self, environ: dict[str, Any], status: str) -> list[tuple[str, str]]:
        path = str(environ.get("PATH_INFO", ""))
        hashed = HASHED.match(path) and status.startswith("2")
        headers = [
            ("Content-Security-Policy", policy(str(environ.get("HTTP_HOST", "")), framed_by(path, self._embed))),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            (
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), clipboard-write=(self), fullscreen=(self)",
            ),
            ("Cache-Control", FOREVER if hashed else "no-store"),
        ]
        if self._https:
            headers.append(("Strict-Transport-Security", "max-age=31536000"))
        return headers

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        if str(environ.get("PATH_INFO")).startswith("/socket.io") and not self._may_open(environ):
            environ["QUERY_STRING"] = "transport=none"  # which the library refuses

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:  # noqa: ANN401 - WSGI
            kept = [(name, value) for name, value in headers if name.lower() not in OURS]
            return start_response(status, kept + self._ours(environ, status), *rest)

        return self._app(environ, start)
