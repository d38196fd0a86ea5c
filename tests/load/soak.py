"""The soak: a hundred people for half an hour, of whom ten a minute go and come back; what must not grow does not.

People change cards all the time, so that every minute is like the one before: on the same board, with the same people,
memory, live objects and descriptors have to stay where they are after the first minutes.
"""

import os
import signal
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from tests.load import process, programs
from tests.load.crowd import Crowd
from tests.load.ours import Ours
from tests.load.writing import fill, send
from tests.waiting import eventually

PEOPLE, WRITERS, CARDS = 100, 50, 200
RATE = 10.0
AWAY = 3.0
MOST_GROWTH, MOST_BYTES = 0.02, 8 << 20
WATCHED = (sys.executable, "-m", "tests.load.watched")


@dataclass(frozen=True)
class Sample:
    """What the server held at a moment. `at`: minutes since the beginning."""

    at: float
    memory: int
    descriptors: int
    objects: int


class Soak:
    """One soak of a server whose objects can be counted."""

    def __init__(self, place, pid, counted, say):
        self.pid, self._counted, self._say = pid, counted, say
        self.line = Ours([place], PEOPLE, cards=CARDS)
        fill(self.line, PEOPLE, WRITERS, CARDS)
        self.crowd = Crowd(self.line, PEOPLE)
        self.samples, self._asked, self._went = [], 0, 0

    def look(self, at):
        """Ask the server to count, and note what it holds."""
        self._counted.unlink(missing_ok=True)
        os.kill(self.pid, signal.SIGUSR1)
        eventually(self._counted.exists)
        held = (process.memory([self.pid]), process.descriptors([self.pid]), int(self._counted.read_text()))
        found = Sample(at, *held)
        self._say(
            f"  {at:6.1f} min: {found.memory / 1e6:.1f} MB, {found.objects:,} objects, {found.descriptors} descriptors"
        )
        return found

    def go_on(self, minutes):
        """People write, go and come back; a sample every half minute, or twenty in all when it is short."""
        crowd = self.crowd
        crowd.join(range(PEOPLE))
        began, end = monotonic(), monotonic() + minutes * 60
        each_sample, each_leave = min(30.0, minutes * 3), 60 / (PEOPLE * 0.1)
        sample_at, leave_at, away = began, began + each_leave, []
        while (now := monotonic()) < end:
            if now >= sample_at and not away:  # everybody is in: each sample sees the same
                self.samples.append(self.look((now - began) / 60))
                sample_at += each_sample
            if now >= leave_at:
                away.append((now + AWAY, self._somebody_goes()))
                leave_at += each_leave
            while away and away[0][0] <= now:
                crowd.join([away.pop(0)[1]])
            self._write(began, now)
            crowd.turn(0.02)
        self.samples.append(self.look((monotonic() - began) / 60))

    def _somebody_goes(self):
        """The next one who does not write: those have a command under way now and then."""
        index = WRITERS + 1 + self._went % (PEOPLE - WRITERS - 1)
        self._went += 1
        self.crowd.leave([index])
        return index

    def _write(self, began, now):
        while self._asked < (now - began) * RATE:
            send(self.crowd, WRITERS)
            self._asked += 1


def halves(samples):
    """The samples after the warm-up (a fifth of the time), their first and their last third."""
    last = samples[-1].at
    settled = [one for one in samples if one.at >= last / 5]
    third = max(1, len(settled) // 3)
    return settled[:third], settled[-third:]


def slope(samples, what):
    """Growth a minute, by least squares, after the warm-up."""
    settled = [one for one in samples if one.at >= samples[-1].at / 5]
    return statistics.linear_regression([one.at for one in settled], [getattr(one, what) for one in settled]).slope


def grown(samples, what):
    """From the first third to the last, as medians."""
    first, last = (statistics.median(getattr(one, what) for one in third) for third in halves(samples))
    return last - first, first


def soak(minutes, say):
    """Run it; what is wrong, as sentences."""
    with programs.folder() as where:
        counted = Path(where) / "objects"
        os.environ["LIVE_OBJECTS"] = str(counted)
        with programs.ours(WATCHED) as server:
            (pid,) = server.pids
            soaked = Soak(server.places[0], pid, counted, say)
            empty = process.descriptors([pid])
            soaked.go_on(minutes)
            soaked.crowd.leave()
            eventually(lambda: process.descriptors([pid]) <= empty)
            return verdict(soaked.samples, soaked.crowd, say)


def verdict(samples, crowd, say):
    """What is wrong, as sentences; the slopes are said in any case."""
    wrong = []
    objects, before = grown(samples, "objects")
    memory, _ = grown(samples, "memory")
    descriptors, _ = grown(samples, "descriptors")
    say(f"live objects: {objects:+,.0f} of {before:,.0f}, {slope(samples, 'objects'):+,.1f} a minute")
    say(f"memory: {memory / (1 << 20):+.2f} MiB, {slope(samples, 'memory') / 1024:+,.1f} KiB a minute")
    say(f"descriptors: {descriptors:+.0f}; sent {len(crowd.tally.sent_at):,}, answered {crowd.answered:,}")
    if objects > before * MOST_GROWTH:
        wrong.append(f"live objects grew by {objects:,.0f}")
    if memory >= MOST_BYTES:
        wrong.append(f"memory grew by {memory / (1 << 20):.1f} MiB")
    if descriptors > 1:
        wrong.append(f"{descriptors:.0f} descriptors were not given back")
    if crowd.gone or crowd.refused:
        wrong.append(f"{crowd.gone} were sent away, {crowd.refused} commands refused")
    return wrong
