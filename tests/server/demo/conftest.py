"""A workshop on a real server with short waits, and a facilitator whom the test leads."""

from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from server.demo.calls import call
from server.demo.content import read_town
from server.demo.device import Device
from server.demo.mind import Mind
from server.demo.own_server import waits
from tests import running

PATIENCE = 20.0


@dataclass
class Opened:
    """One workshop. `leader`: its facilitator's device."""

    url: str
    id: str
    key: str
    leader: Device
    devices: ExitStack

    def join(self, name=""):
        return self.devices.enter_context(Device.join(self.url, self.id, name))

    def mind(self, seat=0, people=1):
        town = read_town()
        return Mind(self.join(town.people[seat]), town, seat, people)

    def to(self, title, stage=""):
        """Press Start and Next until the step of this title (and this stage) is on."""
        leader = self.leader
        leader.ask("StartWorkshop")
        assert leader.wait(PATIENCE, lambda board: board.run)
        while (leader.board.phase["title"], leader.board.stage) != (title, stage or leader.board.stage):
            self.next()

    def next(self):
        board = self.leader.board
        answer = self.leader.ask("NextPhase", run=board.run_id, version=board.clock["version"])
        assert answer["status"] == "ok", answer
        assert self.leader.wait(PATIENCE, lambda now: now.run_id != board.run_id)

    def open_vote(self, *devices):
        board = self.leader.board
        seats = [device.me["seat"] for device in devices]
        answer = self.leader.ask("ConfirmRoll", run=board.run_id, ballot=board.ballot["id"], seats=seats)
        assert answer["status"] == "ok", answer
        for device in devices:
            assert device.wait(PATIENCE, lambda now: now.ballot.get("state") == "open")


@pytest.fixture(scope="session")
def url(tmp_path_factory):
    """One server for all tests of this folder; each makes a workshop of its own."""
    short = {name.lower(): value for name, value in waits(0.1).items()}
    with running.servers(tmp_path_factory.mktemp("demo")) as start:
        yield start(**short, rate=1000, burst=1000, store="memory").url


@pytest.fixture
def make_workshop(url):
    with ExitStack() as devices:

        def make(agenda="hats-problem-60", at=url):
            made = call(f"{at}/api/workshops", {"agenda": agenda, "title": "Lonely neighbours"})
            key = made["facilitator_link"].partition("#")[2]
            leader = devices.enter_context(Device.lead(at, made["workshop"], key, "Sam"))
            return Opened(at, made["workshop"], key, leader, devices)

        yield make
