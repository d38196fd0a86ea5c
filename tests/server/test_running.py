"""Starting and ending the program: what it says, and what it does when it cannot start."""

import subprocess
import sys
from pathlib import Path

from server.addresses import Addresses
from server.running import Stopping, greeting
from tests import running


def start(**settings):
    environment = {"PATH": "", "FOLKMOOT_STORE": "memory", "PORT": "0"}
    environment |= {f"FOLKMOOT_{name.upper()}": str(value) for name, value in settings.items()}
    command = [sys.executable, "-m", "server", "run"]
    return subprocess.run(
        command, cwd=running.ROOT, env=environment, capture_output=True, text=True, timeout=30, check=False
    )


def test_the_first_line_is_the_address_and_phones_get_a_picture():
    said = greeting(Addresses("", "http://192.0.2.7:8000", "http://127.0.0.1:8000"), "ABCD-EFGH")
    assert said.splitlines()[0] == "Open http://127.0.0.1:8000"
    assert "http://192.0.2.7:8000" in said
    assert "█" in said
    assert "ABCD-EFGH" in said


def test_where_nobody_else_can_come_there_is_no_picture_and_no_code():
    said = greeting(Addresses("", "", "http://127.0.0.1:8000"), "ABCD-EFGH")
    assert said == "Open http://127.0.0.1:8000"


def test_where_anyone_may_make_a_workshop_no_code_is_shown():
    assert "To make" not in greeting(Addresses("https://board.example.org", "", "http://127.0.0.1:1"), "anyone")


def test_a_bad_setting_is_told_by_name_and_nothing_starts():
    done = start(batch_ms="soon")
    assert done.returncode == 1
    assert done.stderr == "FOLKMOOT_BATCH_MS must be a whole number from 50 to 2147483648\n"
    assert "Traceback" not in done.stderr


def test_a_store_that_does_not_exist_is_told():
    done = start(store="punchcards")
    assert done.returncode == 1
    assert "FOLKMOOT_STORE" in done.stderr


def test_an_agenda_with_an_error_is_told_by_file_and_line(tmp_path):
    (tmp_path / "agendas").mkdir()
    (tmp_path / "agendas" / "bad.yaml").write_text("title: Bad\nphases: 7\n")
    done = start(templates=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_told(server):
    done = start(port=server.port, host="0.0.0.0")  # noqa: S104
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_signal_asks_for_the_end():
    stopping = Stopping()
    stopping.ask(15, None)
    assert stopping.asked


def test_it_ends_soon_when_it_is_asked_to(start_server):
    server = start_server()
    server.stop()  # which does not wait longer than ten seconds
    assert not server.alive


def test_a_server_that_dies_leaves_no_image_of_its_memory(start_server):
    limits = Path(f"/proc/{start_server().pid}/limits").read_text().splitlines()
    (line,) = [one for one in limits if one.startswith("Max core file size")]
    assert line.split()[4:6] == ["0", "0"]
