"""What falls due by itself is sent once, in time, and not before people have come back."""

from dataclasses import replace

import pytest

from facilitation.agenda import Advance, CardKind
from facilitation.cards import verifier_of
from facilitation.commands import AddCard, CastBallot, EditCard, StartWorkshop
from facilitation.context import Pace, Role
from facilitation.records import put
from facilitation.states import BallotState, Stage
from server.alarm import Alarm
from server.beat import Beat, Ticks
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


def test_unsigned_cards_of_an_open_step_are_shown_in_batches_of_three(world, beat):
    w.until(beat.desk, Stage.LIVE)
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
    w.until(beat.desk, Stage.LIVE)
    beat.step()
    world.happened.clear()
    for _ in range(10):
        world.time += 20_000
        beat.step()
    assert world.happened == []


def test_changes_to_cards_that_everybody_sees_are_shown_on_a_fixed_tick_whoever_changes_something_when(world, beat):
    w.until(beat.desk, Stage.WRITE)
    key = "a" * 64
    for n in range(2):
        verifier = verifier_of(w.WORKSHOP, key)
        w.do(beat.desk, AddCard(f"{n:032x}", beat.desk.workshop.head.run, CardKind.FACT, verifier, f"fact {n}"))
    w.next_phase(beat.desk)
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


def test_the_alarm_closes_a_ballot_with_all_that_was_cast_in_time(world, beat):
    run = w.to_closing(beat.desk)
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
    run = w.to_closing(beat.desk)
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
    run = w.to_closing(beat.desk)
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
