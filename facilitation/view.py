"""`view`: the one door out. Every byte of content that leaves is made from here.

The second table of `rules` decides who sees what; a view is a map of small entries, so
that the difference between two views can be found from the records that were touched.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from facilitation.context import Role
from facilitation.entries import (
    ActionEntry,
    BallotEntry,
    CardEntry,
    ClockEntry,
    DecisionEntry,
    Entry,
    GroupEntry,
    PhaseEntry,
    PlanEntry,
    RunEntry,
    TimingEntry,
    WorkshopEntry,
)
from facilitation.patch import Patch
from facilitation.room import Room, RoomEntry, room_entry
from facilitation.rules import Audience, sees
from facilitation.workshop import (
    Action,
    Ballot,
    BallotState,
    Card,
    Clock,
    Decision,
    Group,
    Head,
    PlanLine,
    Record,
    Run,
    Workshop,
    is_out,
    record_at,
    records,
)

FEW = 3
"""With fewer voters than this, totals would tell who voted how (E32e)."""

AUDIENCE_OF: Mapping[Role, Audience] = MappingProxyType(
    {
        Role.FACILITATOR: Audience.FACILITATOR,
        Role.PARTICIPANT: Audience.PARTICIPANT,
        Role.SCREEN: Audience.SCREEN,
    }
)


@dataclass(frozen=True, slots=True)
class View:
    """What an audience sees: entries by key, and the room as far as it may know it."""

    entries: Mapping[str, Entry]
    room: RoomEntry


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
        phases=tuple(
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
            )
            for phase in agenda.phases
        ),
        run=head.run,
        worry_run=head.worry_run,
        keeping=worry_run is not None and worry_run.open,
        shortlist=head.shortlist,
        shortlist_version=head.shortlist_version,
    )


def _timing(_workshop_now: Workshop, head: Head) -> TimingEntry:
    return TimingEntry(head.started_at)


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
    )


def _group(_workshop_now: Workshop, group: Group) -> GroupEntry:
    return GroupEntry(group.id, group.name, group.version)


def _ballot(_workshop_now: Workshop, ballot: Ballot) -> BallotEntry:
    closed = ballot.state is BallotState.CLOSED
    few = closed and ballot.cast < FEW
    ranked = sorted(ballot.totals, key=lambda one: (-ballot.totals[one], one))
    return BallotEntry(
        id=ballot.id,
        run=ballot.run,
        method=ballot.method,
        options=ballot.options,
        budget=ballot.budget,
        cap=ballot.cap,
        run_off=ballot.run_off,
        state=ballot.state,
        seats=ballot.seats,
        public_key=ballot.public_key,
        cast=ballot.cast,
        few=few,
        totals={} if few else ballot.totals,
        voters={} if few else ballot.voters,
        ranking=tuple(ranked),
        tied=ballot.tied,
        talked=ballot.talked,
        outcome=ballot.outcome,
        chosen=ballot.chosen,
    )


def _decision(_workshop_now: Workshop, decision: Decision) -> DecisionEntry:
    return DecisionEntry(decision.id, decision.text, decision.options, decision.version)


def _action(_workshop_now: Workshop, action: Action) -> ActionEntry:
    return ActionEntry(action.id, action.text, action.owner, action.due, action.status, action.versions)


def _plan(_workshop_now: Workshop, line: PlanLine) -> PlanEntry:
    return PlanEntry(line.id, line.text, line.version)


MAKERS: Mapping[str, Callable[[Workshop, Any], Entry]] = MappingProxyType(
    {
        "workshop": _workshop,
        "timing": _timing,
        "clock": _clock,
        "run": _run,
        "card": _card,
        "group": _group,
        "ballot": _ballot,
        "decision": _decision,
        "action": _action,
        "plan": _plan,
    }
)
"""How the entry of each kind is made from its record."""


def _is_out(workshop: Workshop, record: Record) -> bool:
    match record:
        case Card():
            return is_out(workshop, record)
        case Ballot():
            return record.state is BallotState.CLOSED
        case _:
            return True


def _record_of(workshop: Workshop, key: str) -> Record | None:
    if key in {"workshop", "timing"}:
        return workshop.head
    if key == "clock":
        return workshop.clock
    return record_at(workshop, key)


def entry(workshop: Workshop, key: str, audience: Audience) -> Entry | None:
    """What this audience sees under this key, or None."""
    record = _record_of(workshop, key)
    if record is None:
        return None
    kind = key.partition(":")[0]
    if not sees(audience, kind, out=_is_out(workshop, record)):
        return None
    return MAKERS[kind](workshop, record)


def keys_for(workshop: Workshop, touched: Iterable[str]) -> frozenset[str]:
    """The view keys whose entries may differ after these records were touched.

    A run that was opened, closed or revealed also touches its cards and the workshop entry.
    """
    keys: set[str] = set()
    for key in touched:
        kind, _, record_id = key.partition(":")
        if kind == "workshop":
            keys |= {"workshop", "timing"}
        elif kind == "clock":
            keys.add("clock")
        else:
            keys.add(key)
        if kind == "run":
            keys.add("workshop")
            keys |= {f"card:{c.id}" for c in workshop.cards.values() if c.run == record_id}
    return frozenset(keys)


def view(workshop: Workshop, room: Room, audience: Audience) -> View:
    """Everything that this audience sees."""
    entries = {}
    for key in sorted(keys_for(workshop, records(workshop))):
        found = entry(workshop, key, audience)
        if found is not None:
            entries[key] = found
    return View(entries, room_entry(room, exact=audience is Audience.FACILITATOR))


def difference(before: Workshop, after: Workshop, audience: Audience) -> Patch:
    """What changed for this audience from `before`, found from what `after` touched.

    `after` must come from `settled(before)` by `update` alone.
    """
    changed: dict[str, Entry] = {}
    gone: list[str] = []
    for key in sorted(keys_for(after, after.touched)):
        old, new = entry(before, key, audience), entry(after, key, audience)
        if new is None:
            if old is not None:
                gone.append(key)
        elif new != old:
            changed[key] = new
    return Patch(changed, tuple(gone))
