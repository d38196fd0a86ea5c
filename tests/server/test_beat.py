"""When the desk works: at once when idle, on a tick while something unseen is written."""

import random
from dataclasses import replace
from functools import partial

import pytest

from facilitation.agenda import CardKind
from facilitation.commands import AddCard, CastBallot, RenameWorkshop
from facilitation.context import Pace, Role
from facilitation.records import put, settled
from facilitation.rules import hides
from facilitation.states import Stage
from server.beat import BallotBox, Beat, Ticks
from server.secret import new_id
from tests.server import world as w

TICKS = Ticks(batch_ms=20_000, sealed_ms=250, ballot_ms=1_000)


@pytest.fixture
def world():
    return w.World()


@pytest.fixture
def beat(world):
    return Beat(w.desk(world), Pace(), TICKS, world.now, lambda: 100.0)


def test_an_idle_desk_answers_at_once_and_a_busy_one_lets_commands_gather(beat):
    assert beat.pause() == 0
    for took, wait in ((0.0001, 0.0), (0.004, 0.004), (5.0, 0.030)):
        beat.desk.flush = partial(send_for, beat.desk, took)
        beat.step()
        assert beat.pause() == pytest.approx(wait)


def send_for(desk, seconds, _most):
    """A flush that sends frames for so long."""
    desk.showing_s += seconds


def test_while_something_unseen_is_written_the_desk_works_on_a_fixed_tick(world, beat):
    w.until(beat.desk, Stage.WRITE)
    assert hides(beat.desk.workshop)
    for moment in (1, 100, 249):
        world.time = 1_800_000_000_000 + moment
        assert beat.pause() == pytest.approx((250 - moment) / 1000)


@pytest.mark.parametrize("unseen", [0, 3])
def test_on_a_tick_what_is_seen_is_carried_out_at_one_moment_whether_or_not_something_unseen_is_saved(
    world, beat, unseen
):
    w.until(beat.desk, Stage.WRITE)
    world.time += 250 - world.time % 250
    began, run, moments = world.time, beat.desk.workshop.head.run, []
    for n in range(2):
        beat.desk.ask(RenameWorkshop(f"Title {n}", n), Role.FACILITATOR, lambda _: moments.append(world.time - began))
        for _ in range(unseen):
            w.ask(beat.desk, AddCard(new_id(), run, CardKind.FACT, "d" * 64, "hello"), Role.PARTICIPANT)
    world.happened.clear()
    beat.step()
    assert moments == [50, 50]
    assert world.happened == ["save"] * bool(unseen) + ["save", "frame", "frame", "frame"]
    assert len(beat.desk.workshop.cards) == 2 * unseen


def test_what_comes_while_a_tick_is_worked_off_waits_for_the_next(world, beat):
    w.until(beat.desk, Stage.WRITE)
    world.time += 250 - world.time % 250
    first = w.ask(beat.desk, RenameWorkshop("One", 0))
    late = []
    world.sleep = lambda _: late.append(w.ask(beat.desk, RenameWorkshop("Two", 1)))
    beat.step()
    assert [answer["status"] for answer in first] == ["ok"]
    assert late == [[]]
    world.time += 250
    beat.step()
    assert [answer["status"] for answer in late[0]] == ["ok"]


def test_while_something_unseen_is_written_a_clock_keeps_to_the_tick_too(world, beat):
    w.until(beat.desk, Stage.LIVE)
    beat.step()
    w.do(beat.desk, AddCard(new_id(), beat.desk.workshop.head.run, CardKind.NOTE, "d" * 64, "hello"), Role.PARTICIPANT)
    world.time += 113
    due = world.time + beat.step() * 1000
    assert due % 250 == 0


def test_beside_a_tick_of_ballots_nothing_seen_is_carried_out_whether_or_not_there_are_any(world, beat):
    w.opened(beat.desk)
    workshop = beat.desk.workshop
    kept = replace(workshop.runs[workshop.head.worry_run], open=False)
    beat.desk.workshop = settled(put(workshop, kept))  # nothing is written unseen beside it
    world.time += 1_000 - world.time % 1_000
    assert beat.pause() == pytest.approx(0.1)
    world.time += 100
    assert beat.pause() == 0
    beat.cast(CastBallot("b" * 32, "c" * 64, 1, {}), print)
    world.time += 900
    assert beat.pause() == 0  # those that are due are saved first, while what is seen waits in the step


def test_ballots_wait_for_a_fixed_tick_and_leave_the_box_in_random_order():
    now = 10_300
    box = BallotBox(1_000)
    box._random = random.Random(1)
    for n in range(50):
        box.put(CastBallot("b" * 32, f"{n:064x}", 1, {}), print, now)
    assert box.wait_ms(now) == 700
    assert box.take(10_999, at_once=False) == []
    taken = [ask.command.nullifier for ask in box.take(11_000, at_once=False)]
    assert sorted(taken) == [f"{n:064x}" for n in range(50)]
    assert taken != sorted(taken)
    assert box.take(11_000, at_once=True) == []
