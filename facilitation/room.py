"""Who is here, as far as each audience may know it. The room is no part of the workshop.

Facilitators see exact seats, to confirm who is here before a vote; everybody else sees
coarse steps, and nothing below five people (DESIGN 5 and 7).
"""

from dataclasses import dataclass
from enum import StrEnum

COARSE = 5
"""Counts move in steps of this many people, and nothing is counted below it."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One place in the workshop. `here`: a device of it is connected. `done`: "I'm done"."""

    id: str
    name: str
    facilitator: bool
    here: bool
    done: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """Everybody who has a seat. `waiting`: seats that wait to be let in to an open vote.

    `saving`: what is written can be saved. `talks`: seats that ask for a talk with who leads.
    """

    seats: tuple[Seat, ...] = ()
    waiting: tuple[str, ...] = ()
    saving: bool = True
    talks: tuple[str, ...] = ()


class Done(StrEnum):
    """How many say "I'm done", in steps; empty below five people."""

    UNKNOWN = ""
    NONE = "none"
    SOME = "some"
    HALF = "half"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class SeatEntry:
    """A seat as facilitators see it."""

    id: str
    name: str
    facilitator: bool
    here: bool


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """The room as one audience may know it. `people`: 0 below five, else 5, 10, 15 ...

    `small`: fewer than five people are here. `leading`: the name of who leads, or empty.
    `saving`: False while nothing can be saved. `seats`, `waiting` and `talks`: facilitators only.
    """

    people: int
    small: bool
    facilitator_here: bool
    leading: str
    done: Done
    saving: bool = True
    seats: tuple[SeatEntry, ...] = ()
    waiting: tuple[str, ...] = ()
    talks: tuple[str, ...] = ()


def done_step(done: int, people: int) -> Done:
    """The coarse step of `done` people out of `people`; whoever leads is not counted."""
    if people < COARSE:
        return Done.UNKNOWN
    if done == 0:
        return Done.NONE
    if done >= people:
        return Done.ALL
    return Done.HALF if 2 * done >= people else Done.SOME


def room_entry(room: Room, *, exact: bool) -> RoomEntry:
    """The room for facilitators (`exact`) or for everybody else."""
    here = [seat for seat in room.seats if seat.here]
    writers = [seat for seat in here if not seat.facilitator]
    leaders = sorted((seat for seat in room.seats if seat.facilitator), key=lambda seat: (not seat.here, seat.id))
    return RoomEntry(
        people=len(here) // COARSE * COARSE,
        small=len(here) < COARSE,
        facilitator_here=any(seat.facilitator for seat in here),
        leading=next((seat.name for seat in leaders if seat.name), ""),
        done=done_step(sum(seat.done for seat in writers), len(writers)),
        saving=room.saving,
        seats=tuple(SeatEntry(s.id, s.name, s.facilitator, s.here) for s in room.seats) if exact else (),
        waiting=room.waiting if exact else (),
        talks=room.talks if exact else (),
    )
