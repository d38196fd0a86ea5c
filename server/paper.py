"""A ballot as it is cast over HTTP: all that a server ever sees of it, and nothing that says whose it is."""

from dataclasses import dataclass
from typing import Annotated

from facilitation.shapes import Allocation, Hash, Text, Version

CAST_BYTES = 1024
"""How long the body of every ballot is that a device casts."""


@dataclass(frozen=True, slots=True)
class Cast:
    """A ballot, with no identity. `nullifier`: the secret that was signed blind; `prefix`: the 32 random
    bytes before the message; `sig`: base64url (RFC 9474).

    `rev` rises with each change of mind; `allocation` replaces the one before. `pad` fills the body up
    to `CAST_BYTES`, so that no length tells how many options somebody marked.
    """

    nullifier: Hash
    prefix: Hash
    sig: Annotated[str, Text(1, 600)]
    rev: Version
    allocation: Allocation
    pad: Annotated[str, Text(0, CAST_BYTES)] = ""
