"""Everything that can be asked of a workshop. One frozen dataclass for each command.

What comes over the wire is in `WIRE`; what only the server itself sends is in `INTERNAL`.
Every command may be sent twice (DESIGN 2.4). Commands about people (names, devices,
who is here) never touch the workshop: they stand in `server/people_commands.py`.

`run`: the run that the command was written for. `version`: the version it replaces.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, TypeAlias

from facilitation.agenda import CardKind
from facilitation.canvas_commands import AddItem, ChangeItem, Lock, Paint, Place, ReadOut, RemoveItem
from facilitation.shapes import (
    Allocation,
    CardText,
    Due,
    Hash,
    Id,
    Language,
    LineText,
    MaybeId,
    Name,
    Range,
    Reference,
    References,
    Title,
    Version,
    Word,
)
from facilitation.states import HideReason


class Way(StrEnum):
    """What to do about a result too close to call."""

    TAKE_BOTH = "take_both"
    RUN_OFF = "run_off"
    TALK = "talk"
    CHOOSE = "choose"


class ActionField(StrEnum):
    """The fields of an action that people change."""

    TEXT = "text"
    OWNER = "owner"
    DUE = "due"
    STATUS = "status"


# --- the phases -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StartWorkshop:
    """Open the first phase."""


@dataclass(frozen=True, slots=True)
class NextPhase:
    """Leave the run named. From an open ballot: close it in ten seconds; there `version`
    is the clock's, so that a press sent again after *keep open* closes nothing."""

    run: Id
    version: Version


@dataclass(frozen=True, slots=True)
class BackPhase:
    """Leave the run named, unrevealed, for an earlier phase (its position, from 0).

    `version` is the clock's: the run may be opened again, and this must not leave it twice.
    """

    run: Id
    phase: Annotated[int, Range(0, 100)]
    version: Version


@dataclass(frozen=True, slots=True)
class ExtendPhase:
    """Add seconds to the clock, or take some away."""

    run: Id
    version: Version
    seconds: Annotated[int, Range(-3600, 3600)]


@dataclass(frozen=True, slots=True)
class PausePhase:
    """Stop the clock."""

    run: Id
    version: Version


@dataclass(frozen=True, slots=True)
class ResumePhase:
    """Let the clock go on."""

    run: Id
    version: Version


@dataclass(frozen=True, slots=True)
class KeepBallotOpen:
    """Call back the closing of a ballot, while its ten seconds run."""

    run: Id
    version: Version


@dataclass(frozen=True, slots=True)
class EndWorkshop:
    """End the workshop. Reveals nothing. `run`: the run it ends in, or empty before the start."""

    run: MaybeId


@dataclass(frozen=True, slots=True)
class RenameWorkshop:
    """Give the workshop another title."""

    title: Title
    version: Version


@dataclass(frozen=True, slots=True)
class KeepFor:
    """Keep the workshop for so many days after its end."""

    days: Annotated[int, Range(1, 365)]
    version: Version


@dataclass(frozen=True, slots=True)
class DeleteWorkshop:
    """Delete this workshop, and all that was ever stored of it, now and for good.

    `workshop`: its id, so that a press that is sent again later never lands on another one.
    """

    workshop: Id


@dataclass(frozen=True, slots=True)
class TuckAway:
    """Fold the cards of a run that was shown, or unfold them. They stay in every view (E19)."""

    run: Id
    tucked: bool
    version: Version


@dataclass(frozen=True, slots=True)
class SlowRoom:
    """Slow the room down, or let it go on as before: one card every 20 seconds from each device (E34)."""

    slow: bool
    version: Version


@dataclass(frozen=True, slots=True)
class CloseDoor:
    """Close the door for everybody new, or open it. `version`: `door_version`."""

    closed: bool
    version: Version


# --- cards ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddCard:
    """Write a card. A kept worry is a caution whose `run` is the worry run. `language`: of its words, if said."""

    id: Id
    run: Id
    kind: CardKind
    verifier: Hash
    text: CardText
    signed: Name = ""
    target: Reference = ""
    language: Language = ""


@dataclass(frozen=True, slots=True)
class EditCard:
    """Change one's own card. `number` rises with each edit; `signed` may only become empty.

    `shown`: its writer saw it on the board. A change meant for an unseen card must not land
    on one that has come out since: alone and live it would unmask its writer (DESIGN 4).
    """

    id: Id
    key: Hash
    number: Version
    text: CardText
    signed: Name = ""
    shown: bool = False


@dataclass(frozen=True, slots=True)
class WithdrawCard:
    """Take back one's own card. `shown`: as in `EditCard`."""

    id: Id
    key: Hash
    shown: bool = False


@dataclass(frozen=True, slots=True)
class RewordCard:
    """Change the words of a card that is shown, as facilitator (E23)."""

    id: Id
    text: CardText
    version: Version


@dataclass(frozen=True, slots=True)
class HideCard:
    """Hide a card that is shown, for a reason that all may read, as facilitator (E33).

    `version`: the card's `hidden_version`.
    """

    id: Id
    reason: HideReason
    version: Version


@dataclass(frozen=True, slots=True)
class ShowCard:
    """Bring a hidden card back. `wording`: that of the hidden words which were read."""

    id: Id
    version: Version
    wording: Version


@dataclass(frozen=True, slots=True)
class FlagCard:
    """Ask those who lead to look at a card, in this wording. Nobody learns who asked."""

    id: Id
    wording: Version


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A card that somebody asked about has been looked at, and stays."""

    id: Id
    wording: Version


# --- groups ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddGroup:
    """Make a group."""

    id: Id
    run: Id
    name: Title


@dataclass(frozen=True, slots=True)
class RenameGroup:
    """Name a group."""

    id: Id
    name: Title
    version: Version


@dataclass(frozen=True, slots=True)
class RemoveGroup:
    """Unmake a group: its cards stand alone again."""

    id: Id


@dataclass(frozen=True, slots=True)
class MoveCard:
    """Put a card into a group, or (empty) let it stand alone. `version` is the card's `place`."""

    id: Id
    group: MaybeId
    version: Version


# --- weighing up and deciding ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SetShortlist:
    """Choose the options that are weighed and voted on."""

    options: References
    version: Version


@dataclass(frozen=True, slots=True)
class CallOffBallot:
    """Call off the open ballot of this run, so that it can be held anew. `version`: the clock's (E31)."""

    run: Id
    version: Version


@dataclass(frozen=True, slots=True)
class SettleTie:
    """Settle a result too close to call. `option` only with `choose`, after talking."""

    run: Id
    ballot: Id
    way: Way
    option: Reference = ""


@dataclass(frozen=True, slots=True)
class AddDecision:
    """Write down what the group decided."""

    id: Id
    run: Id
    text: CardText
    options: References = ()


@dataclass(frozen=True, slots=True)
class ChangeDecision:
    """Change the words of a decision."""

    id: Id
    text: CardText
    version: Version


@dataclass(frozen=True, slots=True)
class RemoveDecision:
    """Take a decision off the board."""

    id: Id


@dataclass(frozen=True, slots=True)
class AddAction:
    """Write down what somebody will do."""

    id: Id
    run: Id
    text: CardText
    owner: Name = ""
    due: Due = ""


@dataclass(frozen=True, slots=True)
class ChangeAction:
    """Change one field of an action; each field is shared by itself and has its own version."""

    id: Id
    field: ActionField
    value: LineText
    version: Version


@dataclass(frozen=True, slots=True)
class RemoveAction:
    """Take an action off the board."""

    id: Id


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """Fill in a field of the plan. `field`: its id in the plan template."""

    field: Word
    text: LineText
    version: Version


# --- what only the server sends -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OpenBallot:
    """Open a ballot for a confirmed number of seats; sent once the roll is durable."""

    run: Id
    ballot: Id
    seats: int
    public_key: str
    private_key: str


@dataclass(frozen=True, slots=True)
class WidenRoll:
    """A later arrival was let in: `seats` is the new number. `reissued`: as in `Ballot`."""

    ballot: Id
    seats: int
    reissued: int = 0


@dataclass(frozen=True, slots=True)
class CastBallot:
    """A ballot whose signature the server has checked. `nullifier`: its SHA-256."""

    ballot: Id
    nullifier: Hash
    rev: int
    allocation: Allocation


@dataclass(frozen=True, slots=True)
class CloseBallot:
    """Count and forget. Sent by the alarm, ten seconds after a person pressed Next."""

    run: Id


@dataclass(frozen=True, slots=True)
class StillUsed:
    """Somebody is in it on this day (`keeping.day_of`). `days`: how long it is kept, if nothing says so yet."""

    day: int
    days: int


@dataclass(frozen=True, slots=True)
class ReleaseBatch:
    """Show the unsigned cards of an open live run that have gathered. `tick` rises by one."""

    run: Id
    tick: int


@dataclass(frozen=True, slots=True)
class ShowChanges:
    """Show what writers have changed and taken back of unsigned cards that are out (`changes.py`)."""


WIRE: Mapping[str, type[Any]] = MappingProxyType(
    {
        command.__name__: command
        for command in (
            StartWorkshop,
            NextPhase,
            BackPhase,
            ExtendPhase,
            PausePhase,
            ResumePhase,
            KeepBallotOpen,
            EndWorkshop,
            RenameWorkshop,
            KeepFor,
            DeleteWorkshop,
            TuckAway,
            SlowRoom,
            CloseDoor,
            AddCard,
            EditCard,
            WithdrawCard,
            RewordCard,
            HideCard,
            ShowCard,
            FlagCard,
            LookedAt,
            AddGroup,
            RenameGroup,
            RemoveGroup,
            MoveCard,
            SetShortlist,
            CallOffBallot,
            SettleTie,
            AddDecision,
            ChangeDecision,
            RemoveDecision,
            AddAction,
            ChangeAction,
            RemoveAction,
            ChangePlan,
            Place,
            Paint,
            Lock,
            AddItem,
            ChangeItem,
            RemoveItem,
            ReadOut,
        )
    }
)
"""The commands that a client may ask for, by name."""

INTERNAL: Mapping[str, type[Any]] = MappingProxyType(
    {
        command.__name__: command
        for command in (OpenBallot, WidenRoll, CastBallot, CloseBallot, ReleaseBatch, ShowChanges, StillUsed)
    }
)
"""The commands that only the server sends, by name."""

Command: TypeAlias = (
    StartWorkshop
    | NextPhase
    | BackPhase
    | ExtendPhase
    | PausePhase
    | ResumePhase
    | KeepBallotOpen
    | EndWorkshop
    | RenameWorkshop
    | KeepFor
    | DeleteWorkshop
    | TuckAway
    | SlowRoom
    | CloseDoor
    | AddCard
    | EditCard
    | WithdrawCard
    | RewordCard
    | HideCard
    | ShowCard
    | FlagCard
    | LookedAt
    | AddGroup
    | RenameGroup
    | RemoveGroup
    | MoveCard
    | SetShortlist
    | CallOffBallot
    | SettleTie
    | AddDecision
    | ChangeDecision
    | RemoveDecision
    | AddAction
    | ChangeAction
    | RemoveAction
    | ChangePlan
    | Place
    | Paint
    | Lock
    | AddItem
    | ChangeItem
    | RemoveItem
    | ReadOut
    | OpenBallot
    | WidenRoll
    | CastBallot
    | CloseBallot
    | ReleaseBatch
    | ShowChanges
    | StillUsed
)
