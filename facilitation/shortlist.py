"""The shortlist: the options that are weighed and voted on. A shared field."""

from dataclasses import replace

from facilitation.ballots import candidates, open_ballot
from facilitation.commands import SetShortlist
from facilitation.context import Context
from facilitation.refusals import Refusal, Refused, refused
from facilitation.workshop import Workshop, put


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


def without(workshop: Workshop, reference: str) -> Workshop:
    """The workshop with this reference off the shortlist, if it was on it."""
    head = workshop.head
    if reference not in head.shortlist:
        return workshop
    rest = tuple(one for one in head.shortlist if one != reference)
    return put(workshop, replace(head, shortlist=rest, shortlist_version=head.shortlist_version + 1))
