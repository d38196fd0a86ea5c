"""When frames come, on a real server and a real clock, with unseen acts beside them and without them.

One run is one thing that everybody sees, asked at a moment by chance while a step is written unseen. In half of the
runs somebody writes a card just before. Measured is how long after it was asked an observer hears the frame.
"""

import random
import time
from dataclasses import dataclass
from statistics import mean, median

from tests import wire


@dataclass(frozen=True)
class Compared:
    """Two samples (milliseconds). `distance`: Kolmogorov and Smirnov's, 0 to 1. `chance`: how often shuffled
    samples lie at least as far apart. `shift`: by how much the medians differ."""

    distance: float
    chance: float
    shift: float

    def __str__(self):
        return f"KS distance {self.distance:.3f}, p = {self.chance:.3f}, medians {self.shift:+.1f} ms apart"


def distance(one, other):
    """The largest difference of the two shares of what lies below a value."""
    every = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    counts, found = [0, 0], 0.0
    for at, (value, which) in enumerate(every):
        counts[which] += 1
        if at + 1 == len(every) or every[at + 1][0] != value:
            found = max(found, abs(counts[0] / len(one) - counts[1] / len(other)))
    return found


def compared(one, other, shuffles=2_000, seed=1):
    """A permutation test: as honest as the runs are, whatever the times look like."""
    dice, both, seen = random.Random(seed), [*one, *other], distance(one, other)
    further = 0
    for _ in range(shuffles):
        dice.shuffle(both)
        further += distance(both[: len(one)], both[len(one) :]) >= seen
    return Compared(seen, (further + 1) / (shuffles + 1), median(one) - median(other))


class Room:
    """A workshop on a server, in a step that is written unseen: who leads, somebody who writes, an observer."""

    def __init__(self, url):
        self.made = wire.Made(url)
        self.lead, self.writer, self.observer = (
            self.made.facilitator(),
            self.made.participant(),
            self.made.participant(),
        )
        wire.to_stage(self.lead, "write", "ideate")
        self.writer.until(lambda view: view["workshop"]["run"] == self.lead.run)
        self._titles = self.lead.view["workshop"]["title_version"]

    def one_run(self, dice, *, hidden):
        """How long the observer waits for the frame, in milliseconds."""
        time_until = time.monotonic() + dice.random() * 0.02
        while time.monotonic() < time_until:
            pass
        fields = wire.card(self.writer.run, "fact", "x" * dice.randrange(1, 900))
        # Without one the same device asks for the time instead, so that asking costs this process the same.
        beside = self.writer.later("AddCard", **fields) if hidden else self.writer.later("Beat")
        title = f"Title {self._titles}"
        began = time.monotonic()
        asked = self.lead.later("RenameWorkshop", title=title, version=self._titles)
        self.observer.until(lambda view: view["workshop"]["title"] == title)
        took = (time.monotonic() - began) * 1000
        asked.result(10)
        beside.result(10)
        self._titles += 1
        return took

    def runs(self, number, seed=1):
        """So many runs of each kind, in an order by chance: what is heard with unseen acts, and without."""
        dice = random.Random(seed)
        kinds = [True, False] * number
        dice.shuffle(kinds)
        found = {True: [], False: []}
        for hidden in kinds:
            found[hidden].append(self.one_run(dice, hidden=hidden))
        return found[True], found[False]

    def close(self):
        self.made.close()


def told(found):
    """The figures of two samples."""
    return ", ".join(f"{mean(one):.1f} ms" for one in found)
