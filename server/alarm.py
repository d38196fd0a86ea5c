"""The alarm of a desk: what falls due by itself, and when it is sent."""

from facilitation.alarm import due
from facilitation.changes import wait
from facilitation.commands import CloseBallot, Command, NextPhase, ReleaseBatch, ShowChanges
from facilitation.context import Pace
from facilitation.rules import batching
from facilitation.workshop import Workshop

AGAIN_MS = 1_000
IDLE_MS = 60_000


class Alarm:
    """What falls due by itself: batches, the close that a person asked for, clocks that advance."""

    def __init__(self, pace: Pace, batch_ms: int, since: int = 0, others_ms: int = 0) -> None:
        """`since`: when the workshop was loaded (milliseconds since 1970). What fell due before, while
        no server ran, waits for one grace more: devices come back first, with what they have unsent."""
        self._pace = pace
        self._grace_until = {CloseBallot: since + pace.closing_ms, NextPhase: since + pace.grace_ms}
        self._batch_ms = batch_ms
        self._late = {CloseBallot: others_ms, NextPhase: 0}
        self._tick, self._batch_at = ("", 0), 0
        self._changes_at = 0
        self._rung: tuple[int, Command] | None = None
        self._rung_at = 0

    def _next(self, workshop: Workshop, now: int) -> list[tuple[int, Command]]:
        found: list[tuple[int, Command]] = []
        alarm = due(workshop, self._pace)
        if alarm is not None:
            # What was rung and changed nothing is not rung again in the same breath.
            again = self._rung_at + AGAIN_MS if alarm == self._rung else 0
            at, kind = alarm[0], type(alarm[1])
            found.append((max(at + self._late[kind], again, self._grace_until[kind]), alarm[1]))
        run = workshop.run
        if batching(workshop) and run is not None:
            if (run.id, run.tick) != self._tick:  # also where another process rang
                self._tick, self._batch_at = (run.id, run.tick), now + self._batch_ms
            if any(card.run == run.id and not card.released for card in workshop.cards.values()):
                found.append((self._batch_at, ReleaseBatch(run.id, run.tick + 1)))
            elif self._batch_at <= now:
                self._batch_at += self._batch_ms * (1 + (now - self._batch_at) // self._batch_ms)
        if wait(workshop):  # shown on a fixed tick, twice as often as batches, whoever changes something when
            half = max(1, self._batch_ms // 2)
            self._changes_at = self._changes_at or now - now % half + half
            found.append((self._changes_at, ShowChanges()))
        else:
            self._changes_at = 0
        return found

    def ring(self, workshop: Workshop, now: int) -> list[Command]:
        """What has to be sent now."""
        ready: list[Command] = []
        for at, command in self._next(workshop, now):
            if at > now:
                continue
            ready.append(command)
            if isinstance(command, ReleaseBatch):
                self._batch_at = now + self._batch_ms
            elif isinstance(command, ShowChanges):
                self._changes_at = 0
            else:
                self._rung, self._rung_at = due(workshop, self._pace), now
        return ready

    def wait_ms(self, workshop: Workshop, now: int) -> int:
        """How long until something falls due."""
        return min([IDLE_MS, *(max(0, at - now) for at, _ in self._next(workshop, now))])
