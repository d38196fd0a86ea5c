"""What keeps the pictures of workshops, beside their content: bytes by workshop and name, and nothing else.

No author, no time, no name that somebody gave a file. All calls block, as those of a store do.
"""

from collections.abc import Mapping
from typing import Protocol

MOST_PICTURES = 60
MOST_BYTES = 40 * 1_048_576
"""Of one workshop."""


class PictureStore(Protocol):
    """Every method may raise `store.Unavailable`."""

    def keep(self, workshop: str, picture: str, body: bytes) -> bool:
        """Keep a picture under a new name. Durable once answered. False: there is no room in this workshop for
        another one, or no such workshop. Raises: `OutcomeUnknown`, `DiskFailed`."""

    def read(self, workshop: str, picture: str) -> bytes | None:
        """The bytes, or None: no such picture."""

    def sizes(self, workshop: str) -> Mapping[str, int]:
        """The bytes of each picture of a workshop, by its name."""

    def workshops(self) -> list[str]:
        """The workshops that have pictures, in the order of their ids."""

    def drop(self, workshop: str, picture: str) -> None:
        """Leave no byte of it. Not there: nothing happens. Raises: as `keep`."""

    def forget(self, workshop: str) -> None:
        """Leave no byte of any picture of a workshop. Raises: as `keep`."""


def has_room(sizes: Mapping[str, int], body: bytes) -> bool:
    """Whether a workshop whose pictures are so large takes one more."""
    return len(sizes) < MOST_PICTURES and sum(sizes.values()) + len(body) <= MOST_BYTES
