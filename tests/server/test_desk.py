"""The desk, stepped by hand: it saves, then answers and shows; what nobody sees stays by itself."""

import pytest

from facilitation.agenda import CardKind
from facilitation.commands import AddCard, NextPhase, RenameWorkshop, StartWorkshop, WithdrawCard
from facilitation.context import Pace, Role
from facilitation.room import Room, Seat
from facilitation.rules import Audience
from facilitation.states import Stage
from server.desk import PRESENT, Desk
from server.secret import new_id
from server.stores.store import Conflict, OutcomeUnknown, Unavailable
from tests.server import world as w


@pytest.fixture
def world():
    return w.World()


@pytest.fixture
def desk(world):
    return w.desk(world)


def to_writing(desk):
    """Go on until something is written unseen."""
    assert w.do(desk, StartWorkshop())["status"] == "ok"
    while desk.workshop.run.stage is not Stage.WRITE:
        w.do(desk, NextPhase(desk.workshop.head.run, desk.workshop.clock.version))


def fact(desk, text="a fact"):
    return AddCard(new_id(), desk.workshop.head.run, CardKind.FACT, "d" * 64, text)


def title(desk, text):
    return RenameWorkshop(text, desk.workshop.head.title_version)


def test_a_command_is_answered_only_after_it_is_saved_and_shown_only_after_that(world, desk):
    answers = []
    desk.ask(
        title(desk, "New"), Role.FACILITATOR, lambda answer: (world.happened.append("answer"), answers.append(answer))
    )
    assert desk.flush()
    assert world.happened[0] == "save"
    assert world.happened.count("save") == 1
    assert "answer" in world.happened
    assert answers == [{"status": "ok"}]
    assert world.store.load(w.WORKSHOP).records[f"workshop:{w.WORKSHOP}"].title == "New"


def test_what_could_not_be_saved_is_not_shown_and_its_refusal_says_so(world, desk, monkeypatch):
    def full(_save):
        raise Unavailable("the disk is full")

    monkeypatch.setattr(world.store, "save", full)
    answer = w.do(desk, title(desk, "New"))
    assert answer["code"] == "saving_paused"
    assert world.frames == []
    assert desk.workshop.head.title != "New"
    monkeypatch.undo()
    assert w.do(desk, title(desk, "New"))["status"] == "ok"


def test_what_waits_together_is_saved_once_and_each_audience_gets_one_frame(world, desk):
    first = w.ask(desk, RenameWorkshop("One", 0))
    second = w.ask(desk, RenameWorkshop("Two", 1))
    stale = w.ask(desk, RenameWorkshop("Other", 0))
    desk.flush()
    assert world.happened.count("save") == 1
    assert [one[0]["status"] for one in (first, second, stale)] == ["ok", "ok", "superseded"]
    assert sorted(audience for _, audience, _ in world.frames) == sorted(PRESENT)
    assert {frame["set"]["workshop"].title for _, _, frame in world.frames} == {"Two"}


def test_a_stretch_ends_where_seen_and_unseen_meet(world, desk):
    to_writing(desk)
    world.happened.clear()
    for command in (fact(desk), fact(desk), title(desk, "New"), fact(desk)):
        w.ask(desk, command)
    stretches = 0
    while desk.flush():
        stretches += 1
    assert stretches == 3
    assert world.happened.count("save") == 3


def test_an_unseen_card_changes_no_number_and_causes_no_frame(world, desk):
    to_writing(desk)
    world.frames.clear()
    numbers = dict(desk.numbers)
    assert w.do(desk, fact(desk))["status"] == "ok"
    assert (world.frames, desk.numbers) == ([], numbers)


def test_the_numbers_are_saved_with_the_change_that_moved_them(world, desk):
    w.do(desk, StartWorkshop())
    w.do(desk, title(desk, "New"))
    saved = world.store.load(w.WORKSHOP)
    assert {name: saved.numbers[name.value] for name in PRESENT} == desk.numbers
    again = Desk(world, saved, Pace())
    assert again.numbers == desk.numbers
    assert again.workshop == desk.workshop


def test_each_frame_leads_from_one_number_to_the_next(world, desk):
    w.do(desk, StartWorkshop())
    for n in range(3):
        w.do(desk, RenameWorkshop(f"Title {n}", n))
    for audience in PRESENT:
        steps = [(frame["from"], frame["to"]) for _, one, frame in world.frames if one is audience]
        assert steps == [(n, n + 1) for n in range(len(steps))]


def test_the_same_command_again_is_answered_well_and_saves_nothing(world, desk):
    to_writing(desk)
    command = fact(desk)
    w.do(desk, command)
    w.do(desk, NextPhase(desk.workshop.head.run, desk.workshop.clock.version))
    world.happened.clear()
    assert w.do(desk, command) == {"status": "ok"}
    assert world.happened == []


def test_when_another_process_saved_first_its_change_is_shown_and_ours_runs_again(world, desk):
    other = Desk(world, world.store.load(w.WORKSHOP), Pace())
    w.do(other, title(other, "Theirs"))
    world.frames.clear()
    answer = w.do(desk, RenameWorkshop("Ours", 0))
    assert answer["status"] == "superseded"
    assert desk.workshop.head.title == "Theirs"
    assert {frame["set"]["workshop"].title for _, _, frame in world.frames} == {"Theirs"}
    assert w.do(desk, title(desk, "Ours"))["status"] == "ok"
    assert desk.numbers[Audience.SCREEN] == 2


def test_somebody_who_is_always_first_does_not_keep_people_waiting_for_ever(world, desk, monkeypatch):
    def save(_save):
        return Conflict(99)

    monkeypatch.setattr(world.store, "save", save)
    assert w.do(desk, title(desk, "Ours"))["code"] == "saving_paused"


@pytest.mark.parametrize("happened", [True, False])
def test_a_save_of_which_nobody_knows_is_settled_before_anybody_is_answered(world, desk, monkeypatch, happened):
    real = world.store.save

    def save(what):
        if happened:
            real(what)
        raise OutcomeUnknown("the line was cut")

    monkeypatch.setattr(world.store, "save", save)
    answer = w.do(desk, title(desk, "New"))
    assert answer["status"] == ("ok" if happened else "refused")
    assert bool(world.frames) is happened
    monkeypatch.undo()
    assert w.do(desk, title(desk, "Newer"))["status"] == "ok"


def test_a_command_that_breaks_the_rules_themselves_stops_nobody_else(world, desk):
    bad = w.ask(desk, "no command at all")
    good = w.ask(desk, title(desk, "New"))
    desk.flush()
    assert bad[0]["status"] == "refused"
    assert good[0]["status"] == "ok"
    assert len(world.failures) == 1


def test_a_fault_of_ours_while_saving_leaves_nobody_without_an_answer(world, desk, monkeypatch):
    def broken(_save):
        raise ZeroDivisionError

    monkeypatch.setattr(world.store, "save", broken)
    assert w.do(desk, title(desk, "New"))["code"] == "saving_paused"
    assert len(world.failures) == 1
    monkeypatch.undo()
    assert w.do(desk, title(desk, "New"))["status"] == "ok"


def test_the_room_is_shown_whole_without_a_number_and_only_to_whom_it_differs(world, desk):
    seats = tuple(Seat(new_id(), f"P{n}", facilitator=False, here=True) for n in range(2))
    desk.show_room(Room(seats))
    ((_, audience, frame),) = world.frames
    assert audience is Audience.FACILITATOR  # the others see steps of five
    assert (frame["from"], frame["to"], frame["set"]) == (0, 0, {})
    assert len(frame["room"].seats) == 2
    world.frames.clear()
    desk.show_room(Room(seats))
    assert world.frames == []


def test_the_whole_view_is_made_once_for_each_number(desk):
    assert desk.entries(Audience.SCREEN) is desk.entries(Audience.SCREEN)
    old = desk.entries(Audience.SCREEN)
    w.do(desk, title(desk, "New"))
    assert desk.entries(Audience.SCREEN)["workshop"].title == "New"
    assert old["workshop"].title != "New"


def test_a_card_of_another_device_is_refused_and_the_desk_goes_on(desk):
    to_writing(desk)
    command = fact(desk)
    w.do(desk, command)
    assert w.do(desk, WithdrawCard(command.id, "e" * 64))["code"] == "not_yours"
    assert w.do(desk, fact(desk))["status"] == "ok"
