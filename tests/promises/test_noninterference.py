"""Two workshops that differ only in what nobody may see give everybody else the same transcript.

The desk is stepped under a virtual clock; ids that the server makes are the same in both worlds,
so that every byte of every frame can be compared. Each pair also goes through a seeded leak, to
show that the comparison would notice one.
"""

import random

import pytest

from facilitation.agenda import CardKind
from facilitation.cards import verifier_of
from facilitation.commands import (
    AddCard,
    CastBallot,
    EditCard,
    NextPhase,
    OpenBallot,
    RenameWorkshop,
    StartWorkshop,
    WithdrawCard,
)
from facilitation.context import Pace, Role
from facilitation.workshop import Stage
from server.beat import Beat, Ticks
from server.desk import PRESENT
from server.jsonwire import encoded
from tests.server import world as w


class Twin(w.World):
    """A world whose ids follow from what is seen alone: saves and commands of others use up none of them."""

    def __init__(self):
        super().__init__()
        self.step, self.count = 0, 0

    def new_id(self):
        self.count += 1
        return f"{self.step:016x}{self.count:016x}"

    def seen(self):
        self.step, self.count = self.step + 1, 0

    def transcript(self):
        return [(audience, encoded(frame)) for _, audience, frame in self.frames]


def writing(dice, run, kind):
    """What one person does unseen: writes, changes, takes back; all at random."""
    key = f"{dice.getrandbits(256):064x}"
    card = f"{dice.getrandbits(128):032x}"
    text = "x" * dice.randrange(1, 900)
    yield AddCard(card, run, kind, verifier_of(w.WORKSHOP, key), text)
    if dice.random() < 0.5:
        yield EditCard(card, key, 1, text + "!")
    if dice.random() < 0.3:
        yield WithdrawCard(card, key)


def unseen(dice, desk, *, cards):
    """Some unseen acts of some people, as many as the dice say. `cards`: also in the step that goes on."""
    head, run = desk.workshop.head, desk.workshop.run
    for _ in range(dice.randrange(6)):
        if cards and run.stage is Stage.WRITE:
            yield from writing(dice, run.id, dice.choice(desk.workshop.phase.cards))
        if head.worry_run and desk.workshop.runs[head.worry_run].open:
            yield from writing(dice, head.worry_run, CardKind.CAUTION)
        if run.stage is Stage.VOTE:
            ballot = desk.workshop.ballots[run.ballot]
            votes = {dice.choice(ballot.options): 1}
            yield CastBallot(ballot.id, f"{dice.getrandbits(256):064x}", dice.randrange(9), votes)


class Life:
    """One workshop; its unseen acts come from `seed`, all else is the same each time."""

    def __init__(self, seed, leak=None):
        self.world = Twin()
        self.desk = w.desk(self.world)
        self.beat = Beat(self.desk, Pace(), Ticks(20_000, 250, 1_000), self.world.now)
        self.dice = random.Random(seed)
        self.hidden, self.titles = 0, 0
        if leak:
            leak(self.desk)
        self.see(StartWorkshop())

    def see(self, command, role=Role.FACILITATOR):
        self.world.seen()
        answers = w.ask(self.desk, command, role)
        self.beat.step()
        assert answers[0]["status"] == "ok", answers

    def hide(self, *, cards):
        for command in list(unseen(self.dice, self.desk, cards=cards)):
            role = Role.VOTER if isinstance(command, CastBallot) else Role.PARTICIPANT
            if w.do(self.desk, command, role)["status"] == "ok":
                self.hidden += 1

    def go_on(self, *, cards):
        """Unseen acts, and in between something that everybody sees."""
        for _ in range(4):
            self.hide(cards=cards)
            self.see(RenameWorkshop(f"Title {self.titles}", self.titles))
            self.titles += 1
            self.world.time += 7_000
            self.beat.step()

    def until(self, holds, *, cards):
        while not holds(self.desk.workshop):
            self.go_on(cards=cards)
            self.see(NextPhase(self.desk.workshop.head.run, self.desk.workshop.clock.version))

    def seen(self):
        return self.world.transcript(), {one: encoded(self.desk.entries(one)) for one in PRESENT}


def facts(seed, leak=None):
    """Up to the middle of the first step that is written unseen."""
    life = Life(seed, leak)
    life.until(lambda workshop: workshop.run.stage is Stage.WRITE, cards=False)
    life.go_on(cards=True)
    return life


def vote(seed):
    """Up to the middle of the first ballot: the same ideas, other kept worries, other ballots."""
    life = Life(seed)
    life.until(lambda workshop: workshop.phase.cards == (CardKind.IDEA,), cards=False)
    for n in range(4):
        life.see(AddCard(f"{n:032x}", life.desk.workshop.head.run, CardKind.IDEA, "d" * 64, f"idea {n}"))
    life.until(lambda workshop: workshop.run.stage is Stage.VOTE, cards=False)
    run = life.desk.workshop.run
    life.see(OpenBallot(run.id, run.ballot, 9, "public", "private"), Role.SERVER)
    life.go_on(cards=False)
    return life


@pytest.mark.parametrize("lived", [facts, vote])
@pytest.mark.parametrize("seed", range(1, 9))
def test_what_is_written_or_cast_unseen_changes_no_byte_for_anybody_else(lived, seed):
    one, other = lived(0), lived(seed)
    assert one.seen() == other.seen()
    assert one.hidden
    assert other.hidden
    assert one.desk.workshop != other.desk.workshop


def test_the_comparison_would_notice_a_number_that_counts_unseen_changes():
    def leak(desk):
        real = desk._save

        def save(after):
            done = real(after)
            if after.touched:
                desk.numbers = {one: number + 1 for one, number in desk.numbers.items()}
            return done

        desk._save = save

    assert facts(1, leak).seen() != facts(2, leak).seen()


def test_the_comparison_would_notice_an_empty_frame_for_each_unseen_card():
    def leak(desk):
        real = desk._show

        def show(after, rev):
            real(after, rev)
            desk._world.publish(w.WORKSHOP, PRESENT[0], {"from": 0, "to": 0})

        desk._show = show

    assert facts(1, leak).seen() != facts(2, leak).seen()
