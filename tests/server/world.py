"""A world for a desk that is stepped by hand: a real store in memory, a clock that stands still."""

from pathlib import Path

from facilitation.agenda import CardKind
from facilitation.commands import AddCard, NextPhase, OpenBallot, StartWorkshop
from facilitation.context import Pace, Role
from facilitation.opening import new_workshop
from facilitation.records import changes
from facilitation.states import Stage
from server.agendas import load_agendas
from server.desk import Desk
from server.secret import new_id
from server.stores.memory import MemoryStore
from server.stores.store import Credentials

TEMPLATES = Path(__file__).parents[2] / "templates"
AGENDAS = load_agendas(TEMPLATES)
WORKSHOP = "c" * 32


class World:
    """See `desk.World`. `frames`: what was sent, in order; `happened`: saves, frames and answers in order."""

    def __init__(self):
        self.store = MemoryStore()
        self.time = 1_800_000_000_000
        self.frames, self.happened, self.failures, self.moves = [], [], [], []

    def now(self):
        return self.time

    def new_id(self):
        return new_id()

    def save(self, save):
        self.happened.append("save")
        return self.store.save(save)

    def offload(self, work, *args):
        return work(*args)

    def sleep(self, seconds):
        self.time += int(seconds * 1000)

    def publish(self, workshop, audience, frame):
        self.frames.append((workshop, audience, frame))
        self.happened.append("frame")

    def answer(self, _workshop, replies):
        for reply, answer in replies:
            reply(answer)

    def moved(self, before, after):
        self.moves.append((before, after))

    def failed(self, error):
        self.failures.append(error)


def desk(world, agenda="hats-problem-60", workshop=WORKSHOP):
    """A new workshop at its desk."""
    first = changes(new_workshop(workshop, "Loneliness by the sea", AGENDAS[agenda]))
    world.store.create(workshop, first, Credentials("a" * 64, "b" * 64, "ABCDEFGH"))
    return Desk(world, world.store.load(workshop), Pace())


def ask(desk, command, role=Role.FACILITATOR):
    """Put a command in line; the list that its answer will be in."""
    answers = []
    desk.ask(command, role, answers.append)
    return answers


def do(desk, command, role=Role.FACILITATOR):
    """Ask and work off everything; the answer."""
    answers = ask(desk, command, role)
    while desk.flush():
        pass
    return answers[0]


def next_phase(desk):
    head, clock = desk.workshop.head, desk.workshop.clock
    return do(desk, NextPhase(head.run, clock.version))


def until(desk, stage):
    do(desk, StartWorkshop())
    while desk.workshop.run.stage is not stage:
        assert next_phase(desk)["status"] == "ok"


def opened(desk):
    """A vote that is open; its run."""
    until(desk, Stage.WRITE)
    while desk.workshop.phase.cards != (CardKind.IDEA,):
        next_phase(desk)
    for n in range(4):
        do(desk, AddCard(new_id(), desk.workshop.head.run, CardKind.IDEA, "d" * 64, f"idea {n}"))
    while desk.workshop.run.stage is not Stage.VOTE:
        next_phase(desk)
    run = desk.workshop.run
    do(desk, OpenBallot(run.id, run.ballot, 2, "public", "private"), Role.SERVER)
    return run


def to_closing(desk):
    """A vote that somebody has asked to close; its run."""
    run = opened(desk)
    assert next_phase(desk)["status"] == "ok"
    return run
