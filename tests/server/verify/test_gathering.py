"""Who is in the scratch workshop, and that it goes with them."""

from contextlib import suppress

from server.demo.calls import DeclinedError, call
from server.verify.command import made_on
from server.verify.evidence import DELETED, Evidence
from server.verify.gathering import Gathering
from tests import running
from tests.server.verify.conftest import FAST
from tests.waiting import eventually


def gone(url, workshop):
    try:
        call(f"{url}/api/workshops/{workshop}")
    except DeclinedError:
        return True
    return False


def test_a_check_that_is_cut_short_deletes_its_workshop(checked):
    url = checked.server.url
    made = made_on(url, "")
    with suppress(KeyboardInterrupt), Gathering(Evidence(url), made) as gathering:
        assert len(gathering.everybody) == 8
        raise KeyboardInterrupt
    eventually(lambda: gone(url, made["workshop"]))


def test_a_workshop_whose_check_died_is_gone_after_the_server_was_killed_too(tmp_path, monkeypatch):
    with running.servers(tmp_path) as start:
        server = start(**FAST)
        made = made_on(server.url, "")
        monkeypatch.setattr(Gathering, "__exit__", lambda one, *_: one._devices.close())
        found = Evidence(server.url)
        with Gathering(found, made):
            found.ears.moment = DELETED
        content = server.data / "content.sqlite3"
        server.kill9()
        assert made["workshop"].encode() in b"".join(path.read_bytes() for path in server.data.glob("content*"))
        server._command = (running.SERVER[0], "-c", QUICK)
        server.start()
        eventually(lambda: gone(server.url, made["workshop"]))
        eventually(lambda: made["workshop"].encode() not in content.read_bytes())


QUICK = """
from server import transport
transport.patch()
from server import app
app.REST_SECONDS = 0.2
import sys
from server.running import run_server
sys.exit(run_server())
"""
"""A server that looks after what is to be forgotten five times a second, not once a minute."""
