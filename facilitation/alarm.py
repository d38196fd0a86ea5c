"""What the desk's alarm has to send, and when. It carries out a person's act, or an agenda
that says `advance: clock`; each command names its run, so it is harmless twice (DESIGN 4).
"""

from facilitation.agenda import Advance
from facilitation.commands import CloseBallot, NextPhase
from facilitation.context import Pace
from facilitation.states import Stage, State
from facilitation.workshop import Workshop


def due(workshop: Workshop, pace: Pace) -> tuple[int, CloseBallot | NextPhase] | None:
    """The next alarm: when (milliseconds since 1970) and what, or None."""
    run, phase, clock = workshop.run, workshop.phase, workshop.clock
    if run is None or phase is None or workshop.head.state is not State.RUNNING:
        return None
    if clock.closing_at:
        return clock.closing_at, CloseBallot(run.id)
    by_clock = phase.advance is Advance.CLOCK and run.stage is not Stage.VOTE
    if by_clock and run.stage is not Stage.CHECK and not clock.paused:
        return clock.ends_at + pace.grace_ms, NextPhase(run.id, clock.version)
    return None
