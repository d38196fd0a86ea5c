"""How the entry of each kind of record is made: what of a record anybody may see at all.

Who sees the entry is decided in `rules.SEES`, and read in `view`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from facilitation.agenda import Agenda
from facilitation.ballots import few_voted
from facilitation.canvas import Item, Spot
from facilitation.canvas_entries import ItemEntry, SpotEntry
from facilitation.entries import (
    ActionEntry,
    BallotEntry,
    CardEntry,
    DecisionEntry,
    Entry,
    FlagEntry,
    GroupEntry,
    HiddenEntry,
    PhaseEntry,
    PlanEntry,
    RunEntry,
    WorkshopEntry,
)
from facilitation.keeping import forgotten_on
from facilitation.marks import Flag, Hidden
from facilitation.states import BallotState, Outcome, State
from facilitation.time_entries import ClockEntry, KeepingEntry, TimingEntry
from facilitation.workshop import Action, Ballot, Card, Clock, Decision, Group, Head, PlanLine, Run, Workshop


def phase_entries(agenda: Agenda) -> tuple[PhaseEntry, ...]:
    """The phases of an agenda, in order; also for somebody who is still choosing one."""
    return tuple(
        PhaseEntry(
            phase.title,
            phase.kind,
            phase.hat,
            phase.minutes,
            phase.prompt,
            phase.visibility,
            phase.authorship,
            phase.cards,
            phase.ballot,
            phase.background,
        )
        for phase in agenda.phases
    )


def _workshop(workshop: Workshop, head: Head) -> WorkshopEntry:
    agenda = head.agenda
    worry_run = workshop.runs.get(head.worry_run)
    return WorkshopEntry(
        id=head.id,
        title=head.title,
        title_version=head.title_version,
        state=head.state,
        agenda=agenda.id,
        agenda_title=agenda.title,
        purpose=agenda.purpose,
        plan=agenda.plan,
        participants_may_export=agenda.participants_may_export,
        phases=phase_entries(agenda),
        run=head.run,
        worry_run=head.worry_run,
        keeping=worry_run is not None and worry_run.open,
        shortlist=head.shortlist,
        shortlist_version=head.shortlist_version,
        slow=head.slow,
        slow_version=head.slow_version,
        door_closed=head.door_closed,
        door_version=head.door_version,
        hidden=len(workshop.hidden),
        language=agenda.language,
        reading=head.reading,
        reading_version=head.reading_version,
    )


def _timing(_workshop_now: Workshop, head: Head) -> TimingEntry:
    return TimingEntry(head.started_at)


def _keeping(_workshop_now: Workshop, head: Head) -> KeepingEntry:
    return KeepingEntry(head.keep_days, head.keep_version, forgotten_on(head) if head.state is State.ENDED else 0)


def _clock(_workshop_now: Workshop, clock: Clock) -> ClockEntry:
    return ClockEntry(clock.ends_at, clock.paused, clock.left, clock.closing_at, clock.version)


def _run(_workshop_now: Workshop, run: Run) -> RunEntry:
    return RunEntry(
        run.id,
        run.phase,
        run.stage,
        run.round,
        run.open,
        run.revealed,
        run.ballot,
        run.tucked,
        run.tucked_version,
    )


def _card(_workshop_now: Workshop, card: Card) -> CardEntry:
    return CardEntry(
        card.id,
        card.run,
        card.kind,
        card.text,
        card.signed,
        card.target,
        card.group,
        card.place,
        card.wording,
        card.late,
        card.hidden,
        card.hidden_version,
        card.language,
    )


def _hidden(_workshop_now: Workshop, kept: Hidden) -> HiddenEntry:
    return HiddenEntry(kept.id, kept.text, kept.signed, kept.wording)


def _flag(_workshop_now: Workshop, flag: Flag) -> FlagEntry:
    return FlagEntry(flag.id, flag.wording)


def _group(_workshop_now: Workshop, group: Group) -> GroupEntry:
    return GroupEntry(group.id, group.name, group.version)


def _ballot(_workshop_now: Workshop, ballot: Ballot) -> BallotEntry:
    closed = ballot.state is BallotState.CLOSED
    few = few_voted(ballot)
    ranked = sorted(ballot.totals, key=lambda one: (-ballot.totals[one], one))
    talked_over = ballot.outcome is Outcome.CHOSEN
    return BallotEntry(
        id=ballot.id,
        run=ballot.run,
        method=ballot.method,
        options=ballot.options,
        budget=ballot.budget,
        cap=ballot.cap,
        run_off=ballot.run_off,
        state=ballot.state,
        seats=ballot.seats if closed else 0,
        public_key=ballot.public_key,
        cast=0 if few else ballot.cast,
        few=few,
        totals={} if few else ballot.totals,
        voters={} if few else ballot.voters,
        ranking=() if few else tuple(ranked),
        tied=() if few else ballot.tied,
        talked=ballot.talked,
        outcome=ballot.outcome,
        chosen=ballot.chosen if talked_over or not few else (),
        taken=ballot.taken,
        reissued=ballot.reissued if closed else 0,
    )


def _decision(_workshop_now: Workshop, decision: Decision) -> DecisionEntry:
    return DecisionEntry(decision.id, decision.text, decision.options, decision.version)


def _action(_workshop_now: Workshop, action: Action) -> ActionEntry:
    return ActionEntry(action.id, action.text, action.owner, action.due, action.status, action.versions)


def _plan(_workshop_now: Workshop, line: PlanLine) -> PlanEntry:
    return PlanEntry(line.id, line.text, line.version)


def _spot(_workshop_now: Workshop, spot: Spot) -> SpotEntry:
    return SpotEntry(
        spot.id,
        spot.placed,
        spot.x,
        spot.y,
        spot.version,
        spot.colour,
        spot.colour_version,
        spot.locked,
        spot.lock_version,
    )


def _item(_workshop_now: Workshop, item: Item) -> ItemEntry:
    return ItemEntry(
        item.id,
        item.kind,
        item.width,
        item.height,
        item.points,
        item.start,
        item.end,
        item.text,
        item.file,
        item.version,
    )


MAKERS: Mapping[str, Callable[[Workshop, Any], Entry]] = MappingProxyType(
    {
        "workshop": _workshop,
        "timing": _timing,
        "keeping": _keeping,
        "clock": _clock,
        "run": _run,
        "card": _card,
        "hidden": _hidden,
        "flag": _flag,
        "group": _group,
        "ballot": _ballot,
        "decision": _decision,
        "action": _action,
        "plan": _plan,
        "spot": _spot,
        "item": _item,
    }
)
"""How the entry of each kind is made from its record."""
