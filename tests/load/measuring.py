"""Runs of several servers, taken in turn (A B C A B C) so that a machine's moods fall on all alike; medians of them."""

import contextlib
import json
import statistics
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from functools import partial

from tests.load import process, programs
from tests.load.run import Figures, Job
from tests.running import ROOT

LONGEST = 600


@dataclass(frozen=True)
class Entrant:
    """A server under one load. `key`: what the goals call it; `start`: the context in which it runs."""

    key: str
    name: str
    start: object
    job: dict


@dataclass
class Row:
    """What one entrant did: its figures in each round, and the median of each."""

    entrant: Entrant
    rounds: list = field(default_factory=list)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return statistics.median(getattr(one, name) for one in self.rounds)

    @property
    def each(self):
        """Microseconds of server processor time for each delivered command (for each answer, where nobody sees it)."""
        return statistics.median(each(one) for one in self.rounds)

    @property
    def per_core(self):
        """Delivered commands for each second of server processor time."""
        return 1e6 / self.each

    @property
    def worst_lost(self):
        """Deliveries that never came or came twice, commands refused or not answered: of all rounds together."""
        return sum(one.lost + one.doubled + one.refused + one.unanswered for one in self.rounds)


def each(figures):
    return figures.cpu * 1e6 / max(1, figures.delivered or figures.answers)


def once(entrant, seconds):
    """Start, measure, stop: the figures of one run."""
    with contextlib.ExitStack() as running:
        with process.on_core(process.SERVER_CORE):
            program = running.enter_context(entrant.start())
        job = asdict(Job(places=program.places, pids=program.pids, **{"seconds": seconds} | entrant.job))
        done = subprocess.run(
            (sys.executable, "-m", "tests.load.run"),
            input=json.dumps(job),
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=LONGEST,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{entrant.name}: {done.stderr[-2000:]}")
    return Figures(**json.loads(done.stdout))


def rounds(entrants, repeats, seconds, say):
    """Each entrant's row, by key. `say`: told a line after each run."""
    rows = {one.key: Row(one) for one in entrants}
    for turn in range(repeats):
        for one in entrants:
            figures = once(one, seconds)
            rows[one.key].rounds.append(figures)
            say(f"  {turn + 1}/{repeats} {one.name:40} {_short(figures)}")
    return rows


def _short(figures):
    if figures.sent:
        wrong = figures.lost + figures.doubled + figures.refused + figures.unanswered
        wrong = f"; WRONG {wrong}" if wrong else ""
        heard = (figures.p50, figures.p99)
        latency = heard if figures.delivered else (figures.answer_p50, figures.answer_p99)
        return (
            f"{each(figures):8.2f} µs each, p50 {latency[0] * 1e3:.1f} p99 {latency[1] * 1e3:.1f} ms,"
            f" cores: server {figures.cpu / figures.span:.2f}, crowd {figures.crowd:.2f},"
            f" others {figures.others:.2f}{wrong}"
        )
    return f"joined in {figures.join:.3f} s, {figures.view / 1e3:.0f} kB each, crowd {figures.crowd:.2f}"


def ours(key, name=None, **job):
    """Our own server, as it is by default."""
    settings = job.pop("settings", {})
    return Entrant(key, name or "Folkmoot", partial(programs.ours, **settings), {"line": "ours"} | job)


def peer(key, name, line, **job):
    settings = job.pop("settings", {})
    return Entrant(key, name, partial(programs.peer, line, **settings), {"line": line} | job)


def pair(key, name, **job):
    return Entrant(key, name, programs.pair, {"line": "ours"} | job)
