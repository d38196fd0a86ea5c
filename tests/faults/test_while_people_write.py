"""A disk that fills up or fails under a server that people write on, for seconds, again and again."""

import contextlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import running, wire
from tests.faults import people as p
from tests.faults.test_kill import FAST, stored, to_ideas
from tests.waiting import eventually

TOLD_WITHIN = ON_AGAIN_WITHIN = 3.0  # seconds: this is what is promised, so it is measured
SMALL = 'mount -t tmpfs -o size=4m none "$FOLKMOOT_DATA" && exec "$0" -m server run'
ON_A_SMALL_DISK = ("unshare", "-rm", "sh", "-c", SMALL, sys.executable)
CYCLES = 6


@contextlib.contextmanager
def no_room(place):
    """Fill the disk to its last byte."""
    ballast = place / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(bytes(size))
    try:
        yield
    finally:
        ballast.unlink()


@contextlib.contextmanager
def failing(pid, error):
    """Every write of the process fails, until the block ends."""
    inject = ("-e", "trace=pwrite64", "-e", f"inject=pwrite64:error={error}")
    tracer = subprocess.Popen([shutil.which("strace"), "-f", "-qq", "-o", os.devnull, "-p", str(pid), *inject])
    try:
        yield
    finally:
        tracer.terminate()
        tracer.wait(10)


@pytest.fixture
def crowd(tmp_path, request):
    """A server of the kind that the test names, where its files are, and people who write on it."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not there")
    (tmp_path / "data").mkdir()
    server = running.Running(tmp_path / "data", request.param, **FAST)
    people = []
    try:
        made = wire.Made(server.url)
        facilitator = made.facilitator()
        run = to_ideas(facilitator)
        people += [p.Leader(made, facilitator.token, 0, 0.1)]
        people += [p.Writer(made, made.token(), seed, 0.1, run) for seed in range(1, 8)]
        for one in people:
            one.start()
        yield server, made, people
    finally:
        p.end(people)
        server.kill9()


def told(people, *, saving):
    """Wait until everybody was told; seconds that it took."""
    began = time.monotonic()
    eventually(lambda: all(one.line is not None and one.line.room["saving"] is saving for one in people))
    return time.monotonic() - began


def assert_all_is_kept(server, made, people, folder):
    """What was answered is on the disk, and nothing else; read from a copy of the disk of this very process."""
    p.hold(people)
    records = stored(Path(f"/proc/{server.pid}/root{server.data}"), made.id, folder)
    assert [missed for one in people if (missed := one.missed(records))] == []
    p.go_on(people)


def live_through(people, server, fault):
    """One fault that lasts a while: all are told, reading goes on, and all goes on afterwards."""
    lines = eventually(lambda: all(one.line for one in people) and [one.line for one in people])
    with fault:
        refused = eventually(lambda: sum(one.doubt is not None for one in people) > len(people) / 2)
        assert refused
        assert told(people, saving=False) < TOLD_WITHIN
        assert wire.Line(server.url, people[1].token).room["saving"] is False
    assert told(people, saving=True) < ON_AGAIN_WITHIN
    before = [one.answered for one in people]
    eventually(lambda: all(one.answered > was or one.wrong for one, was in zip(people, before, strict=True)))
    assert [one.wrong for one in people if one.wrong] == []
    assert [one.line for one in people] == lines, "somebody was cut off"


@pytest.mark.parametrize("crowd", [ON_A_SMALL_DISK], indirect=True, ids=["tmpfs"])
def test_a_disk_that_is_full_now_and_then(crowd, tmp_path):
    server, made, people = crowd
    place = Path(f"/proc/{server.pid}/root{server.data}")
    for _ in range(CYCLES):
        live_through(people, server, no_room(place))
        assert_all_is_kept(server, made, people, tmp_path / "copy")
    assert server.alive


@pytest.mark.parametrize("crowd", [running.SERVER], indirect=True, ids=["strace"])
def test_a_disk_that_fails_now_and_then(crowd, tmp_path):
    server, made, people = crowd
    for error in ("EIO", "ENOSPC", "EROFS") * (CYCLES // 3):
        live_through(people, server, failing(server.pid, error))
        assert_all_is_kept(server, made, people, tmp_path / "copy")
    assert server.alive
