"""What the rehearsal left in the log."""

import pytest

from server.verify.evidence import Evidence
from server.verify.log import LogFile, in_log
from server.verify.result import Verdict


def seen(log):
    found = Evidence("http://127.0.0.1:1", log=log)
    found.story.names.append("0123456789abcdef01234567")
    return in_log(found).verdict


def test_only_what_was_written_since_is_read(tmp_path):
    path = tmp_path / "log"
    path.write_text("before\n")
    log = LogFile(path)
    with path.open("a") as file:
        file.write("since\n")
    assert log.since() == b"since\n"
    path.write_text("new")
    assert log.since() == b"new"


@pytest.mark.parametrize(
    "line",
    [
        b"name 0123456789abcdef01234567",
        b"from 192.168.1.20:4711",
        b"from fe80:0:0:0:1:2:3:4",
        b'{"where":"2001:db8::7"}',
        b"from [::1]:8000",
        b"from ::ffff:192.0.2.7",
        b"from FE80::1%eth0",
    ],
)
def test_names_and_addresses_are_told(line):
    assert seen(line) is Verdict.BROKEN


def test_a_sound_log_is_good_and_none_is_no_answer():
    assert seen(b'{"event":"failed","where":["desk.py:12:ask","at 12:30:45"],"level":"error"}') is Verdict.HELD
    assert seen(None) is Verdict.UNKNOWN
