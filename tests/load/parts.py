"""The parts of the benchmark: who runs under which load, and what has to come out.

A goal is a ratio within one table, or a bound of its own; `docs` of the issue that asked for it are in README.md here.
"""

from dataclasses import dataclass, field

from tests.load.measuring import Entrant, ours, peer

FULL = 5000


@dataclass(frozen=True)
class Goal:
    """`what(rows)` has to be at most `bound` (or at least, or less than: `sign`). `unit` follows the figure."""

    words: str
    what: object
    sign: str
    bound: float
    unit: str = ""

    def met(self, value):
        """Whether the figure is good enough; one that is not a number is not."""
        return {"<=": value <= self.bound, ">=": value >= self.bound, "<": value < self.bound}[self.sign]


@dataclass(frozen=True)
class Part:
    """`table`: `load` or `join`, which columns are printed."""

    name: str
    title: str
    entrants: tuple[Entrant, ...]
    goals: tuple[Goal, ...] = ()
    table: str = "load"
    notes: tuple[str, ...] = field(default=())


def each(one, other):
    """A goal on the processor time for each delivered command, as a ratio."""
    return lambda rows: rows[one].each / rows[other].each


def tail(one, other):
    return lambda rows: rows[one].p99 / rows[other].p99


def per_core(one, other):
    return lambda rows: rows[one].per_core / rows[other].per_core


def wrong(*keys):
    return lambda rows: sum(rows[key].worst_lost for key in keys)


def _lost(*keys):
    return Goal("lost, doubled, refused or unanswered", wrong(*keys), "<=", 0)


def fanout():
    load = {"people": 300, "rate": 100}
    return Part(
        "fanout",
        "300 people, 100 commands a second",
        (
            ours("ours", **load),
            peer("socketio", "bare Socket.IO", "socketio", **load),
        ),
        (
            Goal("processor time for each delivery ÷ bare Socket.IO", each("ours", "socketio"), "<=", 0.80),
            Goal("p99 ÷ bare Socket.IO", tail("ours", "socketio"), "<=", 1.0),
            _lost("ours"),
        ),
    )


PARTS = {make.__name__: make for make in (fanout,)}
"""Every part by name, in the order in which they run."""
