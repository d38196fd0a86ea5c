"""What processes that share their stores tell each other: that something moved, and who is connected.

No content, no author and no time goes this way: who hears a nudge reads the store.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

GONE = -1
"""Instead of the number of a save: the workshop was forgotten."""


class Moved(StrEnum):
    """What moved: a workshop, its people, or who of them is connected."""

    CONTENT = "content"
    PEOPLE = "people"
    ROOM = "room"


News: TypeAlias = Callable[[Moved, str, int], None]
"""Called with what moved, the workshop and its new number; an empty workshop: anything may have."""


@dataclass(frozen=True, slots=True)
class Here:
    """Who of a workshop is connected to one process, who waits there to be let in, and who asks for a talk:
    ids of places, and of seats."""

    places: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    talks: frozenset[str] = frozenset()


class Sharing(Protocol):
    """The other processes on the same stores. Every method but `listen` may raise `StoreError`."""

    def listen(self, news: News) -> None:
        """Call `news` when any process moved something. It may come from any thread, twice, or never."""

    def numbers(self, workshops: Sequence[str]) -> Mapping[str, tuple[int, int]]:
        """The revision of each workshop and of its people now; not there: no such workshop."""

    def wrote(self, workshop: str) -> int:
        """The number of this process's own last write of a workshop's people; 0 for none."""

    def call(self, workshop: str) -> None:
        """Say that who is connected has changed."""

    def meet(self, here: Mapping[str, Here], lasting_ms: int) -> Mapping[str, Here]:
        """Say who is connected to this process, and hear who is to all others. It counts for `lasting_ms`."""

    def pass_on(self, workshop: str, moments: bytes) -> None:
        """Let other processes hear moments (`server/moments.py`). They are stored nowhere, and may be lost."""

    def overhear(self, hear: Callable[[str, bytes], None]) -> None:
        """Call `hear` with a workshop and the moments that any process passes on. From any thread."""

    def epoch(self) -> str:
        """That of the store of workshops now (`Saved.epoch`)."""

    def claim(self, workshop: str, what: str, by: str) -> bool:
        """Whether `by` is the first to claim this, in any process; the same again is."""

    def first(self, mark: str, lasting_ms: int) -> bool:
        """Whether nobody has shown this mark for so long, in any process; now somebody has."""

    def leave(self, name: str, things: bytes, lasting_ms: int) -> None:
        """Keep this for so long, for any process to collect."""

    def collect(self, name: str) -> bytes | None:
        """What was left under this name, and nothing the next time."""

    def close(self) -> None:
        """Stop listening."""
