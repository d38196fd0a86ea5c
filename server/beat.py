"""The beat of a desk: when it works off what waits.

At once when idle, then a wait in proportion to what sending the last frames took; on a fixed
tick while something unseen is being written, so that when a frame comes says nothing about it.
On such a tick, and on that of ballots, what nobody sees is carried out and saved first, and what
is seen a while later, whether or not there was anything: no frame and no answer has to wait for it.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from facilitation.ballots import open_ballot
from facilitation.commands import CastBallot, CloseBallot
from facilitation.context import Pace, Role
from facilitation.rules import hides
from server.alarm import IDLE_MS, Alarm
from server.answers import Answer, Reply
from server.desk import Desk
from server.stretch import EVERY, Ask

LONGEST_WAIT_S, SHORTEST_WAIT_S = 0.030, 0.0005
VEIL_OF_SEALED, VEIL_OF_BALLOTS = 5, 10
"""Which part of its tick is kept for saving what nobody sees: a fifth of 250 ms, a tenth of a second."""
OTHERS_MS = 300
"""How long after its close a vote that several processes take part in is counted: until then each has
put in what it holds."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Lengths in milliseconds. `rest`: the wait after frames, in hundredths of what sending them took."""

    batch_ms: int
    sealed_ms: int
    ballot_ms: int
    rest: int = 100


def _nobody(_answer: Answer) -> None:
    """The alarm needs no answer."""


class BallotBox:
    """Ballots that wait for their tick, and go to the desk in random order."""

    def __init__(self, tick_ms: int) -> None:
        self._tick_ms = tick_ms
        self._waiting: list[Ask] = []
        self._due_at = 0
        self._random = random.SystemRandom()

    def put(self, command: CastBallot, reply: Reply, now: int) -> None:
        """Put a ballot in. Ticks are fixed, whoever votes when."""
        if not self._waiting:
            self._due_at = now + self._tick_ms - now % self._tick_ms
        self._waiting.append(Ask(command, Role.VOTER, reply))

    def take(self, now: int, *, at_once: bool) -> list[Ask]:
        """All that is in it, shuffled, once its tick has come or `at_once`."""
        if now < self._due_at and not at_once:
            return []
        taken, self._waiting = self._waiting, []
        self._random.shuffle(taken)
        return taken

    def wait_ms(self, now: int) -> int:
        """How long until the next tick."""
        return max(0, self._due_at - now) if self._waiting else IDLE_MS


class Beat:
    """Keeps one desk going. `step` does what is due and says how long to wait."""

    def __init__(
        self, desk: Desk, pace: Pace, ticks: Ticks, now: Callable[[], int], clock: Callable[[], float] = monotonic
    ) -> None:
        """`now`: milliseconds since 1970. `clock`: seconds that only ever grow."""
        self.desk = desk
        self.box = BallotBox(ticks.ballot_ms)
        self._alarm = Alarm(pace, ticks.batch_ms, now(), OTHERS_MS if desk.shared else 0)
        self._ticks = ticks
        self._now, self._clock = now, clock
        self._free_at = 0.0
        self.unseen_is_done: Callable[[], None] = lambda: None
        """Called on a tick between what nobody sees and what is seen."""

    def cast(self, command: CastBallot, reply: Reply) -> None:
        """Put a ballot into the box."""
        self.box.put(command, reply, self._now())

    def _gather(self, now: int) -> bool:
        """Put what falls due in line, ballots before the close that counts them; whether a vote closes."""
        commands = self._alarm.ring(self.desk.workshop, now)
        ends = self.desk.workshop.clock.closing_at
        closing = 0 < ends <= now < ends + OTHERS_MS or any(isinstance(command, CloseBallot) for command in commands)
        self.desk.waiting.extend(self.box.take(now, at_once=closing))
        for command in commands:
            self.desk.ask(command, Role.ALARM, _nobody)
        return closing

    def _veil_ms(self, now: int, *, closing: bool = False) -> int:
        """How long what is seen has to wait from now on, so that it tells nothing of what is not."""
        workshop, ticks = self.desk.workshop, self._ticks
        if closing:
            return ticks.ballot_ms // VEIL_OF_BALLOTS
        if hides(workshop):
            return max(0, ticks.sealed_ms // VEIL_OF_SEALED - now % ticks.sealed_ms)
        if open_ballot(workshop) is not None:
            return max(0, ticks.ballot_ms // VEIL_OF_BALLOTS - now % ticks.ballot_ms)
        return 0

    def _carry_out(self, began: int, *, closing: bool) -> None:
        """What waits now. What comes meanwhile waits for its own turn: it rang, so the next step is near."""
        waiting, veil = len(self.desk.waiting), self._veil_ms(began, closing=closing)
        if veil and waiting:
            if unseen := self.desk.unseen_first():
                waiting -= self.desk.flush(unseen)
            self.desk.rest(began + veil - self._now())
            self.unseen_is_done()
        while done := self.desk.flush(waiting if veil else EVERY):
            waiting -= done
            if waiting <= 0:
                break

    def step(self) -> float:
        """Do what is due; seconds to wait until there may be more, unless somebody asks."""
        self.desk.hear()
        began = self._now()
        shown = self.desk.showing_s
        self._carry_out(began, closing=self._gather(began))
        now = self._now()
        self._free_at = self._clock() + min(self._ticks.rest / 100 * (self.desk.showing_s - shown), LONGEST_WAIT_S)
        ends = self.desk.workshop.clock.closing_at - now
        waits = (self._alarm.wait_ms(self.desk.workshop, now), self.box.wait_ms(now), ends if ends > 0 else IDLE_MS)
        soonest = min(waits)
        if hides(self.desk.workshop):  # also what a clock does keeps to the tick
            soonest += -(now + soonest) % self._ticks.sealed_ms
        return soonest / 1000

    def pause(self) -> float:
        """Seconds to let commands gather after somebody asked; 0 when idle."""
        if hides(self.desk.workshop):
            return (-self._now() % self._ticks.sealed_ms) / 1000
        now = self._now()
        # Ballots whose tick has come are saved in the time that others wait, or they would be saved with what is seen.
        veil = self._veil_ms(now) if self.box.wait_ms(now) else 0
        wait = max(self._free_at - self._clock(), veil / 1000)
        return wait if wait > SHORTEST_WAIT_S else 0
