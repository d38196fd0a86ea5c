"""Tickets: what we hand out to get it back ourselves. Nobody else can read, change or make one.

They stand for something for minutes only: who somebody is to their meeting program, while they wait for the
workshop to be opened; nothing of that is kept here meanwhile.
"""

import base64
from collections.abc import Callable, Mapping

import orjson
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MOST_LETTERS = 8_192
USE = b"folkmoot tickets"


class Tickets:
    """`secret`: the server's own, 32 bytes. `now`: milliseconds since 1970."""

    def __init__(self, secret: bytes, now: Callable[[], int]) -> None:
        key = HKDF(SHA256(), 32, salt=None, info=USE).derive(secret)
        self._fernet, self._now = Fernet(base64.urlsafe_b64encode(key)), now

    def seal(self, things: Mapping[str, str], lasting_ms: int) -> str:
        """A ticket that stands for these things for so long."""
        inside = orjson.dumps({"until": self._now() + lasting_ms, "things": dict(things)})
        return self._fernet.encrypt_at_time(inside, self._now() // 1000).decode()

    def opened(self, ticket: str) -> Mapping[str, str] | None:
        """What it stands for, or None: not ours, or too old."""
        if len(ticket) > MOST_LETTERS:
            return None
        try:
            inside = orjson.loads(self._fernet.decrypt(ticket.encode()))
        except (InvalidToken, UnicodeEncodeError):
            return None
        return inside["things"] if self._now() < inside["until"] else None
