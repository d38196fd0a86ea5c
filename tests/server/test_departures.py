"""When answers and frames leave a desk: while something unseen is written, at set times only."""

import pytest

from facilitation.agenda import CardKind
from facilitation.commands import AddCard, NextPhase, RenameWorkshop, StartWorkshop, WithdrawCard
from facilitation.context import Pace, Role
from facilitation.states import Stage
from server.beat import Beat, Ticks
from server.departures import Departures
from server.secret import new_id
from tests.server import world as w

TICKS = Ticks(batch_ms=20_000, sealed_ms=250, ballot_ms=1_000)


class Slow(w.World):
    """Each save takes its time, longer where it holds more; what is sent is noted with its moment."""

    def __init__(self):
        super().__init__()
        self.sent = []
        self.departures = Departures(250, self.now, self.sleep, self.failed)

    def save(self, save):
        self.time += 5 + 7 * len(save.changes)
        return super().save(save)

    def publish(self, _workshop, audience, _frame):
        self.departures.send(lambda: self.sent.append((self.time, audience.value)))

    def answer(self, workshop, replies):
        self.departures.send(lambda: super(Slow, self).answer(workshop, replies))


@pytest.fixture
def beat():
    world = Slow()
    beat = Beat(w.desk(world), Pace(), TICKS, world.now)
    beat.unseen_is_done = world.departures.let_go
    return beat


def to(beat, stage):
    w.do(beat.desk, StartWorkshop())
    while beat.desk.workshop.run.stage is not stage:
        w.do(beat.desk, NextPhase(beat.desk.workshop.head.run, beat.desk.workshop.clock.version))
    world = beat.desk._world
    world.time += 250 - world.time % 250
    world.sent.clear()
    return world


def asked(beat, command, role=Role.PARTICIPANT):
    """Put a command in line; the list that the moment of its answer will be in."""
    world, moments = beat.desk._world, []
    beat.desk.ask(command, role, lambda _answer: moments.append(world.time))
    return moments


def unseen(beat):
    return AddCard(new_id(), beat.desk.workshop.head.run, CardKind.FACT, "d" * 64, "a fact")


def refused():
    return WithdrawCard(new_id(), "a" * 64)


@pytest.mark.parametrize("others", [0, 1, 3])
@pytest.mark.parametrize(
    ("mine", "late"), [(unseen, 50), (lambda _: refused(), 75), (lambda _: RenameWorkshop("Another title", 0), 75)]
)
def test_neither_an_answer_nor_a_frame_tells_whether_others_wrote_something_unseen(beat, mine, late, others):
    world = to(beat, Stage.WRITE)
    tick = world.time
    for _ in range(others):
        asked(beat, unseen(beat))
    moments = asked(beat, mine(beat), Role.FACILITATOR)
    world.departures.step(beat)
    assert moments == [tick + late]
    assert {moment for moment, _ in world.sent} <= {tick + 75}


def test_a_refusal_takes_the_same_road_as_what_is_saved(beat):
    world = to(beat, Stage.WRITE)
    for command in (refused(), unseen(beat)):
        world.happened.clear()
        asked(beat, command)
        world.departures.step(beat)
        assert world.happened == ["save"]


def test_where_nothing_is_hidden_what_is_said_leaves_at_once(beat):
    world = to(beat, Stage.READ)
    tick = world.time
    refusal = asked(beat, refused())
    world.departures.step(beat)
    rename = asked(beat, RenameWorkshop("Another title", 0), Role.FACILITATOR)
    world.departures.step(beat)
    assert (refusal, rename) == ([tick], [tick + 12])


def test_what_cannot_be_sent_keeps_back_nothing_else(beat):
    world, sent = to(beat, Stage.WRITE), []
    real = beat.step

    def step():
        world.departures.send([].pop)
        world.departures.send(lambda: sent.append("the next"))
        return real()

    beat.step = step
    world.departures.step(beat)
    assert (sent, len(world.failures)) == (["the next"], 1)
