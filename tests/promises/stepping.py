"""An engine whose every step is chosen by a test: what else could come between two lines of the server, does.

The server runs as it is. Wherever it would wait, sleep or work in a thread it stops, and goes on when it is picked;
a write may fail, its answer may be lost, and the server may die before or after it.
"""

import contextlib
import heapq
import random
from enum import Enum
from types import SimpleNamespace

import pytest
from greenlet import GreenletExit, getcurrent, greenlet

from server import beat, transport
from server.stores.store import OutcomeUnknown, Unavailable

WRITES = {"save_many", "write"}
ENOUGH = 100_000


class Fault(Enum):
    """What happens to the next write."""

    REFUSED = "nothing is written, and it is said so"
    UNHEARD = "it is written, and nobody hears of it"
    LOST = "it is not written, and nobody knows"
    DIES_BEFORE = "the server dies before it"
    DIES_AFTER = "the server dies after it"


class Happening:
    """Something that happens once, and has a value."""

    def __init__(self, engine):
        self._engine, self._value, self._happened = engine, None, False

    def send(self, value):
        self._value, self._happened = value, True

    def ready(self):
        return self._happened

    def wait(self, timeout=None):
        self._engine.until(self.ready, timeout)
        return self._value


class Stepping:
    """One life of a server. `now`: seconds on its clock, which only `later` moves. `died`: by a fault."""

    MODE = "stepping"

    def __init__(self, now=0.0):
        self.now, self.died, self.fault = now, False, None
        self._hub = getcurrent()
        self._waiting, self._sleeping, self._count = [], [], 0

    # --- what the server asks of an engine

    def spawn(self, work, *args, **options):
        self._waiting.append((greenlet(lambda: work(*args, **options), self._hub), lambda: True))

    def sleep(self, seconds):
        self.until(lambda: False, seconds)

    def event(self):
        return Happening(self)

    def offload(self, work, *args, **options):
        self._stop()
        answer = self._work(work, *args, **options)
        self._stop()
        return answer

    def _work(self, work, *args, **options):
        fault = self.fault if getattr(work, "__name__", "") in WRITES else None
        self.fault = None if fault else self.fault
        if fault is Fault.REFUSED:
            raise Unavailable
        if fault is Fault.LOST:
            raise OutcomeUnknown
        if fault is Fault.DIES_BEFORE:
            self._die()
        answer = work(*args, **options)
        if fault is Fault.UNHEARD:
            raise OutcomeUnknown
        if fault is Fault.DIES_AFTER:
            self._die()
        return answer

    def _die(self):
        self.died = True
        self._switch()

    # --- steps

    def _stop(self):
        self.until(lambda: True)

    def until(self, holds, timeout=None):
        """Go on once this holds, or so many seconds have passed; others may be picked first."""
        if getcurrent() is self._hub:
            raise RuntimeError("the test itself does not wait: spawn it")
        over = [] if timeout is None else [self.now + timeout]
        self._waiting.append((getcurrent(), lambda: holds() or any(self.now >= at for at in over)))
        for at in over:
            heapq.heappush(self._sleeping, at)
        self._switch()

    def _switch(self):
        self._hub.switch()

    def step(self, pick=0):
        """Let one of those go on that can; whether there was one."""
        able = [one for one in self._waiting if one[1]()]
        if not able or self.died:
            return False
        chosen = able[pick % len(able)]
        self._waiting.remove(chosen)
        chosen[0].switch()
        return True

    def settle(self):
        """Let everybody go on until all wait for time to pass."""
        for _ in range(ENOUGH):
            if not self.step():
                return
        raise AssertionError("it does not come to rest")

    def later(self, seconds):
        """Time passes, and whoever sleeps wakes in order."""
        end = self.now + seconds
        while self._sleeping and self._sleeping[0] <= end and not self.died:
            self.now = max(self.now, heapq.heappop(self._sleeping))
            self.settle()
        self.now = max(self.now, end)

    def end(self):
        """The server is no more."""
        self.died = True
        for one, _ in self._waiting:
            with contextlib.suppress(Exception):
                one.throw(GreenletExit)
        self._waiting.clear()


@contextlib.contextmanager
def stepped():
    """Put such engines under the server: `begin(now)` gives the next life its own."""
    with pytest.MonkeyPatch.context() as patch:

        def begin(now=0.0):
            engine = Stepping(now)
            patch.setattr(transport, "engine", engine)
            patch.setattr(transport, "sleep", engine.sleep)
            patch.setattr(beat.random, "SystemRandom", lambda: random.Random(1))
            return engine

        yield SimpleNamespace(begin=begin)
