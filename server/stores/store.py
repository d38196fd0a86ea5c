"""What a store of workshops is: the contract that every one of them keeps.

A store keeps the newest state of each workshop and how to get in. It keeps no log of
operations, no author and no time of its own (DESIGN 2.4, 5 and 7). All calls block and
may come from any thread; the desk makes them off the event loop.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from facilitation.records import Record
from facilitation.states import State

Changes: TypeAlias = Mapping[str, Record | None]
"""Records by key (`card:ID`); None where a record goes."""

Numbers: TypeAlias = Mapping[str, int]
"""The number of each audience's view, by the audience's name."""

Nudge: TypeAlias = Callable[[str, int], None]
"""Called with a workshop's id and its new revision; it carries no content."""


class StoreError(Exception):
    """Something about the store went wrong; its text is a sentence for the operator."""


class CannotOpen(StoreError):  # noqa: N818 - reads as what happened
    """The store cannot be used at all: shown at start-up."""


class Unavailable(StoreError):  # noqa: N818
    """For certain nothing was saved (disk full, say). Trying again later may help."""


class OutcomeUnknown(StoreError):  # noqa: N818
    """The save may have happened or not: ask `outcome` with its mark before answering."""


class DiskFailed(StoreError):  # noqa: N818
    """The disk did not confirm what was written. What it holds is only known after a new start:
    the kernel reports a failed fsync once, and the next one may succeed although nothing was kept
    (PostgreSQL's lesson of 2018). So nothing more is written, and the server has to end."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """The ways in that live as long as the workshop does. Hashes: SHA-256, hexadecimal.

    `join_code`: in the clear, since everybody inside may see it and pass it on.
    """

    facilitator_hash: str
    recovery_hash: str
    join_code: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A whole workshop as saved. `rev` never leaves the server.

    `epoch`: another one than before means that the store may have been set back, and
    that devices should offer again what they sent in the last minute.
    """

    records: Mapping[str, Record]
    rev: int
    numbers: Numbers
    epoch: str


@dataclass(frozen=True, slots=True)
class Save:
    """What to save, given that the store's revision still is `after`. `mark`: random.

    `epoch`: the one that the workshop was loaded in; a store that was set back since then answers
    `Conflict`. `lease`: whoever asks with one is let through alone for a moment after a conflict.
    Both may be empty, and mean nothing where only one process saves.
    """

    workshop: str
    changes: Changes
    after: int
    numbers: Numbers
    mark: str
    epoch: str = ""
    lease: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """What others saved since a revision, as one difference up to `rev`. `epoch`: as in `Saved`,
    empty where it is still the same."""

    changes: Changes
    rev: int
    numbers: Numbers
    epoch: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else saved first: nothing of this was saved. `rev`: the store's, 0 for none."""

    rev: int


class Store(Protocol):
    """Workshops by id. Every method may raise `Unavailable`."""

    def create(self, workshop: str, changes: Changes, credentials: Credentials) -> int | Conflict:
        """Keep a new workshop; its revision is 1, its numbers are empty.

        `Conflict` where the id or the join code is taken.
        Raises: `codec.BadRecord`, also when there is no head among the records.
        """

    def load(self, workshop: str) -> Saved | None:
        """The whole workshop, or None. Raises: `codec.BadRecord` for damaged data."""

    def save(self, save: Save) -> int | Conflict:
        """Save all of it or nothing. Answers the new revision, and only once it is durable.

        Raises: `codec.BadRecord`, `OutcomeUnknown`, `DiskFailed`.
        """

    def save_many(self, saves: Sequence[Save]) -> list[int | Conflict]:
        """Several workshops' saves in one go (group commit); one answer for each, in order.

        A `Conflict` of one does not keep the others. Raises: as `save`, for all of them.
        """

    def probe(self) -> None:
        """Write something that changes nothing. Raises: as `save`, while nothing can be saved."""

    def outcome(self, workshop: str, mark: str) -> int | None:
        """The revision that the save with this mark made, or None: it was not saved.

        Known at least until the next save of that workshop.
        """

    def changes_since(self, workshop: str, rev: int) -> Changed | None:
        """What was saved after `rev`, or None: load the whole."""

    def watch(self, nudge: Nudge) -> Callable[[], None]:
        """Call `nudge` after each save by anybody; answers a function that stops it.

        Nudges may come from any thread, twice, or late.
        """

    def credentials(self, workshop: str) -> Credentials | None:
        """The ways in, or None: no such workshop."""

    def set_recovery(self, workshop: str, recovery_hash: str) -> bool:
        """Replace the recovery code's hash. False: no such workshop."""

    def find_code(self, join_code: str) -> str | None:
        """The id of the workshop with this join code (8 capitals and digits), or None."""

    def bind(self, meeting: str, workshop: str, instead_of: str = "") -> str:
        """Let this workshop be the one of a meeting (a hash), and of no other meeting any more; answers whose the
        meeting is now: another's that had it before, but for `instead_of`. Empty: no such workshop."""

    def find_meeting(self, meeting: str) -> str | None:
        """The id of the workshop that this meeting is bound to, or None."""

    def ids(self, state: State | None = None) -> list[str]:
        """The ids of all workshops, or of those in one state; in the order of the ids."""

    def overdue(self, day: int) -> Mapping[str, int]:
        """The workshops to be forgotten by this day (`facilitation.keeping`), each with its own day: 1 where
        somebody deleted it, 0 where an older server set none."""

    def forget(self, workshop: str) -> None:
        """Leave no byte of it. Not there: nothing happens.

        Where that cannot be finished at once (something reads the file, Redis is busy), `settle` goes on with it.
        """

    def settle(self) -> bool:
        """Go on with what forgetting left to do, also before a crash; whether nothing is left. Call it until then."""

    def close(self) -> None:
        """Let go of files and connections."""
