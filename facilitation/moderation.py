"""Keeping the room safe without knowing who is who: cards to look at, a slower room, a closed door.

What is done here is done to a card, to everybody, or to the door; never to "the author of this
card", whom nobody can know (E33, E34).
"""

from dataclasses import replace

from facilitation.commands import CloseDoor, FlagCard, LookedAt, SlowRoom
from facilitation.context import Context
from facilitation.marks import Flag
from facilitation.records import put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.workshop import Workshop, is_out

SLOW_SECONDS = 20
"""In a slowed room a device may send one card in so many seconds (E34)."""


def flagged(workshop: Workshop, command: FlagCard) -> bool:
    """Already done: those who lead know of it, for these words or newer ones, or the card has been taken back.

    What still waits for the tick is not asked here: a role that may not ask would learn of it by the answer.
    """
    return command.id in workshop.gone or _asked(workshop.flags.get(command.id), command.wording, out=True)


def _asked(flag: Flag | None, wording: int, *, out: bool) -> bool:
    return flag is not None and flag.wording >= wording and (flag.out or not out)


def flag(workshop: Workshop, command: FlagCard, _context: Context) -> Workshop | Refused:
    """Ask those who lead to look at a card. Not who asked, and not how many: only that it was asked."""
    card = workshop.cards.get(command.id)
    if card is None or not is_out(workshop, card):
        return refused(Refusal.NO_SUCH_CARD)
    if card.wording != command.wording:
        return refused(Refusal.SUPERSEDED)
    there = workshop.flags.get(card.id)
    # One that those who lead still have before them stays: that it went would tell when somebody asked again.
    asked = _asked(there, command.wording, out=False) or (there is not None and there.out and not there.seen)
    return workshop if card.hidden or asked else put(workshop, Flag(card.id, command.wording))


def waiting_flags(workshop: Workshop) -> list[Flag]:
    """Those that wait for the tick, which shows them to those who lead."""
    return [one for one in workshop.flags.values() if not one.out]


def looked_at(workshop: Workshop, command: LookedAt) -> bool:
    """Already done: nobody asks about these words any more."""
    found = workshop.flags.get(command.id)
    return found is None or found.seen or not found.out or found.wording > command.wording


def look_at(workshop: Workshop, command: LookedAt, _context: Context) -> Workshop | Refused:
    """The card has been looked at, and stays."""
    return put(workshop, replace(workshop.flags[command.id], seen=True))


def slowed(workshop: Workshop, command: SlowRoom) -> bool:
    """Already done: the room is so, one version on."""
    head = workshop.head
    return head.slow_version == command.version + 1 and head.slow is command.slow


def slow(workshop: Workshop, command: SlowRoom, _context: Context) -> Workshop | Refused:
    """Slow the room down for everybody, or let it go on as before."""
    head = workshop.head
    if head.slow_version != command.version:
        return refused(Refusal.SUPERSEDED)
    return put(workshop, replace(head, slow=command.slow, slow_version=head.slow_version + 1))


def closed(workshop: Workshop, command: CloseDoor) -> bool:
    """Already done: the door is so, one version on."""
    head = workshop.head
    return head.door_version == command.version + 1 and head.door_closed is command.closed


def close(workshop: Workshop, command: CloseDoor, _context: Context) -> Workshop | Refused:
    """Let nobody new come in, or again anybody. Who is inside comes back as before."""
    head = workshop.head
    if head.door_version != command.version:
        return refused(Refusal.SUPERSEDED)
    return put(workshop, replace(head, door_closed=command.closed, door_version=head.door_version + 1))
