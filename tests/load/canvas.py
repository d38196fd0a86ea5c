"""The board on a phone and on a laptop, beside Excalidraw's: how long a frame takes, and a key until it is painted."""

import contextlib
import statistics
from dataclasses import dataclass, field

from tests.load import boards, devices, process, tables
from tests.load.hands import p50, p95
from tests.load.scene import scene
from tests.waiting import pace

STROKES, RATE = 500, 20
REFRESH = 17.0
"""Milliseconds: a screen of 60 a second is due every 16.7, and says so within a tenth."""


@dataclass(frozen=True)
class Case:
    """`frame`: milliseconds that a frame may take at p95, as seen (`seen`) and by the page's own thread (`frame`)."""

    device: devices.Device
    cards: int
    seen: float
    frame: float


CASES = (Case(devices.PHONE, 1000, 25.0, 25.0), Case(devices.LAPTOP, 5000, REFRESH, 16.0))
KEY = 50.0


@dataclass
class Row:
    """The figures of one board in one case, of all rounds."""

    case: Case
    name: str
    rounds: list = field(default_factory=list)

    def median(self, figure):
        return statistics.median(one[figure] for one in self.rounds)

    def least(self, figure):
        return min(one[figure] for one in self.rounds)


def figures(board, case):
    """One round: open, pan, zoom, type. Milliseconds by name."""
    with devices.screen(case.device) as screen:
        hands = board.open(screen)
        screen.slow_down()
        pan, zoom = hands.pans(), hands.zooms()
        board.begins_to_type(screen)
        with board.changed(screen, RATE):
            keys = hands.types()
    found = {"key p50": p50(keys), "key p95": p95(keys), "key worst": keys[-1]}
    for name, one in (("pan", pan), ("zoom", zoom)):
        if not one.work:
            raise RuntimeError(f"{board.name} did not move: {name}")
        found |= {f"{name} p95": p95(one.intervals), f"{name} worst": one.intervals[-1], f"{name} p50": p50(one.work)}
        found |= {f"{name} work p95": p95(one.work), f"{name} frames": len(one.intervals)}
    return found


def busy(seconds=1.0):
    """How many of the two cores something else uses, just now."""
    before = process.used(process.PAIR)
    pace(seconds)
    return (process.used(process.PAIR) - before) / seconds


COLUMNS = (
    ("board", lambda row: row.name),
    ("device", lambda row: f"{row.case.device.name}, {row.case.cards:,} cards"),
    ("pan p95", lambda row: f"{row.median('pan p95'):.1f}"),
    ("thread p50", lambda row: f"{row.median('pan p50'):.1f}"),
    ("thread p95", lambda row: f"{row.median('pan work p95'):.1f}"),
    ("zoom p95", lambda row: f"{row.median('zoom p95'):.1f}"),
    ("thread p50", lambda row: f"{row.median('zoom p50'):.1f}"),
    ("thread p95", lambda row: f"{row.median('zoom work p95'):.1f}"),
    ("worst frame", lambda row: f"{max(row.median('pan worst'), row.median('zoom worst')):.0f}"),
    ("key p50", lambda row: f"{row.median('key p50'):.0f}"),
    ("key p95", lambda row: f"{row.median('key p95'):.0f}"),
    ("key worst", lambda row: f"{row.median('key worst'):.0f}"),
)


def goals_of(case, ours, peer):
    """What is asked for, the figure, whether it is met, and ours ÷ Excalidraw's."""
    asked = [(f"{move}: frame seen, p95", f"{move} p95", case.seen) for move in ("pan", "zoom")]
    asked += [(f"{move}: frame, page's thread, p95", f"{move} work p95", case.frame) for move in ("pan", "zoom")]
    asked.append(("key to paint, p95", "key p95", KEY))
    for words, figure, most in asked:
        value = ours.median(figure)
        ratio = value / peer.median(figure) if peer else float("nan")
        yield words, value, ours.least(figure), most, ratio


def page(case, rows, say):
    """The tables of a case; how many goals are not met."""
    say("\n" + tables.markdown([[head for head, _ in COLUMNS], *([cell(row) for _, cell in COLUMNS] for row in rows)]))
    cells, missed = [["goal", "ms", "best round", "asked for", "met", "÷ Excalidraw"]], 0
    for words, value, least, most, ratio in goals_of(case, rows[0], rows[1] if len(rows) > 1 else None):
        missed += value > most
        met = "yes" if value <= most else "**no**"
        cells.append([words, f"{value:.1f}", f"{least:.1f}", f"≤ {most:g}", met, f"{ratio:.2f}"])
    say(tables.markdown(cells))
    return missed


def canvas(rounds, names, alone, say):
    """Measure these devices, in turn ours and the peer; how many goals are not met."""
    missed = 0
    for case in CASES:
        if case.device.name not in names:
            continue
        with contextlib.ExitStack() as running:
            laid = scene(case.cards, STROKES)
            shown = [running.enter_context(boards.ours(laid))]
            if not alone:
                shown.append(running.enter_context(boards.excalidraw(laid)))
            rows = [Row(case, board.name) for board in shown]
            for turn in range(rounds):
                for board, row in zip(shown, rows, strict=True):
                    others = busy()
                    row.rounds.append(found := figures(board, case))
                    said = ", ".join(f"{name} {found[name]:.1f}" for name in ("pan p95", "zoom p95", "key p95"))
                    say(f"  {turn + 1}/{rounds} {case.device.name:7} {row.name:11} {said}; others {others:.2f} cores")
        missed += page(case, rows, say)
    say(f"{missed} goals not met" if missed else "every goal met")
    return missed
