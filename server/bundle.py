"""What is asked and replied when somebody goes on at another device: a sealed bundle, and whose place it is.

The bundle is encrypted on the first device, with a key that only the second one is given. It has one of two
sizes, whatever is in it.
"""

from dataclasses import dataclass
from typing import Annotated

from facilitation.shapes import Hash, Id, Pattern

SIZES = (16_384, 65_536)
"""Bytes of what is in a bundle, padded."""
BESIDE = 28
"""Bytes that encryption adds: 12 that are used once, 16 by which a change shows (AES-GCM)."""


def _letters(size: int) -> int:
    return ((size + BESIDE) * 4 + 2) // 3


LETTERS = "|".join(f"[A-Za-z0-9_-]{{{_letters(size)}}}" for size in SIZES)
Sealed = Annotated[str, Pattern(LETTERS, "a sealed bundle of one of two sizes")]
"""A bundle as base64url, without padding."""


@dataclass(frozen=True, slots=True)
class OfferMove:
    """First device: keep this for another device of mine, for five minutes. `id`: made from the code, as its key is."""

    id: Id
    sealed: Sealed


@dataclass(frozen=True, slots=True)
class TakeMove:
    """Second device: give me the bundle. It is given once."""

    id: Id


@dataclass(frozen=True, slots=True)
class FinishMove:
    """Second device, in the first one's name: I have everything. The place is mine from now on.

    `token_hash`: SHA-256 of the token that only the second device holds.
    """

    id: Id
    token_hash: Hash


@dataclass(frozen=True, slots=True)
class EndMove:
    """First device: call it off, unless it has happened."""

    id: Id


@dataclass(frozen=True, slots=True)
class Bundle:
    """The bundle that was left."""

    sealed: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Whether the place is on the other device now."""

    moved: bool
