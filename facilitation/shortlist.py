"""The shortlist: the options that are weighed and voted on. A shared field."""

from dataclasses import replace

from facilitation.ballots import candidates, open_ballot
from facilitation.commands import SetShortlist
from facilitation.context import Context
from facilitation.records import put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.workshop import Workshop


def is_set(workshop: Workshop, command: SetShortlist) -> bool:
    """Already done: this list is there, one version on."""
    head = workshop.head
    return head.shortlist_version == command.version + 1 and head.shortlist == command.options


def set_shortlist(workshop: Workshop, command: SetShortlist, _context: Context) -> Workshop | Refused:
    """Choose the options; empty means all of them."""
    head = workshop.head
    if head.shortlist_version != command.version:
        return refused(Refusal.SUPERSEDED)
    if open_ballot(workshop) is not None:
        return refused(Refusal.BALLOT_OPEN)
    if not set(command.options) <= set(candidates(workshop)):
        return refused(Refusal.NOT_AN_OPTION)
    options = tuple(dict.fromkeys(command.options))
    return put(workshop, replace(head, shortlist=options, shortlist_version=head.shortlist_version + 1))


def kept_in_step(before: Workshop, after: Workshop) -> Workshop:
    """`after`, with a shortlist of what can still be voted on.

    An idea that was put into a group is there as its group; a group that holds no idea any
    more is there as the ideas that it held; what was taken back is gone.
    """
    head, possible = after.head, candidates(after)
    found: list[str] = []
    for reference in head.shortlist:
        kind, _, record_id = reference.partition(":")
        in_group = [card.id for card in before.cards.values() if card.group == record_id]
        held = in_group if kind == "group" else [record_id]
        found += [reference] if reference in possible else [_home(after, card) for card in held]
    kept = tuple(one for one in dict.fromkeys(found) if one in possible)
    if kept == head.shortlist:
        return after
    return put(after, replace(head, shortlist=kept, shortlist_version=head.shortlist_version + 1))


def _home(workshop: Workshop, card_id: str) -> str:
    card = workshop.cards.get(card_id)
    return f"group:{card.group}" if card is not None and card.group else f"card:{card_id}"
