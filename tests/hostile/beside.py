"""How long others wait while something goes on, and what the server works for it: measured fairly, on two cores.

The server has a core of its own. Those who measure and those who attack share another, and the system lets
attackers work only when nobody else wants to. What is left of an attack's own weight on the machine is measured too:
the same attack on a sink, which is another server on the first one's core that works only while that one does not.
On a machine with other work, run it under `chrt -r 10`.
"""

import contextlib
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests import running, wire
from tests.hostile.guests import seats
from tests.running import ROOT

RATE, SECONDS, ROUNDS = 40, 2.0, 7
"""Commands a second of all who measure, the length of one measurement, and how many of each there are."""
PEOPLE = 5
"""Who take turns to ask, so that each asks less than it may."""
ATTACKERS = 20
SHARED = Path("/dev", "shm")  # memory that looks like a disk
TICKS = os.sysconf("SC_CLK_TCK")


def cores():
    """The core of the server, and that of everybody else: the same where there is only one."""
    there = sorted(os.sched_getaffinity(0))
    return there[0], there[-1]


def last_of_all(pid):
    """Let a process work only while we and the server do not want to, on its core."""
    plain = os.sched_getscheduler(0) == os.SCHED_OTHER
    policy = os.SCHED_IDLE if plain else os.SCHED_OTHER  # under `chrt` the machine's other work is no reason to wait
    for task in Path(f"/proc/{pid}/task").iterdir():
        os.sched_setscheduler(int(task.name), policy, os.sched_param(0))


@contextlib.contextmanager
def two_cores(**settings):
    """A server, and a sink beside it. They keep their data in memory: no disk is measured."""
    place = SHARED if SHARED.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder, running.servers(Path(folder)) as start:
        yield from _pinned(start, settings)


def _pinned(start, settings):
    all_of_them, (server_core, other_core) = os.sched_getaffinity(0), cores()
    os.sched_setaffinity(0, {server_core})
    try:
        server, sink = start(**settings), start(**settings)
        last_of_all(sink.pid)
        os.sched_setaffinity(0, {other_core})
        yield server, sink
    finally:
        os.sched_setaffinity(0, all_of_them)


def worked(server):
    """Seconds that the server's process has worked so far."""
    after = Path(f"/proc/{server.pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(after[11]) + int(after[12])) / TICKS


@contextlib.contextmanager
def going_on(attack, made, tokens):
    """The attack, as a program of its own. Yields a list to which it adds, at its end, how much it sent."""
    command = [sys.executable, "-m", "tests.hostile.attacks", attack, made.url, *tokens]
    program, sent = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True), []
    try:
        last_of_all(program.pid)
        yield sent
        assert program.poll() is None, "the attack ended"
        program.send_signal(signal.SIGTERM)
        sent += map(int, program.communicate(timeout=10)[0].split())
    finally:
        program.kill()
        program.wait()


@dataclass
class Figures:
    """Of one situation, over all rounds. `waits`: ms within which 95 % are served; `work`: of the server, in a second;
    `sent`: connections and KiB in a second."""

    waits: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    sent: list[tuple[int, int]] = field(default_factory=list)

    @property
    def usual(self):
        return statistics.median(self.waits)

    def __str__(self):
        came = [statistics.median(column) for column in zip(*self.sent, strict=True)]
        beside = f", {came[0]:.0f} connections and {came[1] / 1024:.0f} KiB" if came else ""
        return f"{self.usual:.2f} ms ({statistics.median(self.work) * 1000:.0f} ms of work a second{beside})"


class Others:
    """People of one workshop who take turns to ask, and one who sees what they did."""

    def __init__(self, server):
        self.server, self.made = server, wire.Made(server.url)
        self._ask = [self.made.facilitator() for _ in range(PEOPLE)]
        self._sees, self._pause = self.made.participant(), threading.Event()
        self.tokens = seats(self.made, ATTACKERS)

    def measure(self, into):
        """From a command until it shows on another screen, over a moment; the first ones do not count."""
        took, began, work = [], time.monotonic(), worked(self.server)
        for turn in range(int(SECONDS * RATE)):
            self._pause.wait(max(0.0, began + turn / RATE - time.monotonic()))
            took.append(self._once(self._ask[turn % PEOPLE]))
        into.work.append((worked(self.server) - work) / (time.monotonic() - began))
        into.waits.append(statistics.quantiles(took[5:], n=20)[-1])

    def _once(self, asks):
        title, began = f"Title {time.monotonic_ns()}", time.monotonic()
        asks.do("RenameWorkshop", title=title, version=asks.view["workshop"]["title_version"])
        self._sees.until(lambda view: view["workshop"]["title"] == title)
        took = (time.monotonic() - began) * 1000
        for other in self._ask:
            other.until(lambda view: view["workshop"]["title"] == title)
        return took

    def beside(self, attack, victims, into):
        """Measure while the attack goes on, against the workshop of `victims`."""
        began = time.monotonic()
        with going_on(attack, victims.made, victims.tokens) as sent:
            self._pause.wait(1)  # until it has begun
            self.measure(into)
        lasted = time.monotonic() - began
        into.sent.append([much / lasted for much in sent])


def measured(others, victims, attack):
    """Figures alone, beside the attack on the sink, and beside the attack. They take turns."""
    alone, control, beside = Figures(), Figures(), Figures()
    for _ in range(ROUNDS):
        others.measure(alone)
        others.beside(attack, victims, control)
        others.beside(attack, others, beside)
    return alone, control, beside
