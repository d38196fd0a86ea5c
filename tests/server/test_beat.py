"""When the desk works: at once when idle, on a tick while something unseen is written; and its alarm."""

import random
from dataclasses import replace
from functools import partial

import pytest

from facilitation.agenda import Advance, CardKind
from facilitation.cards import verifier_of
from facilitation.commands import AddCard, CastBallot, EditCard, NextPhase, OpenBallot, RenameWorkshop, StartWorkshop
from facilitation.context import Pace, Role
from facilitation.records import put, settled
from facilitation.rules import hides
from facilitation.states import BallotState, Stage
from server.beat import Alarm, BallotBox, Beat, Ticks
from server.desk import Desk
from server.secret import new_id
from tests.server import world as w

TICKS = Ticks(batch_ms=20_000, sealed_ms=250, ballot_ms=1_000)


@pytest.fixture
def world():
    return w.World()


@pytest.fixture
def beat(world):
    return Beat(w.desk(world), Pace(), TICKS, world.now, lambda: 100.0)


def next_phase(beat):
    head, clock = beat.desk.workshop.head, beat.desk.workshop.clock
    return w.do(beat.desk, NextPhase(head.run, clock.version))


def until(beat, stage):
    w.do(beat.desk, StartWorkshop())
    while beat.desk.workshop.run.stage is not stage:
        assert next_phase(beat)["status"] == "ok"


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
    until(beat, Stage.WRITE)
    assert hides(beat.desk.workshop)
    for moment in (1, 100, 249):
        world.time = 1_800_000_000_000 + moment
        assert beat.pause() == pytest.approx((250 - moment) / 1000)


@pytest.mark.parametrize("unseen", [0, 3])
def test_on_a_tick_what_is_seen_is_carried_out_at_one_moment_whether_or_not_something_unseen_is_saved(
    world, beat, unseen
):
    until(beat, Stage.WRITE)
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
    until(beat, Stage.WRITE)
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
    until(beat, Stage.LIVE)
    beat.step()
    w.do(beat.desk, AddCard(new_id(), beat.desk.workshop.head.run, CardKind.NOTE, "d" * 64, "hello"), Role.PARTICIPANT)
    world.time += 113
    due = world.time + beat.step() * 1000
    assert due % 250 == 0


def test_beside_a_tick_of_ballots_nothing_seen_is_carried_out_whether_or_not_there_are_any(world, beat):
    opened(beat)
    workshop = beat.desk.workshop
    kept = replace(workshop.runs[workshop.head.worry_run], open=False)
    beat.desk.workshop = settled(put(workshop, kept))  # nothing is written unseen beside it
    world.time += 1_000 - world.time % 1_000
    assert beat.pause() == pytest.approx(0.1)
    world.time += 100
    assert beat.pause() == 0


def test_unsigned_cards_of_an_open_step_are_shown_in_batches_of_three(world, beat):
    until(beat, Stage.LIVE)
    run = beat.desk.workshop.head.run
    beat.step()

    def write():
        card = AddCard(new_id(), run, CardKind.NOTE, "d" * 64, "hello")
        assert w.do(beat.desk, card, Role.PARTICIPANT) == {"status": "ok"}

    def shown():
        return sum(card.released for card in beat.desk.workshop.cards.values())

    write()
    write()
    world.time += 20_000
    beat.step()
    assert shown() == 0  # two are too few
    write()
    assert shown() == 0
    world.time += 20_000
    beat.step()
    assert shown() == 3
    write()
    for _ in range(3):
        world.time += 20_000
        beat.step()
    assert shown() == 4  # after a minute even one


def test_a_step_in_which_nobody_writes_is_not_saved_again_and_again(world, beat):
    until(beat, Stage.LIVE)
    beat.step()
    world.happened.clear()
    for _ in range(10):
        world.time += 20_000
        beat.step()
    assert world.happened == []


def test_changes_to_cards_that_everybody_sees_are_shown_on_a_fixed_tick_whoever_changes_something_when(world, beat):
    until(beat, Stage.WRITE)
    key = "a" * 64
    for n in range(2):
        verifier = verifier_of(w.WORKSHOP, key)
        w.do(beat.desk, AddCard(f"{n:032x}", beat.desk.workshop.head.run, CardKind.FACT, verifier, f"fact {n}"))
    next_phase(beat)
    beat.step()
    world.time += 2_000
    world.frames.clear()
    for n, late in ((0, 1_234), (1, 3_000)):
        world.time += late
        edit = EditCard(f"{n:032x}", key, 1, "new words", shown=True)
        assert w.do(beat.desk, edit, Role.PARTICIPANT) == {"status": "ok"}
        beat.step()
    assert not world.frames
    assert beat.step() == pytest.approx(3.766)
    world.time += 3_765
    beat.step()
    assert not world.frames
    world.time += 1
    assert world.time % 10_000 == 0
    beat.step()
    assert [len(frame["set"]) for _, _, frame in world.frames] == [2, 2, 2]
    world.happened.clear()
    for _ in range(5):
        world.time += 10_000
        beat.step()
    assert world.happened == []


def opened(beat):
    """A vote that is open; its run."""
    until(beat, Stage.WRITE)
    while beat.desk.workshop.phase.cards != (CardKind.IDEA,):
        next_phase(beat)
    for n in range(4):
        w.do(beat.desk, AddCard(new_id(), beat.desk.workshop.head.run, CardKind.IDEA, "d" * 64, f"idea {n}"))
    while beat.desk.workshop.run.stage is not Stage.VOTE:
        next_phase(beat)
    run = beat.desk.workshop.run
    w.do(beat.desk, OpenBallot(run.id, run.ballot, 2, "public", "private"), Role.SERVER)
    return run


def to_closing(beat):
    """A vote that somebody has asked to close; its run."""
    run = opened(beat)
    assert next_phase(beat)["status"] == "ok"
    return run


def test_the_alarm_closes_a_ballot_with_all_that_was_cast_in_time(world, beat):
    run = to_closing(beat)
    wait = beat.step()
    assert 0 < wait <= 10
    world.time += 9_999
    answers = []
    option = beat.desk.workshop.ballots[run.ballot].options[0]
    beat.cast(CastBallot(run.ballot, "f" * 64, 1, {option: 1}), answers.append)
    world.time += 1
    beat.step()
    ballot = beat.desk.workshop.ballots[run.ballot]
    assert ballot.state is BallotState.CLOSED
    assert answers == [{"status": "ok"}]
    assert ballot.cast == 1


def test_a_vote_in_several_processes_is_counted_after_each_has_put_in_what_it_holds(world, beat):
    run = to_closing(beat)
    beats = []
    for _ in range(2):
        desk = Desk(world, world.store.load(w.WORKSHOP), Pace())
        desk.shared = True
        beats.append(Beat(desk, Pace(), TICKS, world.now))
    first, second = beats
    world.time += 9_999
    answers = []
    option = first.desk.workshop.ballots[run.ballot].options[0]
    second.cast(CastBallot(run.ballot, "f" * 64, 1, {option: 1}), answers.append)
    world.time += 1
    first.step()  # the first to notice that it is over
    second.step()
    world.time += 300
    for one in beats:
        one.step()
        one.desk.catch_up()
    assert answers == [{"status": "ok"}]
    closed = [one.desk.workshop.ballots[run.ballot] for one in beats]
    assert [(one.state, one.cast) for one in closed] == [(BallotState.CLOSED, 1)] * 2


def test_a_ballot_that_should_have_closed_while_no_server_ran_takes_what_comes_late_first(world, beat):
    run = to_closing(beat)
    world.time += 3_600_000
    started = Beat(beat.desk, Pace(), TICKS, world.now)
    assert started.step() == pytest.approx(10)
    world.time += 9_999
    answers = []
    option = beat.desk.workshop.ballots[run.ballot].options[0]
    started.cast(CastBallot(run.ballot, "f" * 64, 1, {option: 1}), answers.append)
    world.time += 1
    started.step()
    assert answers == [{"status": "ok"}]
    ballot = beat.desk.workshop.ballots[run.ballot]
    assert (ballot.state, ballot.cast) == (BallotState.CLOSED, 1)


@pytest.mark.parametrize("away_ms", [10_000, 600_000, 86_400_000])
def test_a_clock_that_ran_out_while_no_server_ran_moves_on_once_after_a_grace(world, away_ms):
    desk = w.desk(world)
    first, second, *others = desk.workshop.head.agenda.phases
    by_clock = tuple(replace(phase, advance=Advance.CLOCK) for phase in (first, second))
    agenda = replace(desk.workshop.head.agenda, phases=(*by_clock, *others))
    desk.workshop = put(desk.workshop, replace(desk.workshop.head, agenda=agenda))
    w.do(desk, StartWorkshop())
    run, ends_at = desk.workshop.head.run, desk.workshop.clock.ends_at
    world.time = ends_at + away_ms
    started = Beat(desk, Pace(), TICKS, world.now)
    started.step()
    world.time += 29_999
    started.step()
    assert desk.workshop.head.run == run, "it did not wait for the grace"
    world.time += 1
    started.step()
    assert desk.workshop.head.run != run
    moved_to = desk.workshop.head.run
    started.step()
    assert desk.workshop.head.run == moved_to, "it moved on more than once"
    assert desk.workshop.clock.ends_at > world.time, "the next step has its whole time"


def test_what_rings_and_changes_nothing_does_not_ring_without_end(world, beat):
    w.do(beat.desk, StartWorkshop())
    alarm = Alarm(Pace(), 20_000)
    assert alarm.wait_ms(beat.desk.workshop, world.now()) > 0


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
