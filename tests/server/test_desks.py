"""Two desks of one workshop on one store, as two processes have them: each shows what the other saved."""

import pytest

from facilitation.agenda import CardKind
from facilitation.commands import AddCard, NextPhase, RenameWorkshop, StartWorkshop
from facilitation.context import Pace
from facilitation.rules import Audience
from facilitation.states import Stage
from server.desk import PRESENT, Desk
from server.secret import new_id
from server.stores.store import Conflict, Saved
from tests.server import world as w


@pytest.fixture
def world():
    return w.World()


@pytest.fixture
def desk(world):
    return w.desk(world)


@pytest.fixture
def other(world, desk):  # noqa: ARG001 - it makes the workshop
    """The desk of another process on the same store."""
    return Desk(world, world.store.load(w.WORKSHOP), Pace())


def title(desk, text):
    return RenameWorkshop(text, desk.workshop.head.title_version)


def fact(desk):
    return AddCard(new_id(), desk.workshop.head.run, CardKind.FACT, "d" * 64, "a fact")


def test_what_another_process_saved_is_shown_as_one_difference_with_its_numbers(world, desk, other):
    w.do(other, StartWorkshop())
    w.do(other, title(other, "Theirs"))
    world.frames.clear()
    desk.heard = other.rev
    desk.hear()
    assert desk.workshop == other.workshop
    assert (desk.rev, desk.numbers) == (other.rev, other.numbers)
    assert [(frame["from"], frame["to"]) for _, _, frame in world.frames] == [(0, 2)] * 3
    assert all(desk.entries(one) == other.entries(one) for one in PRESENT)


def test_what_another_process_saved_unseen_causes_no_frame(world, desk):
    w.do(desk, StartWorkshop())
    while desk.workshop.run.stage is not Stage.WRITE:
        w.do(desk, NextPhase(desk.workshop.head.run, desk.workshop.clock.version))
    other = Desk(world, world.store.load(w.WORKSHOP), Pace())
    w.do(other, fact(other))
    world.frames.clear()
    desk.heard = other.rev
    desk.hear()
    assert desk.workshop == other.workshop
    assert world.frames == []


def test_who_wants_to_be_sure_is_told_after_the_newest_is_known(desk, other):
    w.do(other, title(other, "Theirs"))
    known = []
    desk.unsure.append(lambda _sure: known.append(desk.workshop.head.title))
    desk.hear()
    assert known == ["Theirs"]


def test_nobody_is_refused_for_what_another_process_has_changed_already(desk, other):
    other.shared = True
    w.do(desk, StartWorkshop())
    run, version = desk.workshop.head.run, desk.workshop.clock.version
    assert w.do(other, NextPhase(run, version))["status"] == "ok"


def test_a_desk_that_lost_five_times_saves_with_a_lease(world, desk, monkeypatch):
    leases, real = [], world.store.save

    def save(what):
        leases.append(what.lease)
        return real(what) if what.lease else Conflict(what.after)

    monkeypatch.setattr(world.store, "save", save)
    assert w.do(desk, title(desk, "Ours"))["status"] == "ok"
    assert leases[:5] == [""] * 5
    assert len(leases) == 6
    assert leases[5]


def test_a_store_that_was_set_back_has_everybody_enter_anew(world, desk):
    for n in range(3):
        w.do(desk, title(desk, f"Title {n}"))
    older = Saved({f"workshop:{w.WORKSHOP}": desk.workshop.head}, 1, {}, "another epoch")
    world.frames.clear()
    desk._begin_anew(older)
    assert (desk.rev, desk.epoch, desk.numbers[Audience.SCREEN]) == (1, "another epoch", 0)
    assert all(frame["from"] > 3 for _, _, frame in world.frames)  # fits nobody's view: they ask for the whole
    assert len(world.frames) == 3
