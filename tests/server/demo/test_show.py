import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from server.demo.calls import UnreachableError, call, fetch
from server.demo.device import Device
from tests.running import ROOT

LEAD = re.compile(r"Open (http://[\d.:]+)/f/(\w+)#(\w+)")
PATIENCE = 60


@contextmanager
def demo(tmp_path, *words):
    """The program itself, with temporary files of its own."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("FOLKMOOT_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "server", "demo", *words],
        cwd=ROOT,
        env=own | {"TMPDIR": str(tmp_path), "FOLKMOOT_HOST": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def said_until(process, words):
    said = ""
    for line in process.stdout:
        said += line
        if words in line:
            return said
    raise AssertionError(f"it ended before it said {words!r}: {said}\n{process.stderr.read()}")


def test_a_fast_demo_leaves_decisions_actions_and_votes_on_the_board(tmp_path, url):
    with demo(tmp_path, "--url", url, "--pace", "0.3") as process:
        said, wrong = process.communicate(timeout=PATIENCE)
    assert (process.returncode, wrong) == (0, ""), said
    _, workshop, key = LEAD.search(said).groups()
    with Device.lead(url, workshop, key) as device:
        board = device.board
        plan = fetch(f"{url}/api/workshops/{workshop}/exports/md", token=device.token).decode()
    assert board.state == "ended"
    assert board.entries("decision")
    assert board.entries("action")
    assert any(action["owner"] and action["due"] for action in board.entries("action"))
    assert len(board.cards("idea")) >= 10
    assert board.cards("caution")
    assert {ballot["state"] for ballot in board.entries("ballot")} == {"closed"}
    assert all(1 <= ballot["cast"] <= 8 for ballot in board.entries("ballot"))
    assert all(action["text"] in plan for action in board.entries("action"))


def test_a_demo_of_its_own_stops_by_itself_and_leaves_nothing_behind(tmp_path):
    with demo(tmp_path, "--once", "--pace", "0.2", "--agenda", "initial-ideas-25", "--people", "3") as process:
        said, wrong = process.communicate(timeout=PATIENCE)
    assert (process.returncode, wrong) == (0, "")
    assert "The workshop is over" in said
    assert list(tmp_path.iterdir()) == []
    url = LEAD.search(said).group(1)
    with pytest.raises(UnreachableError):
        call(f"{url}/api/about")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_it_without_a_word_of_complaint(tmp_path, number):
    with demo(tmp_path, "--pace", "0.3", "--people", "4") as process:
        said_until(process, "What we know")
        os.killpg(process.pid, number)
        _, wrong = process.communicate(timeout=15)
    assert (process.returncode, wrong) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_nobody_moves_on_but_the_person_who_wished_to_lead(tmp_path, url):
    with demo(tmp_path, "--url", url, "--lead", "me", "--pace", "0.2", "--people", "2") as process:
        said = said_until(process, "Ctrl-C")
        _, workshop, key = LEAD.search(said).groups()
        with Device.lead(url, workshop, key) as me:
            assert not me.wait(1, lambda board: board.state != "waiting")
            me.ask("StartWorkshop")
            assert me.wait(20, lambda board: len(board.cards("note")) >= 2)
            assert not me.wait(1, lambda board: board.phase["title"] != "Hello")
            me.ask("EndWorkshop", run=me.board.run_id)
            process.communicate(timeout=15)
    assert process.returncode == 0


def test_the_room_screen_s_link_opens_a_room_screen(tmp_path, url):
    with demo(tmp_path, "--url", url, "--lead", "me", "--people", "1") as process:
        said = said_until(process, "Ctrl-C")
        at, workshop, key = re.search(r"Open (http://[\d.:]+)/screen/(\w+)#(\w+)", said).groups()
        assert call(f"{at}/api/workshops/{workshop}/screens", {"key": key})["role"] == "screen"
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=15)


@pytest.mark.parametrize(
    ("words", "say"),
    [
        (["--url", "http://127.0.0.1:9"], "no server answers at http://127.0.0.1:9"),
        (["--agenda", "no-such-agenda"], "We found no agenda of that name."),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(tmp_path, words, say):
    with demo(tmp_path, *words) as process:
        _, wrong = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert say in wrong
    assert len(wrong.splitlines()) == 1
