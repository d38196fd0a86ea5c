"""Lives of a workshop under a virtual clock, in which people do unseen things as the dice say.

All that somebody sees is the same in each life of a kind; ids that the server makes follow from
what is seen, so that two lives can be compared byte for byte.
"""

import random

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
from facilitation.rules import batching
from facilitation.states import Stage
from server.beat import Beat, Ticks
from server.desk import PRESENT
from server.jsonwire import encoded
from tests.server import world as w

TOO_FEW = Pace().batch_least - 1
"""So many unsigned cards are not shown yet, for a minute."""


class Twin(w.World):
    """A world whose ids follow from what is seen alone: saves and commands of others use up none of them."""

    def __init__(self):
        super().__init__()
        self.step, self.count, self.saves = 0, 0, []

    def new_id(self):
        self.count += 1
        return f"{self.step:016x}{self.count:016x}"

    def seen(self):
        self.step, self.count = self.step + 1, 0

    def save(self, save):
        self.saves.append(save)
        return super().save(save)

    def transcript(self):
        return [(audience, encoded(frame)) for _, audience, frame in self.frames]

    def saved_with_what_is_seen(self):
        """The records of each save that moved a number; `{}` where none did before the first."""
        numbers, found = {one.value: 0 for one in PRESENT}, []
        for save in self.saves:
            if save.numbers != numbers:
                found.append((save.numbers, save.changes))
            numbers = save.numbers
        return found


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
    for _ in range(dice.randrange(6)):
        head, run = desk.workshop.head, desk.workshop.run
        held = sum(card.run == run.id and not card.released for card in desk.workshop.cards.values())
        if cards and (run.stage is Stage.WRITE or (batching(desk.workshop) and held < TOO_FEW)):
            yield from writing(dice, run.id, dice.choice(desk.workshop.phase.cards))
        if head.worry_run and desk.workshop.runs[head.worry_run].open:
            yield from writing(dice, head.worry_run, CardKind.CAUTION)
        if run.stage is Stage.VOTE and desk.workshop.ballots[run.ballot].options:
            ballot = desk.workshop.ballots[run.ballot]
            votes = {dice.choice(ballot.options): 1}
            yield CastBallot(ballot.id, f"{dice.getrandbits(256):064x}", dice.randrange(9), votes)


def role_of(command):
    return Role.VOTER if isinstance(command, CastBallot) else Role.PARTICIPANT


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

    def see(self, command, role=Role.FACILITATOR, beside=()):
        """Something that everybody sees, and unseen acts that wait in the same line."""
        self.world.seen()
        before = self.dice.randrange(len(beside) + 1)
        hidden = [w.ask(self.desk, one, role_of(one)) for one in beside[:before]]
        answers = w.ask(self.desk, command, role)
        hidden += [w.ask(self.desk, one, role_of(one)) for one in beside[before:]]
        self.beat.step()
        assert answers[0]["status"] == "ok", answers
        self.hidden += sum(answer[0]["status"] == "ok" for answer in hidden)

    def hide(self, *, cards):
        for command in unseen(self.dice, self.desk, cards=cards):
            self.hidden += w.do(self.desk, command, role_of(command))["status"] == "ok"

    def go_on(self, *, cards):
        """Unseen acts, and in between and among them something that everybody sees."""
        for _ in range(4):
            self.hide(cards=cards)
            beside = list(unseen(self.dice, self.desk, cards=cards and self.desk.workshop.run.stage is Stage.WRITE))
            self.see(RenameWorkshop(f"Title {self.titles}", self.titles), beside=beside)
            self.titles += 1
            self.world.time += 7_000
            self.beat.step()

    def until(self, holds, *, cards=False):
        while not holds(self.desk.workshop):
            self.go_on(cards=cards)
            self.see(NextPhase(self.desk.workshop.head.run, self.desk.workshop.clock.version))
        return self

    def heard(self):
        return self.world.transcript(), {one: encoded(self.desk.entries(one)) for one in PRESENT}


def facts(seed, leak=None):
    """Up to the middle of the first step that is written unseen."""
    life = Life(seed, leak).until(lambda workshop: workshop.run.stage is Stage.WRITE)
    life.go_on(cards=True)
    return life


def batch(seed, leak=None):
    """In the middle of an open step: fewer unsigned cards than are shown at a time, over a beat of the batches."""
    life = Life(seed, leak).until(batching)
    life.go_on(cards=True)
    assert not any(card.released for card in life.desk.workshop.cards.values())
    return life


def with_ideas(seed, leak):
    """Up to the step that looks for ideas, with the same four of them; people keep worries."""
    life = Life(seed, leak).until(lambda workshop: workshop.phase.cards == (CardKind.IDEA,))
    for n in range(4):
        life.see(AddCard(f"{n:032x}", life.desk.workshop.head.run, CardKind.IDEA, "d" * 64, f"idea {n}"))
    return life


def vote(seed, leak=None):
    """Up to the middle of the first ballot: the same ideas, other kept worries, other ballots."""
    life = with_ideas(seed, leak).until(lambda workshop: workshop.run.stage is Stage.VOTE)
    run = life.desk.workshop.run
    life.see(OpenBallot(run.id, run.ballot, 9, "public", "private"), Role.SERVER)
    life.go_on(cards=False)
    return life


def check(seed, leak=None):
    """Up to the moment in which everybody looks at the worries that they kept, before all are shown."""
    life = with_ideas(seed, leak).until(lambda workshop: workshop.run.stage is Stage.CHECK)
    life.go_on(cards=False)
    assert life.desk.workshop.run.stage is Stage.CHECK
    return life
