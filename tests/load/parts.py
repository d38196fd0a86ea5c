"""The parts of the benchmark: who runs under which load, and what has to come out.

A goal is a ratio within one table, or a bound of its own.
"""

from dataclasses import dataclass

from tests.load.measuring import Entrant, ours, pair, peer
from tests.load.tables import memory_each

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
    """`table`: which columns are printed (`tables.COLUMNS`). `note`: what to know before one compares."""

    name: str
    title: str
    entrants: tuple[Entrant, ...]
    goals: tuple[Goal, ...] = ()
    table: str = "load"
    note: str = ""


def each(one, other):
    """A ratio of processor time for each delivered command."""
    return lambda rows: rows[one].each / rows[other].each


def tail(one, other):
    return lambda rows: rows[one].p99 / rows[other].p99


def per_core(one, other):
    return lambda rows: rows[one].per_core / rows[other].per_core


def whole(*keys, words="lost, doubled, refused or unanswered"):
    """That nothing was lost, and nothing came twice."""
    return Goal(words, lambda rows: sum(rows[key].worst_lost for key in keys), "<=", 0)


def peers(**job):
    """The peers that do the same beside ours."""
    return (
        peer("socketio", "bare Socket.IO", "socketio", **job),
        peer("hocuspocus", "Hocuspocus", "hocuspocus", **job),
        peer("ywebsocket", "y-websocket", "ywebsocket", **job),
    )


def fanout():
    load = {"people": 300, "rate": 100}
    return Part(
        "fanout",
        "300 people, 100 commands a second",
        (ours("ours", **load), *peers(**load)),
        (
            Goal("processor time each ÷ bare Socket.IO", each("ours", "socketio"), "<=", 0.80),
            Goal("processor time each ÷ Hocuspocus", each("ours", "hocuspocus"), "<=", 0.75),
            Goal("p99 ÷ bare Socket.IO", tail("ours", "socketio"), "<=", 1.0),
            Goal("p99 ÷ Hocuspocus", tail("ours", "hocuspocus"), "<=", 1.0),
            whole("ours"),
        ),
    )


def small():
    load = {"people": 10, "rate": 50}
    return Part("small", "10 people, 50 commands a second", (ours("ours", **load), *peers(**load)), (whole("ours"),))


def saturation():
    load = {"people": 300, "window": 1024}
    return Part(
        "saturation",
        "300 people, 1,024 commands under way",
        (ours("ours", **load, edits=True, cards=4000), *peers(**load)),
        (
            Goal("delivered for each core ÷ bare Socket.IO", per_core("ours", "socketio"), ">=", 25),
            Goal("delivered for each core ÷ Hocuspocus", per_core("ours", "hocuspocus"), ">=", 2.5),
            whole("ours"),
        ),
        note="Ours changes cards, since a board holds 5,000; the peers go on adding.",
    )


def saturation_1000():
    load = {"people": 1000, "window": 256}
    return Part(
        "saturation_1000",
        "1,000 people, 256 commands under way",
        (ours("ours", **load, edits=True, cards=1000), *peers(**load)),
        (
            Goal("delivered for each core ÷ bare Socket.IO", per_core("ours", "socketio"), ">=", 25),
            Goal("delivered for each core ÷ Hocuspocus", per_core("ours", "hocuspocus"), ">=", 1.0),
            whole("ours"),
        ),
        note="As above.",
    )


def record():
    return Part(
        "record",
        "one board, one process, 1,000 people of whom 50 write 300 commands a second",
        (ours("ours", people=1000, rate=300),),
        (Goal("p99", lambda rows: rows["ours"].p99 * 1e3, "<", 50, " ms"), whole("ours")),
    )


def growth():
    return Part(
        "growth",
        "ten times the people, 100 commands a second",
        (ours("hundred", people=100, rate=100), ours("thousand", people=1000, rate=100)),
        (
            Goal("processor time each, N=1,000 ÷ N=100", each("thousand", "hundred"), "<=", 1.0),
            whole("hundred", "thousand"),
        ),
    )


def board():
    load = {"people": 300, "rate": 100, "edits": True}
    return Part(
        "board",
        "the same commands on a small and on a full board",
        (ours("small", **load, cards=200), ours("full", **load, cards=FULL)),
        (
            Goal("processor time each, 5,000 ÷ 200 cards", each("full", "small"), "<", 2),
            whole("small", "full"),
        ),
    )


def sealed():
    return Part(
        "sealed",
        "300 people write what nobody sees yet: an answer, and no frame to anybody else",
        (ours("ours", people=300, rate=100, sealed=True),),
        (whole("ours", words="shown to anybody, refused or unanswered"),),
        "sealed",
        "Answers come on a fixed tick of 250 ms, so that when they come says nothing.",
    )


def processes():
    load = {"people": 300, "rate": 50}
    return Part(
        "processes",
        "two processes on Redis beside one on SQLite: 300 people, 50 commands a second",
        (ours("one", "Folkmoot, one on SQLite", **load), pair("two", "Folkmoot, two on Redis", **load)),
        (Goal("processor time each, two ÷ one", each("two", "one"), "<=", 1.4), whole("one", "two")),
        note="Redis has each change on the disk before it answers (appendfsync always); its time counts.",
    )


def join():
    load = {"people": 300}
    full = {"settings": {"board": FULL}}
    return Part(
        "join",
        "300 people come to a board of 5,000 cards at once",
        (ours("ours", **load, cards=FULL), peer("socketio", "bare Socket.IO, 5,000 cards", "socketio", **load, **full)),
        (
            Goal(
                "until all are in ÷ bare Socket.IO", lambda rows: rows["ours"].join / rows["socketio"].join, "<=", 0.5
            ),
            Goal("memory for each connection", lambda rows: memory_each(rows["ours"]) / 1e3, "<=", 100, " kB"),
        ),
        "join",
        "Bare Socket.IO has 5,000 cards too, and encodes them for each who comes.",
    )


def memory():
    load = {"people": 300}
    return Part(
        "memory", "300 people come to an empty board at once", (ours("ours", **load), *peers(**load)), (), "join"
    )


MAKERS = (fanout, small, saturation, saturation_1000, record, growth, board, sealed, processes, join, memory)
PARTS = {make.__name__: make for make in MAKERS}
"""Every part by name, in the order in which they run."""
