"""The command, as whoever runs a server types it."""

import subprocess
import sys

import pytest

from server.verify.command import CannotCheckError, made_on
from tests import running


def verify(server, *options, given=None, **settings):
    own = {f"FOLKMOOT_{name.upper()}": str(value) for name, value in settings.items()}
    return subprocess.run(
        (sys.executable, "-m", "server", "verify", "--url", server.url, *options),
        cwd=running.ROOT,
        env=server._environment | own,
        input=given,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_the_report_is_printed_and_written_and_the_exit_code_says_how_it_went(checked, tmp_path, long):
    """In the short form with a store that is another server's, so that less has to be waited for."""
    report, log = tmp_path / "r.html", checked.server.data / "server.log"
    held = "17 of 17 promises held." if long else "12 of 17 promises held, 5 could not be checked."
    own = {} if long else {"store": "memory"}
    done = verify(checked.server, "--report", str(report), "--log", str(log), **own)
    assert done.returncode == 0, done.stdout + done.stderr
    assert held in done.stdout
    assert held in report.read_text()


@pytest.mark.parametrize("options", [("--report", "r.pdf"), ("--log", "/nowhere/at/all")])
def test_files_that_cannot_be_used_are_refused_at_once(checked, options):
    assert verify(checked.server, *options).returncode == 2


def test_without_an_agenda_that_fits_nothing_begins(checked, monkeypatch):
    monkeypatch.setattr("server.verify.command.fitting", lambda _agendas: "")
    with pytest.raises(CannotCheckError):
        made_on(checked.server.url, "")
