"""What holds when several processes share a Redis, and it or one of them fails. Real processes, a real Redis."""

import copy
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from statistics import quantiles

import pytest

from server.stores import open_redis
from tests import keeping, wire
from tests.faults import people as p
from tests.faults.test_kill import FAST, to_ideas
from tests.waiting import eventually

CURRENT_WITHIN = 2.0  # seconds: this is what is promised, so it is measured


class Timed(wire.Line):
    """A device that notes when each title reached it."""

    def _patch(self, frame):
        if "workshop" in frame["set"]:
            self.__dict__.setdefault("came", {}).setdefault(frame["set"]["workshop"]["title"], time.monotonic())
        super()._patch(frame)


class Leader(p.Leader):
    """Notes when each title was asked for."""

    def _wish(self):
        act, fields = super()._wish()
        self.__dict__.setdefault("asked", {})[fields["title"]] = time.monotonic()
        return act, fields


class Doors:
    """A workshop on several processes. Whoever is cut off tries the next one."""

    def __init__(self, made, urls, first):
        self.id, self._urls, self._tries = made.id, urls, first

    @property
    def url(self):
        self._tries += 1
        return self._urls[self._tries % len(self._urls)]


@pytest.fixture(scope="module")
def kept():
    """A Redis that these tests may break: they leave it running."""
    with keeping.redis() as kept:
        yield kept


@pytest.fixture(scope="module")
def two(kept, start_shared_server):
    """Two servers on it."""
    settings = FAST | {"store": "redis", "redis_url": kept.url, "here_ms": 1000}
    return [start_shared_server(**settings) for _ in range(2)]


def crowd(two, count, every):
    """People spread over both: one who leads, and `count` who write unseen."""
    made = wire.Made(two[0].url)
    facilitator = made.facilitator()
    run = to_ideas(facilitator)
    made.close()
    urls = [server.url for server in two]
    people = [Leader(Doors(made, urls, 0), facilitator.token, 0, every)]
    people += [p.Writer(Doors(made, urls, seed), made.token(), seed, every, run) for seed in range(1, count + 1)]
    for one in people:
        one.start()
    eventually(lambda: all(one.answered for one in people) or any(one.wrong for one in people))
    return made, people


@pytest.fixture
def writing(two, long):
    made, people = crowd(two, 49 if long else 11, 0.25 if long else 0.1)
    yield made, people
    p.end(people)


def answered(people, more):
    """Wait until so many more commands were answered."""
    goal = sum(one.answered for one in people) + more
    eventually(lambda: sum(one.answered for one in people) >= goal or any(one.wrong for one in people))


def records_of(kept, workshop):
    with closing(open_redis(kept.url)) as both:
        return both.content.load(workshop).records


def seconds_until_current(people):
    """From now until everybody has an answer to what they asked, and all screens are equal."""
    began = time.monotonic()
    p.hold(people)
    eventually(lambda: p.screens_are_equal(people))
    return time.monotonic() - began


def nothing_is_missing(kept, made, people):
    records = records_of(kept, made.id)
    assert [missed for one in people if (missed := one.missed(records))] == []


def say(capsys, words):
    with capsys.disabled():
        sys.stdout.write(f" {words} ")


def test_killed_again_and_again_redis_loses_nothing_and_everybody_is_current_soon(kept, writing, long, capsys):
    made, people = writing
    slowest = 0.0
    for _ in range(50 if long else 3):
        answered(people, 40)
        kept.kill9()
        kept.start()
        slowest = max(slowest, seconds_until_current(people))
        nothing_is_missing(kept, made, people)
        p.go_on(people)
    say(capsys, f"{sum(one.answered for one in people)} answered, the slowest was current after {slowest:.2f} s")
    assert slowest < CURRENT_WITHIN


def silent(people, seconds):
    """Wait until nobody has been answered for so long; how many answers there were by then."""
    since, before = time.monotonic(), -1

    def quiet():
        nonlocal since, before
        moved, before = before, sum(one.answered for one in people)
        since = since if moved == before else time.monotonic()
        return time.monotonic() > since + seconds

    eventually(quiet, patience=seconds + 20)
    return before


def test_cut_off_from_redis_nothing_is_answered_and_soon_after_everybody_goes_on(kept, writing, long, capsys):
    made, people = writing
    answered(people, 40)
    kept.hang()
    try:  # what Redis had answered by then is still on its way
        assert silent(people, 1) == silent(people, 60 if long else 3)
    finally:
        kept.go_on()
    assert [one.wrong for one in people if one.wrong] == []
    took = seconds_until_current(people)
    nothing_is_missing(kept, made, people)
    say(capsys, f"current after {took:.2f} s")
    assert took < CURRENT_WITHIN


def test_what_a_copy_of_redis_lacks_is_offered_again_by_the_devices_that_wrote_it(kept, two, capsys):
    made, people = crowd(two, 11, 0.1)
    for one in people:
        one.kept = []
    live, older = kept.folder / "appendonlydir", kept.folder / "older"
    answered(people, 40)
    shutil.copytree(live, older)
    before = records_of(kept, made.id)
    until = time.monotonic() + 2
    eventually(lambda: time.monotonic() > until)
    kept.kill9()
    shutil.rmtree(live)
    older.rename(live)
    kept.start()
    took = seconds_until_current(people)
    assert sum(len(one.missed(before)) for one in people) > 0  # something had to be made good
    # What nobody sees yet is on no screen that could be waited for: the last of it may still be on its way.
    eventually(lambda: not any(one.missed(records_of(kept, made.id)) for one in people))
    p.end(people)
    say(capsys, f"whole again after {took:.2f} s")


def test_one_of_two_processes_dies_and_its_people_move_over_with_all_that_was_answered(kept, two, long, capsys):
    made, people = crowd(two, 99 if long else 19, 1.0 if long else 0.2)
    listener = Timed(two[1].url, made.token("Lou"))
    before, began = sum(one.answered for one in people), time.monotonic()
    if long:
        eventually(lambda: time.monotonic() > began + 60, patience=70)
    else:
        answered(people, 150)
    rate = (sum(one.answered for one in people) - before) / (time.monotonic() - began)
    took = [
        listener.came[title] - at for title, at in people[0].asked.items() if title in getattr(listener, "came", {})
    ]
    p.hold(people)
    eventually(lambda: p.screens_are_equal(people))
    nothing_is_missing(kept, made, people)
    p.go_on(people)
    answered(people, 20)
    two[0].kill9()
    answered(people, 100)
    moved = seconds_until_current(people)
    nothing_is_missing(kept, made, people)
    p.end(people)
    listener.close()
    two[0].start()
    p95 = quantiles(took, n=20)[-1] * 1000
    say(capsys, f"{rate:.0f} commands/s, from asked to seen at the other process p95 {p95:.0f} ms ({len(took)} seen)")
    assert moved < p.PATIENCE


def test_of_two_who_lead_at_two_processes_exactly_one_wins_each_race(two, long):
    made = wire.Made(two[0].url)
    one = made.facilitator()
    other = wire.Line(two[1].url, made.token(key=made.key, label="desk"))
    rounds = 1000 if long else 30
    with ThreadPoolExecutor(2) as both:
        for number in range(rounds):
            titles = [f"{number} by {name}" for name in ("one", "other")]
            asked = [
                both.submit(line.ask, "RenameWorkshop", title=title, version=number)
                for line, title in zip((one, other), titles, strict=True)
            ]
            answers = [each.result(10)["status"] for each in asked]
            assert sorted(answers) == ["ok", "superseded"], number
            won = titles[answers.index("ok")]
            for line in (one, other):
                line.until(lambda view, won=won: view["workshop"]["title"] == won)
    made.close()
    other.close()


def test_two_who_press_next_at_two_processes_move_one_step(two):
    made = wire.Made(two[0].url)
    one = made.facilitator()
    other = wire.Line(two[1].url, made.token(key=made.key, label="desk"))
    one.do("StartWorkshop")
    phases = [copy.copy(one.until(lambda view: view["workshop"]["run"]))]
    with ThreadPoolExecutor(2) as both:
        for _ in range(4):
            run, version = one.run, one.clock["version"]
            other.until(lambda view, run=run: view["workshop"]["run"] == run)
            asked = [both.submit(line.ask, "NextPhase", run=run, version=version) for line in (one, other)]
            assert sorted(each.result(10)["status"] for each in asked) == ["ok", "superseded"]
            phases.append(
                one.until(lambda view, run=run: view["workshop"]["run"] not in {run, ""} and view["workshop"]["run"])
            )
            other.until(lambda view: view["workshop"]["run"] == one.run)
    assert len(set(phases)) == 5
    made.close()
    other.close()
