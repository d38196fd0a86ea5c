"""The clock: one shared field with a version. A command names the version it replaces.

No deadline reveals, closes a ballot or refuses an entry by itself (DESIGN 4).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from facilitation.commands import ExtendPhase, KeepBallotOpen, PausePhase, ResumePhase
from facilitation.context import Context
from facilitation.records import put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.workshop import Clock, Workshop


class ClockCommand(Protocol):
    """What the four clock commands have in common."""

    @property
    def run(self) -> str:
        """The run whose clock is meant."""

    @property
    def version(self) -> int:
        """The version of the clock that this replaces."""


def for_ms(clock: Clock, milliseconds: int, now: int) -> Clock:
    """A clock that starts now and runs for so long."""
    return Clock(ends_at=now + milliseconds, version=clock.version + 1)


def at_once(clock: Clock) -> Clock:
    """A clock that no longer runs."""
    return Clock(version=clock.version + 1)


def closing(clock: Clock, context: Context) -> Clock:
    """The clock with the close of the ballot announced."""
    closing_at = context.now + context.pace.closing_ms
    return replace(clock, closing_at=closing_at, version=clock.version + 1)


def stopped(clock: Clock, now: int) -> Clock:
    """A clock that has been stopped, with what is left; a ballot that was about to close stays open."""
    if clock.paused:
        return clock
    left = max(0, clock.ends_at - now)
    return replace(clock, paused=True, left=left, ends_at=0, closing_at=0, version=clock.version + 1)


def never(_workshop: Workshop, _command: object) -> bool:
    """A stale version is answered `superseded`, so there is nothing to recognise."""
    return False


def _changed(workshop: Workshop, command: ClockCommand, change: Callable[[Clock], Clock]) -> Workshop | Refused:
    if command.run != workshop.head.run or command.version != workshop.clock.version:
        return refused(Refusal.SUPERSEDED)
    after = change(workshop.clock)
    if after == workshop.clock:
        return workshop
    return put(workshop, replace(after, version=workshop.clock.version + 1))


def extend(workshop: Workshop, command: ExtendPhase, context: Context) -> Workshop | Refused:
    """Add seconds, or take some away; never to before now. Time that is up counts from now."""

    def change(clock: Clock) -> Clock:
        extra = command.seconds * 1000
        if clock.paused:
            return replace(clock, left=max(0, clock.left + extra))
        return replace(clock, ends_at=max(context.now, max(clock.ends_at, context.now) + extra))

    return _changed(workshop, command, change)


def pause(workshop: Workshop, command: PausePhase, context: Context) -> Workshop | Refused:
    """Stop the clock; a ballot that was about to close stays open."""
    return _changed(workshop, command, lambda clock: stopped(clock, context.now))


def resume(workshop: Workshop, command: ResumePhase, context: Context) -> Workshop | Refused:
    """Let the clock go on from what was left."""

    def change(clock: Clock) -> Clock:
        if not clock.paused:
            return clock
        return replace(clock, paused=False, left=0, ends_at=context.now + clock.left)

    return _changed(workshop, command, change)


def keep_open(workshop: Workshop, command: KeepBallotOpen, _context: Context) -> Workshop | Refused:
    """Call back the closing of a ballot."""
    return _changed(workshop, command, lambda clock: replace(clock, closing_at=0))
