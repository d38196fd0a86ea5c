"""The shapes of what a view holds: one entry for each record that an audience may see.

A view is a map from key (`card:ID`) to entry. The generated TypeScript comes from here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from facilitation.agenda import Authorship, BallotPreset, CardKind, PhaseKind, Visibility
from facilitation.canvas import Background
from facilitation.canvas_entries import ItemEntry, SpotEntry
from facilitation.hats import Hat
from facilitation.states import ActionStatus, BallotMethod, BallotState, HideReason, Outcome, Stage, State
from facilitation.time_entries import ClockEntry, KeepingEntry, TimingEntry


@dataclass(frozen=True, slots=True)
class PhaseEntry:
    """A phase of the agenda. `minutes`: as planned."""

    title: str
    kind: PhaseKind
    hat: Hat
    minutes: int
    prompt: str
    visibility: Visibility
    authorship: Authorship
    cards: tuple[CardKind, ...]
    ballot: BallotPreset
    background: Background = Background.NONE


@dataclass(frozen=True, slots=True)
class WorkshopEntry:
    """Under `workshop`: what the workshop is and where it stands.

    `run`, `worry_run`: run ids or empty. `keeping`: a worry can be kept for later now.
    `slow`: one card every 20 seconds from each device. `hidden`: how many cards are hidden.
    `reading`: the card that is being read out, or empty.
    """

    id: str
    title: str
    title_version: int
    state: State
    agenda: str
    agenda_title: str
    purpose: str
    plan: str
    participants_may_export: bool
    phases: tuple[PhaseEntry, ...]
    run: str
    worry_run: str
    keeping: bool
    shortlist: tuple[str, ...]
    shortlist_version: int
    slow: bool = False
    slow_version: int = 0
    door_closed: bool = False
    door_version: int = 0
    hidden: int = 0
    language: str = "en"
    reading: str = ""
    reading_version: int = 0


@dataclass(frozen=True, slots=True)
class RunEntry:
    """Under `run:ID`. `phase`: its position in the agenda, from 0."""

    id: str
    phase: int
    stage: Stage
    round: int
    open: bool
    revealed: bool
    ballot: str
    tucked: bool
    tucked_version: int


@dataclass(frozen=True, slots=True)
class CardEntry:
    """Under `card:ID`, once it is out. `late`: it came after its kind had been shown (E03).

    `hidden`: why it has no words and no name here (E33).
    """

    id: str
    run: str
    kind: CardKind
    text: str
    signed: str
    target: str
    group: str
    place: int
    wording: int
    late: bool
    hidden: HideReason = HideReason.NONE
    hidden_version: int = 0
    language: str = ""


@dataclass(frozen=True, slots=True)
class HiddenEntry:
    """Under `hidden:ID`, facilitators only: the words of a hidden card."""

    id: str
    text: str
    signed: str
    wording: int


@dataclass(frozen=True, slots=True)
class FlagEntry:
    """Under `flag:ID`, facilitators only: somebody asked that this card be looked at."""

    id: str
    wording: int


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """Under `group:ID`."""

    id: str
    name: str
    version: int


@dataclass(frozen=True, slots=True)
class BallotEntry:
    """Under `ballot:ID`. `seats` (how many could vote), `reissued` (how many of these in place of
    a lost ballot), `cast`, `totals`, `voters` and `ranking`: nothing before it closes.

    `few`: fewer than three people voted, so nothing of how they did is there (E32e).
    `tied`: the options that are too close to call. `taken`: hidden since it opened (E31).
    """

    id: str
    run: str
    method: BallotMethod
    options: tuple[str, ...]
    budget: int
    cap: int
    run_off: bool
    state: BallotState
    seats: int
    public_key: str
    cast: int
    few: bool
    totals: Mapping[str, int]
    voters: Mapping[str, int]
    ranking: tuple[str, ...]
    tied: tuple[str, ...]
    talked: bool
    outcome: Outcome
    chosen: tuple[str, ...]
    taken: tuple[str, ...] = ()
    reissued: int = 0


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """Under `decision:ID`."""

    id: str
    text: str
    options: tuple[str, ...]
    version: int


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """Under `action:ID`. `versions`: by field; a field that is missing has version 0."""

    id: str
    text: str
    owner: str
    due: str
    status: ActionStatus
    versions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """Under `plan:FIELD`: what people typed into a field of the plan."""

    id: str
    text: str
    version: int


Entry: TypeAlias = (
    WorkshopEntry
    | TimingEntry
    | KeepingEntry
    | ClockEntry
    | RunEntry
    | CardEntry
    | HiddenEntry
    | FlagEntry
    | GroupEntry
    | BallotEntry
    | DecisionEntry
    | ActionEntry
    | PlanEntry
    | SpotEntry
    | ItemEntry
)

ENTRIES: Mapping[str, type[Any]] = MappingProxyType(
    {
        "workshop": WorkshopEntry,
        "timing": TimingEntry,
        "keeping": KeepingEntry,
        "clock": ClockEntry,
        "run": RunEntry,
        "card": CardEntry,
        "hidden": HiddenEntry,
        "flag": FlagEntry,
        "group": GroupEntry,
        "ballot": BallotEntry,
        "decision": DecisionEntry,
        "action": ActionEntry,
        "plan": PlanEntry,
        "spot": SpotEntry,
        "item": ItemEntry,
    }
)
"""Each kind of entry by the part of its key before the colon."""
