"""Backup while people write, and putting it back: one command each, as an operator types them."""

import subprocess
import sys

import pytest

from tests import running, wire
from tests.faults import people as p
from tests.faults.test_kill import FAST, stored, to_ideas
from tests.waiting import eventually


@pytest.fixture
def command(tmp_path):
    """`command(server, "backup", FILE, ...)`: what it said and its exit code."""

    def run(server, *words):
        words = [sys.executable, "-m", "server", *map(str, words), "--key", str(tmp_path / "key")]
        done = subprocess.run(
            words, cwd=running.ROOT, env=server._environment, capture_output=True, text=True, timeout=60, check=False
        )
        return done.stdout + done.stderr, done.returncode

    return run


def all_wrote(people, count):
    """Wait until each wrote so many more."""
    goals = {one: one.answered + count for one in people}
    eventually(lambda: all(one.answered >= goal or one.wrong for one, goal in goals.items()))


def test_a_backup_taken_while_people_write_comes_back_and_devices_offer_what_it_lacks(start_server, tmp_path, command):
    server, file = start_server(**FAST), tmp_path / "backup"
    made = wire.Made(server.url)
    facilitator = made.facilitator()
    run = to_ideas(facilitator)
    people = [p.Leader(made, facilitator.token, 0, 0.05)]
    people += [p.Writer(made, made.token(f"Pat {seed}"), seed, 0.05, run) for seed in range(1, 4)]
    for one in people:
        one.start()
    try:
        all_wrote(people, 5)
        for one in people:
            one.kept = []  # what is answered from now on may be missing in the backup
        said, code = command(server, "backup", file)
        assert (code, server.alive) == (0, True), said
        assert "A new key was made" in said
        assert "Everything is in" in said
        all_wrote(people, 5)
        p.hold(people)
        assert b"about the sea" not in file.read_bytes()
        said, code = command(server, "restore", file, "--replace")
        assert (code, server.alive) == (1, True)
        assert "Another Folkmoot server is using the folder" in said
        server.stop()
        assert command(server, "restore", file, "--replace")[1] == 0
        restored = stored(server.data, made.id, tmp_path / "copy")
        assert any(one.missed(restored) for one in people), "nothing was written after the backup"
        epochs = {one.epoch for one in people}
        server.start()
        eventually(lambda: not epochs & {one.epoch for one in people} or any(one.wrong for one in people))
        eventually(lambda: p.screens_are_equal(people))
        assert [one.wrong for one in people if one.wrong] == []
        server.kill9()
        records = stored(server.data, made.id, tmp_path / "copy")
        assert [missed for one in people if (missed := one.missed(records))] == []
    finally:
        p.end(people)
