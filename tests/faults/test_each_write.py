"""A fault at every single write and every single sync, one at a time (strace puts it there)."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys

import pytest

from server.stores import STORES
from tests import running
from tests.faults.keeper import WORKSHOP

CALLS = "pwrite64,fdatasync,fsync,ftruncate"
WRITE_ERRORS = ("ENOSPC", "EIO", "EROFS")


def kept(folder, fault=None):
    """What the keeper said, with a fault under it; and the calls that it made, in order."""
    trace = folder.with_suffix(".trace")
    inject = ["-e", f"inject={fault}"] if fault else []
    command = ["strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={CALLS}", *inject]
    command += [sys.executable, "-m", "tests.faults.keeper", str(folder)]
    environment = os.environ | {"PYTHONPATH": str(running.ROOT)}
    done = subprocess.run(command, cwd=running.ROOT, env=environment, stdout=subprocess.PIPE, timeout=60, check=False)
    calls = re.findall(r"(\w+)\(", trace.read_text())
    return [line.split() for line in done.stdout.decode().splitlines()], calls, done.returncode


def assert_true(folder, said):
    """What was said to be kept is there, what was said to be refused need not be; and nothing is damaged."""

    def told(word):
        return {line[1] for line in said if line[0] == word}

    both = STORES["sqlite"](str(folder))
    saved, people = both.content.load(WORKSHOP), both.people.read(WORKSHOP)
    both.close()
    cards = {key[5:] for key in saved.records if key.startswith("card:")} if saved else set()
    assert told("saved") - told("gone") - told("refused") - told("ended") <= cards
    assert not told("gone") & cards
    assert cards <= told("saved") | told("refused") | told("ended")
    assert told("seated") <= set(people.places)
    for name in ("content", "people"):
        with sqlite3.connect(folder / f"{name}.sqlite3") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()


@pytest.fixture(scope="module")
def calls(tmp_path_factory):
    """How often each call is made when all is well."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not there")
    said, calls, _ = kept(tmp_path_factory.mktemp("well") / "data")
    assert said[-1][0] == "done"
    assert not any(line[0] == "refused" for line in said)
    return {name: calls.count(name) for name in CALLS.split(",")}


def test_an_error_at_any_write_refuses_no_more_than_what_it_hits_and_saving_goes_on(tmp_path, calls):
    hit = 0
    for number in range(1, calls["pwrite64"] + 1):
        folder, error = tmp_path / f"write-{number}", WRITE_ERRORS[number % 3]
        said, _, code = kept(folder, f"pwrite64:error={error}:when={number}")
        assert code == 0, (number, error, said)
        if said == [["closed"]]:
            continue
        assert said[-1][0] == "done", (number, error, said)
        refused = [line for line in said if line[0] == "refused"]
        assert len(refused) <= 3, (number, error, said)
        hit += bool(refused)
        assert_true(folder, said)
        shutil.rmtree(folder)
    assert hit > calls["pwrite64"] / 4, "the faults hardly hit anything"


@pytest.mark.parametrize("error", WRITE_ERRORS)
def test_while_every_write_fails_everything_is_refused_and_all_is_there_when_it_ends(tmp_path, calls, error):
    for start in range(20, calls["pwrite64"], 23):
        folder = tmp_path / f"from-{start}"
        said, _, code = kept(folder, f"pwrite64:error={error}:when={start}+")
        assert code == 0, (start, error, said)
        if said == [["closed"]]:
            continue
        assert_true(folder, said)
        again, _, _ = kept(folder)
        assert again[-1][0] == "done"
        assert not any(line[0] == "refused" for line in again)
        assert_true(folder, said + again)


@pytest.mark.parametrize("call", ["fdatasync", "fsync", "ftruncate"])
def test_after_a_failed_sync_nothing_more_is_said_to_be_kept_and_a_new_start_has_all_that_was(tmp_path, calls, call):
    ended = 0
    for number in range(1, calls[call] + 1):
        folder = tmp_path / f"{call}-{number}"
        said, after, code = kept(folder, f"{call}:error=EIO:when={number}")
        assert code == 0, (number, said)
        assert said[-1][0] in {"done", "ended", "closed"}
        if said[-1][0] == "ended":
            ended += 1
            failed = [n for n, name in enumerate(after) if name == call][number - 1]
            assert after[failed + 1 :] == [], "something was written after it"
        assert_true(folder, said)
        again, _, _ = kept(folder)
        assert again[-1][0] == "done", (number, said, again)
        assert_true(folder, said + again)
        shutil.rmtree(folder)
    assert call != "fdatasync" or ended > calls[call] / 3
