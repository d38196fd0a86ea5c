"""Servers to be checked, and one rehearsal whose evidence all tests here look at."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from server.settings import read
from server.verify import look
from server.verify.command import Wishes, gathered
from server.verify.evidence import Evidence
from tests import running

FAST = {
    "batch_ms": 100,
    "check_ms": 300,
    "closing_ms": 300,
    "ballot_tick_ms": 10,
    "people_tick_ms": 10,
    "sealed_tick_ms": 10,
    "room_tick_ms": 50,
    "here_ms": 1_000,
    "rate": 1000,
    "burst": 1000,
    "workshop_rate": 5000,
}


@dataclass
class Checked:
    """A server, and what its check brought home."""

    server: running.Running
    found: Evidence


def check(server, **settings):
    """One check of this server, in this process."""
    named = {f"FOLKMOOT_{name.upper()}": str(value) for name, value in settings.items()}
    own = read({"FOLKMOOT_DATA": str(server.data), **named})
    return gathered(Wishes(server.url, log=server.data / "server.log"), own, lambda _words: None)


@pytest.fixture(scope="session")
def checked(tmp_path_factory):
    with running.servers(tmp_path_factory.mktemp("servers")) as start:
        server = start(**FAST)
        yield Checked(server, check(server))


@pytest.fixture
def leaking(tmp_path, monkeypatch):
    """A check of a server with these leaks."""
    monkeypatch.setattr(look, "PATIENCE", 0.5)
    monkeypatch.setattr(look, "LONG_PATIENCE", 0.5)
    program = str(Path(__file__).with_name("leaks.py"))
    with running.servers(tmp_path) as start:
        yield lambda *names: check(start(command=(running.SERVER[0], program, *names), **FAST))
