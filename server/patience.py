"""Patience with wrong codes: whoever tries many has to wait longer and longer.

It never stands in the way of a link: only codes that people type come here. Each kind of code
is counted by itself, so that wrong join codes in a school keep no facilitator from recovering.
"""

from dataclasses import dataclass, field
from time import monotonic

from flask import request

from server import transport
from server.limits import WrongCodes


@dataclass(frozen=True, slots=True)
class Patience:
    """`proxied`: a proxy stands before us, and its last word on who asks is believed."""

    proxied: bool
    wrong: WrongCodes = field(default_factory=lambda: WrongCodes(monotonic))

    def _who(self, kind: str) -> str:
        """Who asks for which kind of code; only ever kept as a keyed hash, in memory."""
        direct = request.remote_addr or ""
        forwarded = request.headers.get("X-Forwarded-For", "") if self.proxied else ""
        return f"{kind} {forwarded.rpartition(',')[2].strip() or direct}"

    def is_over(self, kind: str) -> bool:
        """Wait as long as earlier misses from here ask for; whether that is too long to wait."""
        delay = self.wrong.delay(self._who(kind))
        if delay >= self.wrong.most:
            return True
        transport.sleep(delay)
        return False

    def missed(self, kind: str) -> None:
        """A code from here was wrong."""
        self.wrong.missed(self._who(kind))
