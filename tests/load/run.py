"""One run of the crowd against one server: a process of its own, told what to do in JSON, answering in JSON.

    python -m tests.load.run < job

Job: `line` and `places` (which server, where), `pids` (its processes), `people`, `writers`, and `rate` (open loop:
commands a second, on a fixed schedule, whatever comes back) or `window` (closed loop: so many under way). Lengths
are in seconds. `others` in what comes out: cores of the two that something else used meanwhile.
"""

import gc
import json
import os
import sys
import time
from dataclasses import asdict, dataclass, field
from time import monotonic

from tests.load import process
from tests.load.crowd import Crowd
from tests.load.lines import SocketIo
from tests.load.ours import Ours
from tests.load.tally import percentile
from tests.load.writing import ClosedLoop, OpenLoop, fill, rounded
from tests.load.yjs import Hocuspocus, YWebsocket

PEERS = {"socketio": SocketIo, "hocuspocus": Hocuspocus, "ywebsocket": YWebsocket}


@dataclass(frozen=True)
class Job:
    """What to do. `cards`: how many there are before it begins; `edits`: commands change them, else they add."""

    line: str
    places: list
    pids: list = field(default_factory=list)
    people: int = 10
    writers: int = 50
    rate: float = 0
    window: int = 0
    cards: int = 0
    edits: bool = False
    sealed: bool = False
    warm: float = 1.0
    seconds: float = 4.0
    drain: float = 5.0


@dataclass
class Figures:
    """What came out. Times in seconds, memory in bytes; `cpu` of all processes of the server."""

    join: float = 0.0
    view: int = 0
    before: int = 0
    after: int = 0
    join_cpu: float = 0.0
    sent: int = 0
    delivered: int = 0
    lost: int = 0
    doubled: int = 0
    refused: int = 0
    cpu: float = 0.0
    span: float = 0.0
    crowd: float = 0.0
    others: float = 0.0
    frames: int = 0
    bytes: int = 0
    p50: float = 0.0
    p95: float = 0.0
    p99: float = 0.0
    answers: int = 0
    unanswered: int = 0
    answer_p50: float = 0.0
    answer_p99: float = 0.0
    stalls: int = 0


class Run:
    """One job, carried out."""

    def __init__(self, job):
        self.job, self.figures = job, Figures()
        self.writers = min(job.writers, job.people - 1)
        self.line = _line(job, self.writers)
        self.crowd = Crowd(self.line, job.people)

    def all(self):
        """Fill the board, come in, send, and count."""
        job, crowd = self.job, self.crowd
        if job.cards and job.line == "ours":
            fill(self.line, job.people, self.writers, rounded(job.cards, self.writers))
        self._join()
        if job.rate or job.window:
            self._drive()
            self._drain()
            self._count()
        crowd.leave()
        return self.figures

    def _join(self):
        job, crowd, figures = self.job, self.crowd, self.figures
        crowd.join([0])
        _rest(crowd, 0.5)
        figures.before, crowd.received = process.memory(job.pids), 0
        before = self._used()
        figures.join = crowd.join(range(1, job.people))
        figures.join_cpu, mine, used = (now - then for then, now in zip(before, self._used(), strict=True))
        figures.crowd = mine / figures.join
        figures.others = max(0.0, used - figures.join_cpu - mine) / figures.join
        figures.view = crowd.received // max(1, job.people - 1)
        _rest(crowd, 1.5 if job.cards or not (job.rate or job.window) else 0.3)
        figures.after = process.memory(job.pids)

    def _drive(self):
        job = self.job
        pace = OpenLoop if job.rate else ClosedLoop
        loop = pace(self.crowd, self.writers, job.rate or job.window)
        began = monotonic()
        while monotonic() - began < job.warm:
            loop.step()
        opened = self._mark()
        while monotonic() - opened[0] < job.seconds:
            loop.step()
        closed = self._mark()
        self.figures.stalls = getattr(loop, "stalls", 0)
        self.opened, self.closed = opened[0], closed[0]
        differences = (after - before for before, after in zip(opened, closed, strict=True))
        span, cpu, mine, used, delivered, answered, frames, received = differences
        figures = self.figures
        figures.span, figures.cpu, figures.crowd, figures.delivered = span, cpu, mine / span, delivered
        figures.others = max(0.0, used - cpu - mine) / span
        figures.answers, figures.frames, figures.bytes = answered, frames, received

    def _mark(self):
        crowd = self.crowd
        told = (crowd.tally.delivered, crowd.answered, crowd.frames, crowd.received)
        return (monotonic(), *self._used(), *told)

    def _used(self):
        """Seconds of processor time so far: of the server, of the crowd, of anybody on the two cores."""
        return process.cpu(self.job.pids), time.process_time(), process.used(process.PAIR)

    def _drain(self):
        crowd, tally, job = self.crowd, self.crowd.tally, self.job
        end = monotonic() + job.drain
        while monotonic() < end:
            crowd.turn(0.05)
            seen = job.sealed or tally.finished >= len(tally.sent_at)
            if seen and (not self.line.answers or crowd.answered >= len(tally.sent_at)):
                break

    def _count(self):
        crowd, tally, figures, job = self.crowd, self.crowd.tally, self.figures, self.job
        figures.sent = len(tally.sent_at)
        figures.refused = crowd.refused
        figures.unanswered = figures.sent - crowd.answered if self.line.answers else 0
        if job.sealed:
            figures.doubled = tally.shown  # what nobody may see was seen
        else:
            figures.lost, figures.doubled = tally.lost(), tally.doubled()
        window = (self.opened, self.closed)
        reached = tally.latencies(*window)
        answers = sorted(took for began, took in crowd.answer_times if window[0] <= began < window[1])
        figures.p50, figures.p95, figures.p99 = (percentile(reached, share) for share in (0.5, 0.95, 0.99))
        figures.answer_p50, figures.answer_p99 = (percentile(answers, share) for share in (0.5, 0.99))


def _line(job, writers):
    if job.line == "ours":
        cards = rounded(job.cards, writers) if job.edits else 0
        return Ours(job.places, job.people, cards=cards, sealed=job.sealed)
    return PEERS[job.line](job.places)


def _rest(crowd, seconds):
    end = monotonic() + seconds
    while (left := end - monotonic()) > 0:
        crowd.turn(left)


def main():
    os.sched_setaffinity(0, {process.CROWD_CORE})
    gc.disable()
    job = Job(**json.load(sys.stdin))
    json.dump(asdict(Run(job).all()), sys.stdout)


if __name__ == "__main__":
    main()
