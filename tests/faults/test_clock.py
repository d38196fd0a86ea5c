"""Somebody sets the machine's clock while a workshop goes on: nobody's clock moves, and nobody is cut off."""

import os
import signal
import time

import pytest

from tests import running, wire
from tests.faults import clock
from tests.server.test_hall import with_a_clock
from tests.waiting import eventually

FAST = {"people_tick_ms": 20, "sealed_tick_ms": 20, "room_tick_ms": 100, "rate": 1000, "burst": 1000}
OFF_BY_MS = 1000  # at most: this is what is promised
TWO_PINGS = 60.0  # seconds in which the server has asked everybody twice whether they are there


@pytest.fixture
def server(tmp_path):
    templates = tmp_path / "templates"
    with_a_clock(templates)
    (tmp_path / "data").mkdir()
    started = running.Running(tmp_path / "data", clock.SERVER, **FAST, grace_ms=100, templates=templates)
    yield started
    started.kill9()


def off_by(line, ends_at, left_ms, since):
    """By how much this device's clock is wrong: its countdown against one that counted on its own."""
    now = line.do("Beat")["now"]
    return abs((ends_at - now) - (left_ms - (time.monotonic() - since) * 1000))


@pytest.mark.parametrize("set_clock", [signal.SIGUSR1, signal.SIGUSR2], ids=["an hour forward", "a day back"])
def test_a_clock_that_is_set_moves_no_countdown_ends_no_step_and_cuts_nobody_off(server, set_clock, long):
    made = wire.Made(server.url, "by-the-clock")
    facilitator = made.facilitator()
    lines = [facilitator, *(made.participant() for _ in range(4))]
    facilitator.do("StartWorkshop")
    run = facilitator.until(lambda view: view["workshop"]["run"])
    ends_at, now, since = facilitator.clock["ends_at"], facilitator.do("Beat")["now"], time.monotonic()
    os.kill(server.pid, set_clock)

    def nothing_has_moved():
        wire.marked(facilitator, *lines)
        assert max(off_by(line, ends_at, ends_at - now, since) for line in lines) <= OFF_BY_MS
        assert not any(line.closed.is_set() for line in lines)
        assert (facilitator.run, facilitator.clock["ends_at"]) == (run, ends_at)

    nothing_has_moved()
    if long:
        end = time.monotonic() + TWO_PINGS
        eventually(lambda: time.monotonic() > end, TWO_PINGS * 2)
        nothing_has_moved()
    made.participant()
    assert facilitator.run == run
