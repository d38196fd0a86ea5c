"""A disk that is full, or breaks: nothing false is said, reading goes on, and so does saving as soon as it can."""

import os
import signal
import time

import pytest

from tests import running, wire
from tests.faults import kernel
from tests.waiting import eventually

FAST = {"people_tick_ms": 20, "sealed_tick_ms": 20, "rate": 1000, "burst": 1000}
TOLD_WITHIN = 3.0  # seconds: this is what is promised, so it is measured
ON_AGAIN_WITHIN = 3.0


def told(lines, *, saving):
    """Wait until everybody was told whether saving goes on; seconds that it took."""
    began = time.monotonic()
    for line in lines:
        eventually(lambda line=line: line.room["saving"] is saving)
    return time.monotonic() - began


@pytest.fixture
def server(start_server):
    return start_server(**FAST)


def test_while_the_disk_is_full_nothing_is_falsely_answered_everybody_is_told_and_it_goes_on_by_itself(server):
    made = wire.Made(server.url)
    facilitator = made.facilitator("Fay")
    lines = [facilitator, made.participant("Pat"), made.screen(facilitator)]
    facilitator.do("RenameWorkshop", title="Before", version=0)
    with kernel.no_room(server.pid):
        answer = facilitator.ask("RenameWorkshop", title="Lost", version=1)
        assert (answer["status"], answer["code"]) == ("refused", "saving_paused")
        assert answer["say"] == "Saving is paused. Your words are kept on this device."
        assert told(lines, saving=False) < TOLD_WITHIN
        late = wire.Line(server.url, lines[1].token)
        assert late.view["workshop"]["title"] == "Before", "reading goes on"
        assert late.entered["room"]["saving"] is False
        with pytest.raises(AssertionError, match="Saving is paused"):
            made.token("Nobody")
        for _ in range(20):
            assert facilitator.ask("RenameWorkshop", title="Lost", version=1)["status"] == "refused"
    assert told([*lines, late], saving=True) < ON_AGAIN_WITHIN
    facilitator.do("RenameWorkshop", title="After", version=1)
    made.participant("Pia")
    server.kill9()
    server.start()
    assert wire.Line(server.url, facilitator.token).view["workshop"]["title"] == "After"


def test_when_a_sync_fails_nothing_is_answered_well_and_the_server_ends_so_that_it_is_started_again(tmp_path):
    server = running.Running(tmp_path, kernel.SERVER, **FAST)
    try:
        made = wire.Made(server.url)
        facilitator, person = made.facilitator(), made.participant()
        facilitator.do("RenameWorkshop", title="Kept", version=0)
        os.kill(server.pid, signal.SIGUSR1)
        answer = facilitator.ask("RenameWorkshop", title="Doubtful", version=1)
        assert (answer["status"], answer["code"]) == ("refused", "saving_paused")
        eventually(lambda: not server.alive)
        assert server._process.wait(10) == os.EX_IOERR
        assert "The disk did not confirm what was written" in server.log()
        assert "Traceback" not in server.log()
        assert [one["reason"] for one in person.farewells] == ["shutting_down"]
        server.start()
        back = wire.Line(server.url, facilitator.token)
        assert back.view["workshop"]["title"] in {"Kept", "Doubtful"}
        version = back.view["workshop"]["title_version"]
        back.do("RenameWorkshop", title="Goes on", version=version)
    finally:
        server.kill9()
