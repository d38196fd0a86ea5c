"""One real server, with short waits, for all tests of this folder that speak to it over the wire; and a clock."""

import pytest

from tests import running, wire

FAST = {
    "batch_ms": 200,
    "check_ms": 300,
    "closing_ms": 200,
    "talk_ms": 300,
    "ballot_tick_ms": 20,
    "people_tick_ms": 20,
    "sealed_tick_ms": 20,
    "room_tick_ms": 50,
    "here_ms": 100,
    "rate": 1000,
    "burst": 1000,
    "workshop_rate": 5000,
    "embed_origins": "https://meet.example.org https://talk.example.org",
    "support": "Local help: 555 0100",
}


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self):
        self.time = 1000.0

    def __call__(self):
        return self.time


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    with running.servers(tmp_path_factory.mktemp("servers")) as start:
        yield start(**FAST)


@pytest.fixture
def made(server):
    """A new workshop of `hats-problem-60`."""
    made = wire.Made(server.url)
    yield made
    made.close()
