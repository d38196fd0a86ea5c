"""What holds when the server is killed in the middle of everything. Real processes, real files."""

import random
import shutil
import statistics
import sys
import time

import pytest

from server.stores import STORES
from tests import wire
from tests.faults import people as p
from tests.waiting import eventually

BACK_WITHIN = 5.0  # seconds: this is what is promised, so it is measured
FAST = {"people_tick_ms": 20, "sealed_tick_ms": 20, "room_tick_ms": 200, "rate": 1000, "burst": 1000}


def to_ideas(facilitator):
    """The step in which ideas are written that nobody sees yet."""
    wire.to_stage(facilitator, "write", "ideate")
    while not facilitator.view["workshop"]["keeping"]:
        wire.next_phase(facilitator)
    return facilitator.run


def stored(data, workshop, folder):
    """The records of a workshop as a dead or idle server left them, read from a copy: it is to mend its own."""
    shutil.copytree(data, folder, ignore=shutil.ignore_patterns("*-shm", "ballast"))
    both = STORES["sqlite"](str(folder))
    records = both.content.load(workshop).records
    both.close()
    shutil.rmtree(folder)
    return records


@pytest.fixture
def crowd(long, start_server):
    """A server, and people who write four times a second."""
    server = start_server(**FAST)
    made = wire.Made(server.url)
    facilitator = made.facilitator()
    run = to_ideas(facilitator)
    made.close()
    count, every = (49, 0.25) if long else (11, 0.1)
    people = [p.Leader(made, facilitator.token, 0, every)]
    people += [p.Writer(made, made.token(), seed, every, run) for seed in range(1, count + 1)]
    for one in people:
        one.start()
    yield server, made, people
    p.end(people)


def cut_off(people):
    """Wait until nobody has a line any more: all answers that came have been heard."""
    eventually(lambda: all(one.line is None or one.wrong for one in people))


def seconds_until_all_are_back(people):
    began = time.monotonic()
    eventually(lambda: all(one.line is not None for one in people) or any(one.wrong for one in people))
    p.hold(people)
    eventually(lambda: p.screens_are_equal(people))
    return time.monotonic() - began


def test_killed_at_random_moments_nothing_answered_is_lost_or_done_twice_and_all_are_back(
    crowd, tmp_path, long, capsys
):
    server, made, people = crowd
    chance, returns = random.Random(7), []
    for _ in range(200 if long else 2):
        goal = sum(one.answered for one in people) + chance.randrange(20, 200 if long else 60)
        eventually(lambda goal=goal: sum(one.answered for one in people) >= goal or any(one.wrong for one in people))
        server.kill9()
        cut_off(people)
        records = stored(server.data, made.id, tmp_path / "copy")
        assert [missed for one in people if (missed := one.missed(records))] == []
        server.start()
        returns.append(seconds_until_all_are_back(people))
        assert returns[-1] < BACK_WITHIN
        p.go_on(people)
    p.hold(people)
    assert_all_is_shown(server, people)
    total = sum(one.answered for one in people)
    if long:
        with capsys.disabled():
            median, slowest = statistics.median(returns), max(returns)
            sys.stdout.write(f" {total} answered; returns: median {median:.1f} s, slowest {slowest:.1f} s ")


def assert_all_is_shown(server, people):
    """At the reveal everybody sees exactly what was answered."""
    facilitator = wire.Line(server.url, people[0].token)
    wire.next_phase(facilitator)
    said = {card: text for one in people[1:] for card, (_, text) in one.saved.items()}
    assert said
    for one in people:
        one.line.until(lambda view: view["workshop"]["run"] == facilitator.run)
    for view in [facilitator.view, *(one.line.view for one in people)]:
        assert {key[5:]: entry["text"] for key, entry in view.items() if key.startswith("card:")} == said
        assert view["workshop"]["title"] == f"Title {people[0].changes}"


def test_an_alarm_that_was_set_before_the_crash_rings_after_it(start_server):
    """A vote that somebody closed is counted although the server died in its last seconds."""
    server = start_server(**FAST, closing_ms=1500)
    made = wire.Made(server.url)
    facilitator = made.facilitator()
    to_ideas(facilitator)
    for n in range(3):
        facilitator.do("AddCard", **wire.card(facilitator.run, "idea", f"idea {n}"))
    wire.to_stage(facilitator, "vote")
    ballot = facilitator.view[f"run:{facilitator.run}"]["ballot"]
    facilitator.do("ConfirmRoll", run=facilitator.run, ballot=ballot, seats=[facilitator.entered["seat"]])
    facilitator.until(lambda view: view[f"ballot:{ballot}"]["state"] == "open")
    facilitator.do("NextPhase", run=facilitator.run, version=facilitator.clock["version"])
    server.kill9()
    server.start()
    back = wire.Line(server.url, facilitator.token)
    back.until(lambda view: view[f"ballot:{ballot}"]["state"] == "closed")
