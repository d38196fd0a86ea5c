"""A real server with the limits that it has at home, but short waits, and a workshop in it that minds its business."""

import pytest

from tests import running, wire

SHORT = {
    "batch_ms": 200,
    "people_tick_ms": 20,
    "sealed_tick_ms": 20,
    "ballot_tick_ms": 20,
    "room_tick_ms": 50,
    "here_ms": 100,
    "closing_ms": 500,
}


LONG_ONLY = {"test_beside.py", "test_long_waits.py"}


def pytest_ignore_collect(collection_path, config):
    """What is nothing but long has no short form to run each time."""
    return True if collection_path.name in LONG_ONLY and not config.getoption("long") else None


@pytest.fixture(scope="session")
def start(tmp_path_factory):
    with running.servers(tmp_path_factory.mktemp("servers")) as start:
        yield start


@pytest.fixture(scope="session")
def server(start):
    """One for all files: what an attack left behind must not matter either."""
    return start(**SHORT)


@pytest.fixture(scope="session")
def hasty_server(start):
    """One on which a connection may ask as much as it likes: to attack what lies behind that limit."""
    return start(**SHORT, rate=10_000, burst=10_000)


@pytest.fixture
def made(server):
    """A new workshop; `made.facilitator()` and `made.participant()` are devices that do no harm."""
    made = wire.Made(server.url)
    yield made
    made.close()


@pytest.fixture
def hasty(hasty_server):
    made = wire.Made(hasty_server.url)
    yield made
    made.close()
