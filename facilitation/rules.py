"""The two tables: who may do what in which phase, and what each audience sees.

Both say no to everything that does not stand in them. `update` reads the first,
`view` the second; no other place decides either.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from facilitation import canvas_commands as b
from facilitation import commands as c
from facilitation.agenda import NOT_CARDS, Authorship, CardKind
from facilitation.context import Role
from facilitation.refusals import Refusal, Refused, refused
from facilitation.states import Stage, State
from facilitation.workshop import Workshop

OPENER = frozenset({Role.FACILITATOR})
LEADERS = OPENER | {Role.COFACILITATOR}
EVERYBODY = LEADERS | {Role.PARTICIPANT}
ALARM = frozenset({Role.ALARM})

ALWAYS = frozenset(Stage)
PHASES = ALWAYS - {Stage.KEEP}
TOGETHER = frozenset({Stage.LIVE, Stage.READ})
WRITING = frozenset({Stage.WRITE, Stage.LIVE, Stage.KEEP})
VOTING = frozenset({Stage.VOTE})
RESULTS = frozenset({Stage.RESULT})

RUNNING = frozenset({State.RUNNING})
BEFORE_THE_END = frozenset({State.WAITING, State.RUNNING})
FROM_THE_START = frozenset({State.RUNNING, State.ENDED})
WHILE_KEPT = BEFORE_THE_END | {State.ENDED}


@dataclass(frozen=True, slots=True)
class May:
    """One line of the first table.

    `stages`: the stage of the run that the command names, or else of the run going on.
    `collects`: only in a phase that collects this. `at_once`: only where what people write shows at
    once, so that a hand that moves or draws tells nothing about who writes unseen.
    """

    who: frozenset[Role]
    stages: frozenset[Stage] = PHASES
    collects: CardKind | None = None
    when: frozenset[State] = RUNNING
    at_once: bool = False


MAY: Mapping[type[Any], May] = MappingProxyType(
    {
        # the phases
        c.StartWorkshop: May(LEADERS, when=BEFORE_THE_END),
        c.NextPhase: May(LEADERS | ALARM),
        c.BackPhase: May(LEADERS),
        c.ExtendPhase: May(LEADERS),
        c.PausePhase: May(LEADERS),
        c.ResumePhase: May(LEADERS),
        c.KeepBallotOpen: May(LEADERS, VOTING),
        c.EndWorkshop: May(OPENER, when=BEFORE_THE_END),
        c.RenameWorkshop: May(LEADERS, when=BEFORE_THE_END),
        c.KeepFor: May(OPENER, ALWAYS, when=WHILE_KEPT),
        c.DeleteWorkshop: May(OPENER, ALWAYS, when=WHILE_KEPT),
        c.TuckAway: May(LEADERS, ALWAYS),
        c.SlowRoom: May(LEADERS, when=BEFORE_THE_END),
        c.CloseDoor: May(LEADERS, when=BEFORE_THE_END),
        # cards
        c.AddCard: May(EVERYBODY, WRITING),
        c.EditCard: May(EVERYBODY),
        c.WithdrawCard: May(EVERYBODY),
        c.RewordCard: May(LEADERS),
        c.HideCard: May(LEADERS, when=FROM_THE_START),
        c.ShowCard: May(LEADERS, when=FROM_THE_START),
        c.FlagCard: May(frozenset({Role.PARTICIPANT})),
        c.LookedAt: May(LEADERS, when=FROM_THE_START),
        # groups
        c.AddGroup: May(EVERYBODY, TOGETHER, CardKind.THEME),
        c.RenameGroup: May(EVERYBODY, TOGETHER, CardKind.THEME),
        c.RemoveGroup: May(EVERYBODY, TOGETHER, CardKind.THEME),
        c.MoveCard: May(EVERYBODY, TOGETHER, CardKind.THEME),
        # weighing up and deciding
        c.SetShortlist: May(LEADERS),
        c.CallOffBallot: May(LEADERS, VOTING),
        c.SettleTie: May(LEADERS, RESULTS),
        c.AddDecision: May(EVERYBODY, TOGETHER, CardKind.DECISION),
        c.ChangeDecision: May(EVERYBODY, TOGETHER, CardKind.DECISION),
        c.RemoveDecision: May(EVERYBODY, TOGETHER, CardKind.DECISION),
        c.AddAction: May(EVERYBODY, TOGETHER, CardKind.ACTION),
        c.ChangeAction: May(EVERYBODY, TOGETHER, CardKind.ACTION),
        c.RemoveAction: May(EVERYBODY, TOGETHER, CardKind.ACTION),
        c.ChangePlan: May(EVERYBODY, TOGETHER, CardKind.ACTION),
        # the canvas
        b.Place: May(EVERYBODY, TOGETHER, at_once=True),
        b.Paint: May(EVERYBODY, TOGETHER, at_once=True),
        b.Lock: May(LEADERS),
        b.AddItem: May(EVERYBODY, TOGETHER, at_once=True),
        b.ChangeItem: May(EVERYBODY, TOGETHER, at_once=True),
        b.RemoveItem: May(EVERYBODY, TOGETHER, at_once=True),
        b.ReadOut: May(LEADERS),
        # what only the server sends
        c.OpenBallot: May(frozenset({Role.SERVER}), VOTING),
        c.WidenRoll: May(frozenset({Role.SERVER}), VOTING),
        c.CastBallot: May(frozenset({Role.VOTER}), VOTING),
        c.CloseBallot: May(ALARM, VOTING),
        c.ReleaseBatch: May(ALARM, frozenset({Stage.LIVE})),
        c.ShowChanges: May(ALARM),
        c.StillUsed: May(frozenset({Role.SERVER}), ALWAYS, when=WHILE_KEPT),
    }
)
"""Who may do what, in which stage of which phase."""

WRITES = (c.AddCard, c.AddGroup, c.AddDecision, c.AddAction, b.AddItem)
"""Commands that bring words for a run: when it is over, the words stay on the device."""

OTHER_STATE: Mapping[State, Refusal] = MappingProxyType(
    {
        State.WAITING: Refusal.WORKSHOP_WAITING,
        State.RUNNING: Refusal.SUPERSEDED,
        State.ENDED: Refusal.WORKSHOP_ENDED,
        State.DELETED: Refusal.NO_SUCH_WORKSHOP,
    }
)


def may(workshop: Workshop, command: c.Command, role: Role) -> Refused | None:
    """Why `role` may not ask this now, or None."""
    line = MAY.get(type(command))
    if line is None:
        return refused(Refusal.UNKNOWN_COMMAND)
    if role not in line.who:
        opener_may = role is Role.COFACILITATOR and Role.FACILITATOR in line.who
        return refused(Refusal.NOT_OPENER if opener_may else Refusal.WRONG_ROLE)
    if workshop.head.state not in line.when:
        return refused(OTHER_STATE[workshop.head.state])
    if workshop.head.state is not State.RUNNING:
        return None
    named = getattr(command, "run", workshop.head.run)
    run = workshop.runs.get(named)
    if run is None or not (run.open or isinstance(command, c.TuckAway)):
        over = Refusal.RUN_OVER if isinstance(command, WRITES) else Refusal.SUPERSEDED
        return refused(over)
    phase = workshop.head.agenda.phases[run.phase]
    if run.stage not in line.stages:
        return refused(Refusal.WRONG_PHASE)
    if line.at_once and batching(workshop):
        return refused(Refusal.WRONG_PHASE)
    if line.collects is not None and line.collects not in phase.cards:
        return refused(Refusal.WRONG_PHASE)
    return None


def batching(workshop: Workshop) -> bool:
    """Whether unsigned cards are gathering in an open live run, to be shown in batches."""
    run, phase = workshop.run, workshop.phase
    if run is None or phase is None or run.stage is not Stage.LIVE:
        return False
    takes_cards = any(kind not in NOT_CARDS for kind in phase.cards)
    return takes_cards and phase.authorship in {Authorship.UNSIGNED, Authorship.CHOICE}


def shows_at_once(workshop: Workshop) -> bool:
    """Whether what people write shows at once now: where a hand that points or draws tells nothing of who writes."""
    run = workshop.run
    together = run is not None and run.open and run.stage in TOGETHER
    return workshop.head.state is State.RUNNING and together and not batching(workshop)


UNSEEN = frozenset({Stage.WRITE, Stage.KEEP, Stage.CHECK})
"""The stages in which something is written that nobody else sees yet."""


def hides(workshop: Workshop) -> bool:
    """Whether something may be being written that nobody else sees yet."""
    return batching(workshop) or any(run.open and run.stage in UNSEEN for run in workshop.runs.values())


def may_export(role: Role, *, participants_may_export: bool) -> bool:
    """Whether this role may take the plan home: who leads always, others where the agenda says so."""
    return role in LEADERS or (participants_may_export and role is Role.PARTICIPANT)


class Audience(StrEnum):
    """Who looks. `screen`: the room's display. `record`: exports."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    SCREEN = "screen"
    RECORD = "record"


_NOBODY: frozenset[Audience] = frozenset()
_PEOPLE = frozenset({Audience.FACILITATOR, Audience.PARTICIPANT})
_PRESENT = _PEOPLE | {Audience.SCREEN}
_ALL = _PRESENT | {Audience.RECORD}

SEES: Mapping[tuple[str, bool], frozenset[Audience]] = MappingProxyType(
    {
        # (kind of entry, whether it is out)
        ("workshop", True): _ALL,
        ("timing", True): frozenset({Audience.FACILITATOR}),
        ("keeping", True): _PEOPLE,
        ("clock", True): _PRESENT,
        ("run", True): _ALL,
        ("card", True): _ALL,
        ("card", False): _NOBODY,
        ("hidden card", True): _PRESENT,
        ("hidden", True): frozenset({Audience.FACILITATOR}),
        ("flag", True): frozenset({Audience.FACILITATOR}),
        ("flag", False): _NOBODY,
        ("group", True): _ALL,
        ("ballot", True): _ALL,
        ("ballot", False): _PRESENT,
        ("vote", True): _NOBODY,
        ("vote", False): _NOBODY,
        ("decision", True): _ALL,
        ("action", True): _ALL,
        ("plan", True): _ALL,
        ("spot", True): _ALL,
        ("item", True): _ALL,
        ("gone", True): _NOBODY,
        ("change", True): _NOBODY,
    }
)
"""What each audience sees. A card is out when its run was revealed or its batch released;
a ballot when it is closed (before that it holds no totals); what somebody asked about a card, from
a tick on until who leads has looked. What is missing: nobody."""


def who_sees(kind: str, *, out: bool) -> frozenset[Audience]:
    """Who sees this kind of entry in this state. Default: nobody."""
    return SEES.get((kind, out), _NOBODY)
