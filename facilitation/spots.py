"""Where things lie on the board, their colour, and whether they are locked: shared fields, each with a version."""

from dataclasses import replace

from facilitation.canvas import Spot
from facilitation.canvas_commands import Lock, Paint, Place, ReadOut
from facilitation.context import Context
from facilitation.records import put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.workshop import Head, Workshop, is_out

NO_SUCH = {"card": Refusal.NO_SUCH_CARD, "group": Refusal.NO_SUCH_GROUP, "item": Refusal.NO_SUCH_ITEM}


def lies_there(workshop: Workshop, what: str) -> bool:
    """Whether everybody sees this card, group or item on the board."""
    kind, _, found = what.partition(":")
    if kind == "card":
        card = workshop.cards.get(found)
        return card is not None and is_out(workshop, card)
    return found in (workshop.groups if kind == "group" else workshop.items)


def spot_of(workshop: Workshop, what: str) -> Spot:
    """How it lies there; where nobody has touched it, a spot of version 0."""
    found = what.partition(":")[2]
    return workshop.spots.get(found) or Spot(found)


def is_gone(workshop: Workshop, what: str) -> bool:
    """Whether it has been taken off the board."""
    return what.partition(":")[2] in workshop.gone


def missing(what: str) -> Refused:
    """Why nothing can be done with it: it does not lie there."""
    return refused(NO_SUCH[what.partition(":")[0]]) if what else refused(Refusal.BAD_FIELD)


def placed(workshop: Workshop, command: Place) -> bool:
    """Already done: it is there, one version on; or it is off the board."""
    spot = spot_of(workshop, command.what)
    wanted = (command.placed, command.x, command.y, command.version + 1)
    return is_gone(workshop, command.what) or (spot.placed, spot.x, spot.y, spot.version) == wanted


def place(workshop: Workshop, command: Place, _context: Context) -> Workshop | Refused:
    """Put it there, or back to where the board puts it by itself."""
    if not lies_there(workshop, command.what):
        return missing(command.what)
    spot = spot_of(workshop, command.what)
    if spot.version != command.version:
        return refused(Refusal.SUPERSEDED)
    if spot.locked:
        return refused(Refusal.LOCKED)
    kind = command.what.partition(":")[0]
    if not command.placed and (command.x or command.y or kind == "item"):
        return refused(Refusal.BAD_FIELD)
    there = replace(spot, placed=command.placed, x=command.x, y=command.y, version=spot.version + 1)
    return put(workshop, there)


def painted(workshop: Workshop, command: Paint) -> bool:
    """Already done: it has this colour, one version on; or it is off the board."""
    spot = spot_of(workshop, command.what)
    wanted = (command.colour, command.version + 1)
    return is_gone(workshop, command.what) or (spot.colour, spot.colour_version) == wanted


def paint(workshop: Workshop, command: Paint, _context: Context) -> Workshop | Refused:
    """Give it a colour."""
    if not lies_there(workshop, command.what):
        return missing(command.what)
    spot = spot_of(workshop, command.what)
    if spot.colour_version != command.version:
        return refused(Refusal.SUPERSEDED)
    if spot.locked:
        return refused(Refusal.LOCKED)
    return put(workshop, replace(spot, colour=command.colour, colour_version=spot.colour_version + 1))


def locked(workshop: Workshop, command: Lock) -> bool:
    """Already done: it is so, one version on; or it is off the board."""
    spot = spot_of(workshop, command.what)
    wanted = (command.locked, command.version + 1)
    return is_gone(workshop, command.what) or (spot.locked, spot.lock_version) == wanted


def lock(workshop: Workshop, command: Lock, _context: Context) -> Workshop | Refused:
    """Keep it where and as it is, or let it go again."""
    if not lies_there(workshop, command.what):
        return missing(command.what)
    spot = spot_of(workshop, command.what)
    if spot.lock_version != command.version:
        return refused(Refusal.SUPERSEDED)
    return put(workshop, replace(spot, locked=command.locked, lock_version=spot.lock_version + 1))


def nothing_read_out(head: Head) -> Head:
    """The head with no card that is read out: a step is over, and what was asked for it comes too late."""
    return replace(head, reading="", reading_version=head.reading_version + 1) if head.reading else head


def read_out_already(workshop: Workshop, command: ReadOut) -> bool:
    """Already done: this is being read out, one version on."""
    head = workshop.head
    return (head.reading, head.reading_version) == (command.what, command.version + 1)


def read_out(workshop: Workshop, command: ReadOut, _context: Context) -> Workshop | Refused:
    """Show everybody which card is being read out."""
    head = workshop.head
    if command.what and not lies_there(workshop, command.what):
        return missing(command.what)
    if head.reading_version != command.version:
        return refused(Refusal.SUPERSEDED)
    return put(workshop, replace(head, reading=command.what, reading_version=head.reading_version + 1))
