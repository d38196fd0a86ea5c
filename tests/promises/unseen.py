"""What people do that nobody may know of: who wrote, when in a step, how often, and how somebody voted.

Cards that come out later are the same in each life of a story; who wrote them, when, and over which
drafts is drawn anew. What never comes out may be anything.
"""

import random
from functools import partial
from itertools import count

from facilitation.agenda import NOT_CARDS, CardKind
from facilitation.canvas import Colour, ItemKind
from facilitation.canvas_commands import AddItem, Paint, Place, RemoveItem
from facilitation.cards import verifier_of
from facilitation.commands import AddCard, EditCard, FlagCard, WithdrawCard
from facilitation.rules import batching, hides
from facilitation.states import Stage
from facilitation.workshop import is_out

CLEAR_MS = 600
"""So long before a tick that shows cards nothing is written: which tick shows a card is no secret."""
APART_MS = 100
"""So far from what others do is a change in a step without ticks: there it is saved as it comes (README.md)."""


def token(dice, length=32):
    return f"{dice.getrandbits(4 * length):0{length}x}"


def apart(life, since, until):
    """The part of this time in which nobody else asks, in a step without ticks; else all but its beginning: whether
    a change came before or after what somebody else did to the same card is no secret."""
    since += CLEAR_MS
    if hides(life.desk.workshop):
        return since, until
    return since + APART_MS, min([until, *(at for at, *_ in life.todo)]) - APART_MS


class Hand:
    """One author's unseen acts of one stretch of time: `acts` are (time, device, command), times in milliseconds."""

    def __init__(self, dice, workshop, since, until):
        self._dice, self._workshop, self._since, self._until = dice, workshop, since, until
        self.acts = []

    def at(self, device, commands, since=None):
        """These one after the other, at any times."""
        moments = sorted(self._dice.randint(max(since or 0, self._since), self._until) for _ in commands)
        self.acts += [(at, device, command) for at, command in zip(moments, commands, strict=True)]

    def draft(self):
        return "x" * self._dice.randrange(1, 900)

    def card(self, device, card, key, run, kind, text):
        """Write a card that has these words at the end of the stretch, over any number of drafts."""
        drafts = [*(self.draft() for _ in range(self._dice.choice([0, 0, 1, 3]))), text]
        first = AddCard(card, run, kind, verifier_of(self._workshop.head.id, key), drafts[0])
        edits = [EditCard(card, key, number, words) for number, words in enumerate(drafts[1:], 1)]
        self.at(device, [first, *edits])


def places(life, until):
    """Where unseen cards may be written now: (run, kind, until when), and whether all may stay unseen."""
    workshop = life.desk.workshop
    run, phase = workshop.run, workshop.phase
    if run is None or not run.open:
        return
    kinds = [kind for kind in phase.cards if kind not in NOT_CARDS]
    if run.stage is Stage.WRITE and kinds:
        yield run.id, kinds, until, True
    if batching(workshop) and kinds:
        yield run.id, kinds, min(until, life.next_batch() - CLEAR_MS), False
    kept = workshop.runs.get(workshop.head.worry_run)
    if kept is not None and kept.open:
        yield kept.id, [CardKind.CAUTION], until, True


def writing(life, since, until, public):
    """Cards of this stretch of time; none where each device may only write one now and then."""
    if life.desk.workshop.head.slow:
        return
    for run, kinds, end, unseen in places(life, until):
        if end <= since:
            continue
        hand = Hand(life.dice, life.desk.workshop, since, end)
        for _ in range(public.randrange(3)):
            card, key, kind = token(public), token(public, 64), public.choice(kinds)
            text = f"shared {public.randrange(99)}"
            life.unseen.add(card)
            hand.card(life.author(), card, key, run, kind, text)
            life.own[card] = (key, count(9))  # higher than any number of a draft
        for _ in range(life.dice.randrange(3) if unseen else 0):
            card, key, author = token(life.dice), token(life.dice, 64), life.author()
            life.unseen.add(card)
            hand.card(author, card, key, run, life.dice.choice(kinds), hand.draft())
            life.free.append((run, author, card, key))
        yield from hand.acts


def taking_back(life, since, until):
    """Some cards that never come out are taken back."""
    since, until = apart(life, since, until)
    hand = Hand(life.dice, life.desk.workshop, since, until)
    for one in [one for one in life.free if life.dice.random() < 0.2 and since < until]:
        _, author, card, key = one
        hand.at(author, [WithdrawCard(card, key)])
        life.free.remove(one)
    return hand.acts


def before_next(life):
    """Somebody presses Next: what may not come out goes, and the same ballots as in any life are in the box."""
    workshop, run, ballot = life.desk.workshop, life.desk.workshop.run, life.ballot
    shown = {Stage.WRITE: run.id, Stage.CHECK: workshop.head.worry_run}.get(run.stage) if run else None
    for one in [one for one in life.free if one[0] == shown]:
        _, author, card, key = one
        author.ask("WithdrawCard", WithdrawCard(card, key))
        life.free.remove(one)
    if ballot and ballot.options and not workshop.clock.closing_at:
        for device, final in voters(life, ballot):
            if paper := life.papers.get((device.name, ballot.id)):
                paper.cast(final)


def changing(life, since, until, public):
    """Changes to unsigned cards that are out: what is shown is the same, who changed it when is not."""
    workshop, acts = life.desk.workshop, []
    end = min(until, life.next_showing(since) - CLEAR_MS)
    since, end = apart(life, since, end)
    for card, (key, numbers) in sorted(life.own.items()):
        found = workshop.cards.get(card)
        if found is None or not is_out(workshop, found) or public.random() > 0.3 or end <= since:
            continue
        hand = Hand(life.dice, workshop, since, end)
        drafts = [*(hand.draft() for _ in range(life.dice.choice([0, 1, 2]))), f"changed {public.randrange(99)}"]
        hand.at(life.author(), [EditCard(card, key, next(numbers), text, shown=True) for text in drafts])
        acts += hand.acts
    return acts


def flagging(life, since, until, public):
    """Cards that somebody asks to be looked at: which and how worded is shown to who leads, not by whom or when."""
    out = [card for _, card in sorted(life.known.workshop.cards.items()) if is_out(life.known.workshop, card)]
    since, end = apart(life, since, min(until, life.next_showing(since) - CLEAR_MS))
    people = [one for one in life.authors if one.name != "Fay"]
    if out and public.random() < 0.2 and since < end:
        card = public.choice(out)
        for at in sorted(life.dice.randint(since, end) for _ in range(life.dice.choice([1, 1, 2]))):
            yield at, life.dice.choice(people), FlagCard(card.id, card.wording)


def hands(life, since, until):
    """Where what people write does not show at once, authors move, colour, draw and point: all of it is refused or
    dropped, and seen by nobody. With a card that nobody sees yet, too. Answers (time, what to do)."""
    workshop, dice = life.desk.workshop, life.dice
    run, since, until = workshop.run, since + CLEAR_MS, until - APART_MS
    if run is None or not run.open or since >= until or not (run.stage is Stage.WRITE or batching(workshop)):
        return
    for _ in range(dice.randrange(4)):
        card = dice.choice(sorted(workshop.cards) or [token(dice)])
        item, x, y = token(dice), dice.randrange(900), dice.randrange(900)
        asked = dice.choice(
            [
                Place(f"card:{card}", True, x, y, 0),
                Paint(f"card:{card}", Colour.PINK, 0),
                AddItem(item, run.id, ItemKind.BOX, x, y, 40, 40, text="x" * dice.randrange(40)),
                RemoveItem(dice.choice(sorted(workshop.items) or [item])),
            ]
        )
        device, at = life.author(), dice.randint(since, until)
        yield at, partial(device.ask, type(asked).__name__, asked)
        yield at, partial(device.send, "moment", {"kind": "pointer", "x": x, "y": y})


def voters(life, ballot):
    """Who of the authors votes in this life, and how in the end: the same ballots in any life."""
    public = random.Random(f"{life.story.chance} {ballot.id}")
    finals = [{public.choice(sorted(ballot.options)): 1} for _ in range(2)]
    return zip(life.voters.setdefault(ballot.id, life.dice.sample(life.authors, len(finals))), finals, strict=True)


def voting(life, since, until):
    """Ballots of authors that are not their last."""
    ballot = life.ballot
    if ballot and ballot.options and not life.desk.workshop.clock.closing_at:
        for device, _ in voters(life, ballot):
            for _ in range(life.dice.randrange(3)):
                yield life.dice.randint(since, until), device, ballot
