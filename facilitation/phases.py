"""The phases: start, next, back, end, and the clock.

Next out of a phase reveals its run; Back and End reveal nothing. A phase whose last run was
never revealed goes on in that run; otherwise it gets a new one (DESIGN 4).
"""

from dataclasses import replace

from facilitation.agenda import (
    Advance,
    BallotPreset,
    Phase,
    PhaseKind,
    Visibility,
    collects_ideas,
)
from facilitation.ballots import call_off, draft
from facilitation.clock import at_once, closing, for_ms
from facilitation.commands import (
    BackPhase,
    EndWorkshop,
    NextPhase,
    RenameWorkshop,
    StartWorkshop,
    TuckAway,
)
from facilitation.context import Context, Role
from facilitation.keeping import day_of
from facilitation.records import put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.spots import nothing_read_out
from facilitation.states import BallotState, Stage, State
from facilitation.workshop import Run, Workshop

MINUTE_MS = 60_000

STAGE_OF: dict[Visibility, Stage] = {
    Visibility.PRIVATE: Stage.WRITE,
    Visibility.LIVE: Stage.LIVE,
    Visibility.SHARED: Stage.READ,
}


def first_stage(workshop: Workshop, phase: Phase) -> Stage:
    """The stage in which a phase starts."""
    if phase.ballot is not BallotPreset.NONE:
        return Stage.VOTE
    if phase.kind is PhaseKind.CAUTION:
        kept = workshop.runs.get(workshop.head.worry_run)
        return Stage.CHECK if kept is not None and not kept.revealed else Stage.LIVE
    return STAGE_OF[phase.visibility]


def _run_for(workshop: Workshop, index: int, stage: Stage, new_id: str) -> Run:
    """The run to go on in, or a new one."""
    starts = [r for r in workshop.runs.values() if r.phase == index and r.stage is stage]
    unseen = [run for run in starts if not run.revealed]
    if unseen:
        return replace(unseen[0], open=True)
    return Run(new_id, index, stage, round=len(starts) + 1)


def _time_for(phase: Phase, stage: Stage, context: Context) -> int:
    minutes = phase.minutes * MINUTE_MS
    if stage is Stage.CHECK:
        return context.pace.check_ms
    if phase.kind is PhaseKind.CAUTION:
        return max(MINUTE_MS, minutes - context.pace.check_ms)
    return minutes


def _with_worry_run(workshop: Workshop, index: int, new_id: str) -> Workshop:
    """Ideas are being written from here on: worries can be kept, if a later phase shows them.

    Cautions that were shown are tucked away, and new ones are kept unseen again (E21).
    """
    agenda = workshop.head.agenda
    if not collects_ideas(agenda.phases[index]):
        return workshop
    for run in workshop.runs.values():
        caution = agenda.phases[run.phase].kind is PhaseKind.CAUTION
        if caution and run.revealed and not run.tucked:
            tucked = replace(run, tucked=True, tucked_version=run.tucked_version + 1)
            workshop = put(workshop, tucked)
    kept = workshop.runs.get(workshop.head.worry_run)
    if kept is not None and not kept.revealed:
        return workshop
    for later in range(index + 1, len(agenda.phases)):
        if agenda.phases[later].kind is PhaseKind.CAUTION:
            starts = sum(run.stage is Stage.KEEP for run in workshop.runs.values())
            run = Run(new_id, later, Stage.KEEP, round=starts + 1)
            return put(workshop, run, replace(workshop.head, worry_run=run.id))
    return workshop


def open_phase(workshop: Workshop, index: int, context: Context) -> Workshop:
    """Go into a phase: its run, its clock, its ballot if it has one."""
    phase = workshop.head.agenda.phases[index]
    return _open_stage(workshop, index, first_stage(workshop, phase), context)


def _open_stage(workshop: Workshop, index: int, stage: Stage, context: Context) -> Workshop:
    phase = workshop.head.agenda.phases[index]
    workshop = _with_worry_run(workshop, index, context.ids[2])
    run = _run_for(workshop, index, stage, context.ids[0])
    if stage is Stage.VOTE:
        ballot = draft(workshop, run.id, context.ids[1], phase.ballot)
        run = replace(run, ballot=ballot.id)
        workshop = put(workshop, ballot)
    head = replace(nothing_read_out(workshop.head), run=run.id, state=State.RUNNING)
    clock = for_ms(workshop.clock, _time_for(phase, stage, context), context.now)
    return put(workshop, run, head, clock)


def started(workshop: Workshop, _command: StartWorkshop) -> bool:
    """Already done: the workshop is running or over."""
    return workshop.head.state is not State.WAITING


def start(workshop: Workshop, _command: StartWorkshop, context: Context) -> Workshop | Refused:
    """Open the first phase."""
    minute = context.now - context.now % MINUTE_MS
    workshop = put(workshop, replace(workshop.head, started_at=minute))
    return open_phase(workshop, 0, context)


def left(workshop: Workshop, command: NextPhase) -> bool:
    """Already done: this press has set the ballot to close. A run that is over: superseded."""
    clock = workshop.clock
    return command.run == workshop.head.run and clock.closing_at > 0 and clock.version == command.version + 1


def next_phase(workshop: Workshop, command: NextPhase, context: Context) -> Workshop | Refused:
    """Leave a run: show what was written in it, and go on.

    From an open ballot: close it in ten seconds. From *check*: show the kept worries.
    """
    run = workshop.runs[command.run]
    phase = workshop.head.agenda.phases[run.phase]
    if run.id != workshop.head.run:
        return refused(Refusal.SUPERSEDED)
    if context.role is Role.ALARM and phase.advance is not Advance.CLOCK:
        return refused(Refusal.WRONG_ROLE)
    if run.stage is Stage.VOTE:
        ballot = workshop.ballots[run.ballot]
        if ballot.state is BallotState.OPEN:
            if command.version != workshop.clock.version:
                return refused(Refusal.SUPERSEDED)
            return put(workshop, closing(workshop.clock, context))
    last = run.phase + 1 == len(workshop.head.agenda.phases)
    if last and run.stage is not Stage.CHECK:
        return refused(Refusal.NO_SUCH_PHASE)
    workshop = _reveal(workshop, run)
    if run.stage is Stage.CHECK:
        workshop = _reveal(workshop, workshop.runs[workshop.head.worry_run])
        return _open_stage(workshop, run.phase, Stage.LIVE, context)
    return open_phase(call_off(workshop, run.ballot), run.phase + 1, context)


def _reveal(workshop: Workshop, run: Run) -> Workshop:
    return put(workshop, replace(run, open=False, revealed=True))


def back_phase(workshop: Workshop, command: BackPhase, context: Context) -> Workshop | Refused:
    """Leave a run unrevealed for an earlier phase. What was seen stays (E22)."""
    run = workshop.runs[command.run]
    if run.id != workshop.head.run or command.version != workshop.clock.version:
        return refused(Refusal.SUPERSEDED)
    if command.phase >= run.phase:
        return refused(Refusal.NO_SUCH_PHASE)
    workshop = put(call_off(workshop, run.ballot), replace(run, open=False))
    return open_phase(workshop, command.phase, context)


def ended(workshop: Workshop, _command: EndWorkshop) -> bool:
    """Already done: the workshop is over."""
    return workshop.head.state is State.ENDED


def end(workshop: Workshop, command: EndWorkshop, context: Context) -> Workshop | Refused:
    """End the workshop. What was not shown stays unseen (E28, E29)."""
    if command.run != workshop.head.run:
        return refused(Refusal.SUPERSEDED)
    for run in workshop.runs.values():
        if run.open:
            workshop = put(call_off(workshop, run.ballot), replace(run, open=False))
    head = replace(workshop.head, state=State.ENDED, run="", used_on=day_of(context.now))
    return put(workshop, head, at_once(workshop.clock))


def renamed(workshop: Workshop, command: RenameWorkshop) -> bool:
    """Already done: the title is there, one version on."""
    head = workshop.head
    return head.title_version == command.version + 1 and head.title == command.title.strip()


def rename(workshop: Workshop, command: RenameWorkshop, _context: Context) -> Workshop | Refused:
    """Give the workshop another title."""
    head = workshop.head
    if head.title_version != command.version:
        return refused(Refusal.SUPERSEDED)
    if not command.title.strip():
        return refused(Refusal.BAD_FIELD)
    return put(workshop, replace(head, title=command.title.strip(), title_version=command.version + 1))


def tucked(workshop: Workshop, command: TuckAway) -> bool:
    """Already done: the run is folded or unfolded so, one version on."""
    run = workshop.runs.get(command.run)
    return run is not None and run.tucked_version == command.version + 1 and run.tucked is command.tucked


def tuck_away(workshop: Workshop, command: TuckAway, _context: Context) -> Workshop | Refused:
    """Fold or unfold the cards of a run that was shown. A saved flag; nothing is hidden."""
    run = workshop.runs[command.run]
    if run.tucked_version != command.version:
        return refused(Refusal.SUPERSEDED)
    if not run.revealed:
        return refused(Refusal.WRONG_PHASE)
    return put(workshop, replace(run, tucked=command.tucked, tucked_version=run.tucked_version + 1))
