"""The nouns of a workshop, frozen. A workshop is a set of small records, by kind and id.

Nothing here says who wrote what: a card carries the hash of an edit key that only
the writer's device holds (DESIGN 2.3). No record carries a time finer than its phase.
How records are put in, taken out and kept by key: `records.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitation.agenda import Agenda, CardKind, Phase
from facilitation.canvas import Item, Spot
from facilitation.marks import Change, Flag, Hidden
from facilitation.states import ActionStatus, BallotMethod, BallotState, HideReason, Outcome, Stage, State
from facilitation.table import Table


@dataclass(frozen=True, slots=True)
class Head:
    """The workshop itself. `run` and `worry_run` are run ids, or empty.

    `started_at`: milliseconds since 1970, in whole minutes, shown to facilitators only. `slow`: a device may send
    one card every 20 seconds. `door_closed`: nobody new may join. `keep_days`: how long it is
    kept after `used_on`, the day of its end or the last on which somebody was in it (`keeping.py`).
    `reading`: the card that is being read out to all, or empty.
    """

    id: str
    title: str
    agenda: Agenda
    title_version: int = 0
    state: State = State.WAITING
    run: str = ""
    worry_run: str = ""
    started_at: int = 0
    shortlist: tuple[str, ...] = ()
    shortlist_version: int = 0
    slow: bool = False
    slow_version: int = 0
    door_closed: bool = False
    door_version: int = 0
    keep_days: int = 0
    keep_version: int = 0
    used_on: int = 0
    reading: str = ""
    reading_version: int = 0


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock: one shared field with a version. All times in milliseconds since 1970.

    `left` counts while paused. `closing_at` is set while a ballot is about to close.
    """

    id: str = "clock"
    ends_at: int = 0
    paused: bool = False
    left: int = 0
    closing_at: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """One start of a phase. `revealed` only ever goes from false to true.

    `tick`: batches so far; `waited`: ticks for which unsigned cards have waited.
    """

    id: str
    phase: int
    stage: Stage
    round: int = 1
    open: bool = True
    revealed: bool = False
    ballot: str = ""
    tick: int = 0
    waited: int = 0
    tucked: bool = False
    tucked_version: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """One thought. `verifier`: SHA-256("card-edit" + workshop id + edit key), hexadecimal.

    `number` rises with each edit by its writer; `wording` is the version of the text
    that the facilitator's own edits carry; `place` that of `group`. `hidden`: why its words
    are in a `Hidden` record of the same id, and not here.
    """

    id: str
    run: str
    kind: CardKind
    verifier: str
    text: str
    signed: str = ""
    target: str = ""
    group: str = ""
    place: int = 0
    number: int = 0
    wording: int = 0
    released: bool = False
    late: bool = False
    hidden: HideReason = HideReason.NONE
    hidden_version: int = 0
    language: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Cards that belong together, with a name in a short sentence."""

    id: str
    name: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class Ballot:
    """One act of voting. The key pair is this ballot's own; the private half goes at close.

    `options`: references, frozen at opening. `totals`: dots by option; `voters`: people
    by option; both empty before close. `seats`: how many may vote. `taken`: what was an option
    when it opened and was hidden since (E31).
    `reissued`: how many seats were let in after as many had taken their ballot and lost their place.
    """

    id: str
    run: str
    method: BallotMethod
    options: tuple[str, ...]
    budget: int
    cap: int
    run_off: bool = False
    state: BallotState = BallotState.DRAFT
    seats: int = 0
    public_key: str = ""
    private_key: str = ""
    cast: int = 0
    totals: Mapping[str, int] = field(default_factory=dict)
    voters: Mapping[str, int] = field(default_factory=dict)
    tied: tuple[str, ...] = ()
    talked: bool = False
    outcome: Outcome = Outcome.NONE
    chosen: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    reissued: int = 0


@dataclass(frozen=True, slots=True)
class Vote:
    """A ballot as cast, under the hash of its nullifier; deleted when the ballot closes."""

    id: str
    ballot: str
    rev: int
    allocation: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Decision:
    """What the group decided; `options`: the references that it decided for."""

    id: str
    text: str
    options: tuple[str, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody will do. `due`: ISO date or empty. `versions`: one for each field."""

    id: str
    text: str
    owner: str = ""
    due: str = ""
    status: ActionStatus = ActionStatus.OPEN
    versions: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A field of the plan that people typed in themselves; `id` is the field's id."""

    id: str
    text: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class Gone:
    """The id that a withdrawn card or a removed group leaves behind (DESIGN 2.4)."""

    id: str


@dataclass(frozen=True, slots=True)
class Workshop:
    """A whole workshop: its records by key (`card:ID`), and the keys touched since `settled`."""

    head: Head
    clock: Clock = field(default_factory=Clock)
    runs: Table[Run] = field(default_factory=Table)
    cards: Table[Card] = field(default_factory=Table)
    groups: Table[Group] = field(default_factory=Table)
    ballots: Table[Ballot] = field(default_factory=Table)
    votes: Table[Vote] = field(default_factory=Table)
    decisions: Table[Decision] = field(default_factory=Table)
    actions: Table[Action] = field(default_factory=Table)
    plan: Table[PlanLine] = field(default_factory=Table)
    gone: Table[Gone] = field(default_factory=Table)
    pending: Table[Change] = field(default_factory=Table)
    hidden: Table[Hidden] = field(default_factory=Table)
    flags: Table[Flag] = field(default_factory=Table)
    spots: Table[Spot] = field(default_factory=Table)
    items: Table[Item] = field(default_factory=Table)
    touched: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def run(self) -> Run | None:
        """The run that is going on, or None before the start and after the end."""
        return self.runs.get(self.head.run)

    @property
    def phase(self) -> Phase | None:
        """The phase of the run that is going on."""
        return None if self.run is None else self.head.agenda.phases[self.run.phase]

    @property
    def revealed(self) -> frozenset[str]:
        """The ids of the runs whose cards everybody may see; it only grows."""
        return frozenset(run.id for run in self.runs.values() if run.revealed)


def is_out(workshop: Workshop, card: Card) -> bool:
    """Whether everybody may see the card: its run was revealed, or its batch released."""
    run = workshop.runs.get(card.run)
    return card.released or (run is not None and run.revealed)
