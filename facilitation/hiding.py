"""Hiding a card that everybody saw, and bringing it back: a reason for all, the words for who leads.

Nobody learns who wrote it, and nobody has to: what is hidden is the card (E33). On a vote that
is open it pauses the clock, and dots on what is no option any more are free again (E31).
"""

from dataclasses import replace

from facilitation.ballots import candidates, card_on_open_ballot
from facilitation.canvas import Spot
from facilitation.clock import stopped
from facilitation.commands import HideCard, ShowCard
from facilitation.context import Context
from facilitation.marks import Flag, Hidden
from facilitation.records import drop, put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.shortlist import kept_in_step
from facilitation.states import BallotState, HideReason
from facilitation.workshop import Ballot, Card, Workshop, is_out


def signed_by(workshop: Workshop, card: Card) -> str:
    """The name on a card, also while it is hidden; empty where nobody signed."""
    kept = workshop.hidden.get(card.id)
    return card.signed if kept is None else kept.signed


def with_words(workshop: Workshop, card: Card, text: str, signed: str) -> Workshop:
    """The workshop with other words on a card that is out; those of a hidden one stay hidden."""
    kept = workshop.hidden.get(card.id)
    if kept is None:
        return put(workshop, replace(card, text=text, signed=signed, wording=card.wording + 1))
    return put(workshop, card, replace(kept, text=text, signed=signed, wording=kept.wording + 1))


def beside(workshop: Workshop, card: Card) -> tuple[Hidden | Flag | Spot, ...]:
    """What goes with a card that is taken back: its hidden words, what was asked about it, where it lay."""
    found = (workshop.hidden.get(card.id), workshop.flags.get(card.id), workshop.spots.get(card.id))
    return tuple(one for one in found if one is not None)


def hidden(workshop: Workshop, command: HideCard) -> bool:
    """Already done: hidden for this reason, one version on; or it has been taken back."""
    card = workshop.cards.get(command.id)
    there = card is not None and (card.hidden, card.hidden_version) == (command.reason, command.version + 1)
    return command.id in workshop.gone or there


def hide(workshop: Workshop, command: HideCard, context: Context) -> Workshop | Refused:
    """Hide a card that is out, or give another reason."""
    card = workshop.cards.get(command.id)
    if card is None or not is_out(workshop, card):
        return refused(Refusal.NO_SUCH_CARD)
    if card.hidden_version != command.version:
        return refused(Refusal.SUPERSEDED)
    if command.reason is HideReason.NONE:
        return refused(Refusal.BAD_FIELD)
    kept = workshop.hidden.get(card.id) or Hidden(card.id, card.text, card.signed)
    bare = replace(card, text="", signed="", hidden=command.reason, hidden_version=command.version + 1)
    flag = workshop.flags.get(card.id)
    answered = [] if flag is None else [replace(flag, out=True, seen=True)]
    after = _off_the_vote(workshop, put(workshop, bare, kept, *answered), card, context)
    return kept_in_step(workshop, after)


def brought_back(workshop: Workshop, command: ShowCard) -> bool:
    """Already done: it is shown again, one version on; or it has been taken back."""
    card = workshop.cards.get(command.id)
    there = card is not None and not card.hidden and card.hidden_version == command.version + 1
    return command.id in workshop.gone or there


def bring_back(workshop: Workshop, command: ShowCard, _context: Context) -> Workshop | Refused:
    """Show a hidden card again, with the words that were read. A vote that is open stays as it is."""
    card = workshop.cards.get(command.id)
    if card is None or not is_out(workshop, card):
        return refused(Refusal.NO_SUCH_CARD)
    kept = workshop.hidden.get(card.id)
    if kept is None or (card.hidden_version, kept.wording) != (command.version, command.wording):
        return refused(Refusal.SUPERSEDED)
    shown = replace(card, hidden=HideReason.NONE, hidden_version=card.hidden_version + 1)
    return put(drop(workshop, kept), replace(shown, text=kept.text, signed=kept.signed, wording=card.wording + 1))


def _off_the_vote(before: Workshop, after: Workshop, card: Card, context: Context) -> Workshop:
    """`after`, with votes that are not closed holding only what can still be voted on (E31)."""
    lost = set(candidates(before)) - set(candidates(after))
    for ballot in before.ballots.values():
        if ballot.state in {BallotState.DRAFT, BallotState.OPEN} and lost & set(ballot.options):
            after = _without(after, ballot, lost)
    return put(after, stopped(after.clock, context.now)) if card_on_open_ballot(before, card) else after


def _without(workshop: Workshop, ballot: Ballot, lost: set[str]) -> Workshop:
    left = tuple(one for one in ballot.options if one not in lost)
    taken = tuple(one for one in ballot.options if one in lost) if ballot.state is BallotState.OPEN else ()
    votes = [
        replace(vote, allocation={one: dots for one, dots in vote.allocation.items() if one not in lost})
        for vote in workshop.votes.values()
        if vote.ballot == ballot.id and lost & set(vote.allocation)
    ]
    return put(workshop, replace(ballot, options=left, taken=(*ballot.taken, *taken)), *votes)
