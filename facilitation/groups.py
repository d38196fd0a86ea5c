"""Groups: like with like. Anybody may move a card; `place` is the version of where it is."""

from dataclasses import replace

from facilitation.ballots import on_ballot
from facilitation.commands import AddGroup, MoveCard, RemoveGroup, RenameGroup
from facilitation.context import Context
from facilitation.records import drop, put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.shortlist import kept_in_step
from facilitation.workshop import Gone, Group, Workshop, is_out

MAX_GROUPS = 200


def added(workshop: Workshop, command: AddGroup) -> bool:
    """Already done: the id is on the board, or was and is unmade."""
    return command.id in workshop.groups or command.id in workshop.gone


def add(workshop: Workshop, command: AddGroup, _context: Context) -> Workshop | Refused:
    """Make a group."""
    if not command.name.strip():
        return refused(Refusal.BAD_FIELD)
    if len(workshop.groups) >= MAX_GROUPS:
        return refused(Refusal.BOARD_FULL)
    return put(workshop, Group(command.id, command.name.strip()))


def renamed(workshop: Workshop, command: RenameGroup) -> bool:
    """Already done: the name is there, one version on; or the group is unmade."""
    group = workshop.groups.get(command.id)
    return command.id in workshop.gone or (
        group is not None and group.version == command.version + 1 and group.name == command.name.strip()
    )


def rename(workshop: Workshop, command: RenameGroup, _context: Context) -> Workshop | Refused:
    """Name a group."""
    group = workshop.groups.get(command.id)
    if group is None:
        return refused(Refusal.NO_SUCH_GROUP)
    if group.version != command.version:
        return refused(Refusal.SUPERSEDED)
    if not command.name.strip():
        return refused(Refusal.BAD_FIELD)
    return put(workshop, replace(group, name=command.name.strip(), version=group.version + 1))


def removed(workshop: Workshop, command: RemoveGroup) -> bool:
    """Already done: only the id is left."""
    return command.id in workshop.gone


def remove(workshop: Workshop, command: RemoveGroup, _context: Context) -> Workshop | Refused:
    """Unmake a group: its cards stand alone again. Not once it has been put to the vote."""
    group = workshop.groups.get(command.id)
    if group is None:
        return refused(Refusal.NO_SUCH_GROUP)
    if on_ballot(workshop, f"group:{group.id}"):
        return refused(Refusal.ON_BALLOT)
    alone = [
        replace(card, group="", place=card.place + 1) for card in workshop.cards.values() if card.group == group.id
    ]
    lay = workshop.spots.get(group.id)
    without = drop(workshop, group) if lay is None else drop(workshop, group, lay)
    return kept_in_step(workshop, put(without, Gone(group.id), *alone))


def moved(workshop: Workshop, command: MoveCard) -> bool:
    """Already done: the card is there, one version on; or it has been taken back."""
    card = workshop.cards.get(command.id)
    return command.id in workshop.gone or (
        card is not None and card.place == command.version + 1 and card.group == command.group
    )


def move(workshop: Workshop, command: MoveCard, _context: Context) -> Workshop | Refused:
    """Put a card that is out into a group, or let it stand alone."""
    card = workshop.cards.get(command.id)
    if card is None or not is_out(workshop, card):
        return refused(Refusal.NO_SUCH_CARD)
    if card.hidden:
        return refused(Refusal.CARD_HIDDEN)
    if command.group and command.group not in workshop.groups:
        return refused(Refusal.NO_SUCH_GROUP)
    if card.place != command.version:
        return refused(Refusal.SUPERSEDED)
    return kept_in_step(workshop, put(workshop, replace(card, group=command.group, place=card.place + 1)))
