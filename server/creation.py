"""Who may make a workshop here: anyone at this computer, from elsewhere with the code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from server.addresses import Addresses, is_loopback
from server.secret import hash_of, heard, new_code, same, spelled
from server.settings import Settings
from server.shapes import Creation

ANYONE = "anyone"
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")


@dataclass(frozen=True, slots=True)
class Creators:
    """`code`: what is asked of those who come from elsewhere; made at start when none is set."""

    settings: Settings
    addresses: Addresses
    made: str = field(default_factory=lambda: spelled(new_code(8)))

    @property
    def code(self) -> str:
        """The code, or `anyone`."""
        return self.settings.creation_code or self.made

    def asked_of(self, environ: Mapping[str, Any]) -> Creation:
        """Whether this request needs the code.

        At this computer: the peer and the name it calls us are loopback, and no proxy stands
        between (a proxy on this computer makes the whole world look local).
        """
        if self.code == ANYONE:
            return Creation.ANYONE
        host = urlsplit(f"//{environ.get('HTTP_HOST', '')}").hostname or ""
        proxied = self.addresses.public_url or any(name in environ for name in FORWARDED)
        near = is_loopback(str(environ.get("REMOTE_ADDR", ""))) and is_loopback(host)
        return Creation.ANYONE if near and not proxied else Creation.CODE

    def may(self, environ: Mapping[str, Any], code: str) -> bool:
        """Whether a workshop may be made by this request."""
        if self.asked_of(environ) is Creation.ANYONE:
            return True
        return same(hash_of(heard(code)), hash_of(heard(self.code)))
