"""Keys, codes and tokens: made at random, kept as SHA-256 only, forgiving to type."""

import hashlib
import secrets
from collections.abc import Callable, Sequence
from typing import Any

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": ""})
JOIN_LENGTH = 8
RECOVERY_LENGTH = 16


def new_id() -> str:
    """A random 128-bit id, as 32 letters from 0 to f."""
    return secrets.token_hex(16)


class Drawn(Sequence[str]):
    """So many random ids, drawn when one is looked at: few commands need any."""

    __slots__ = ("_count", "_draw", "_ids")

    def __init__(self, count: int, draw: Callable[[], str] = new_id) -> None:
        self._count, self._draw = count, draw
        self._ids: tuple[str, ...] = ()

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - as a tuple's
        """The id at this place, the same each time."""
        if not self._ids:
            self._ids = tuple(self._draw() for _ in range(self._count))
        return self._ids[at]

    def __len__(self) -> int:
        return self._count


def new_key() -> str:
    """A random 256-bit key or token, as 64 letters from 0 to f."""
    return secrets.token_hex(32)


def new_code(length: int) -> str:
    """A random code of Crockford's 32 letters and digits, five bits each."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(length))


def spelled(code: str) -> str:
    """A code in groups of four, as people read it: `ABCD-EFGH`."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def heard(text: str) -> str:
    """A code as typed, forgiving `o`, `i`, `l`, case, spaces and hyphens."""
    return "".join(text.upper().split()).translate(_FORGIVEN)


def hash_of(secret: str) -> str:
    """What is kept of a key, code or token: its SHA-256, as 64 letters from 0 to f."""
    return hashlib.sha256(secret.encode()).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two hashes are equal, in a time that does not tell where they differ."""
    return secrets.compare_digest(one, other)
