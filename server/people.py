"""Everybody in one live workshop: kept in memory; what was changed waits for the tick that writes it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from facilitation.context import Role
from facilitation.room import Room, Seat
from server.shapes import SeatRole
from server.stores.people import (
    DoneMark,
    Invitation,
    Part,
    People,
    Person,
    Place,
    RollLine,
    Salt,
    Until,
    gathered,
    key_of,
    persons_of,
)

Saved: TypeAlias = Callable[[bool], None]
ROLE_OF = {
    Part.FACILITATOR: SeatRole.FACILITATOR,
    Part.PARTICIPANT: SeatRole.PARTICIPANT,
    Part.SCREEN: SeatRole.SCREEN,
}


@dataclass(frozen=True, slots=True)
class Who:
    """Whose token this is. `seat`: empty for a screen."""

    workshop: str
    place: Place

    @property
    def role(self) -> SeatRole:
        """What the device is."""
        return ROLE_OF[self.place.part]

    @property
    def asks_as(self) -> Role:
        """Who asks, to the rules."""
        return Role.COFACILITATOR if self.place.cofacilitator else Role(self.role.value)

    @property
    def seat(self) -> str:
        """The seat that the device speaks for."""
        return "" if self.place.part is Part.SCREEN else self.place.seat or self.place.id


class Company:
    """Everybody in one workshop. What was put or dropped waits for the tick.

    `seen`: the number of the last write by any process that is known here. `writing`: what the tick
    is writing just now. `elsewhere`: who waits to be let in at other processes.
    """

    def __init__(self, workshop: str, people: People) -> None:
        self.workshop = workshop
        self.waiting: set[str] = set()
        self.elsewhere: frozenset[str] = frozenset()
        self.confirming: set[str] = set()
        self.given: dict[str, dict[str, str]] = {}  # blind signatures by ballot and request: nobody signs twice
        self.changes: dict[str, Person | None] = {}
        self.writing: dict[str, Person | None] = {}
        self.replies: list[Saved] = []
        self.closed: set[str] = set()
        self.written, self.seen = 0, -1
        self.take(people)

    def take(self, people: People) -> None:
        """These are everybody now, as the store has them; what waits here to be written comes on top."""
        kept = {key_of(one): one for one in persons_of(people)} | self.writing | self.changes
        people = gathered([one for one in kept.values() if one is not None])
        self.places = dict(people.places)
        self.invitations = dict(people.invitations)
        self.rolls = {ballot: dict(lines) for ballot, lines in people.rolls.items() if ballot not in self.closed}
        self.done = {run: set(seats) for run, seats in people.done.items()}
        self.until, self.salt = people.until, people.salt
        self.waiting -= {seat for lines in self.rolls.values() for seat in lines}

    def put(self, person: Person) -> None:
        """Add or replace a record."""
        match person:
            case Place():
                self.places[person.id] = person
            case Invitation():
                self.invitations[person.key_hash] = person
            case RollLine():
                self.rolls.setdefault(person.ballot, {})[person.seat] = person
            case DoneMark():
                self.done.setdefault(person.run, set()).add(person.seat)
            case Until():
                self.until = person
            case Salt():
                self.salt = person
        self.changes[key_of(person)] = person

    def drop(self, person: Person) -> None:
        """Take a record away."""
        match person:
            case Invitation():
                self.invitations.pop(person.key_hash, None)
            case RollLine():
                self.rolls.get(person.ballot, {}).pop(person.seat, None)
            case DoneMark():
                self.done.get(person.run, set()).discard(person.seat)
            case Salt():
                self.salt = None
            case _:
                raise TypeError(type(person).__name__)
        self.changes[key_of(person)] = None

    def forget_roll(self, ballot: str) -> None:
        """A ballot is closed: who could vote in it, and what they had signed, goes for good."""
        self.rolls.pop(ballot, None)
        self.given.pop(ballot, None)
        self.waiting.clear()
        self.changes = {key: one for key, one in self.changes.items() if not key.startswith(f"roll:{ballot}:")}
        self.closed.add(ballot)

    def keep_done(self, run: str) -> None:
        """Another run goes on: "I'm done" with an earlier one means nothing any more."""
        for other in [other for other in self.done if other != run]:
            for seat in list(self.done[other]):
                self.drop(DoneMark(other, seat))
            del self.done[other]

    def forget_meeting(self) -> None:
        """Keep nothing any more of what a meeting program said of anybody."""
        for place in [one for one in self.places.values() if one.known or one.proved]:
            self.put(replace(place, known="", proved=False))
        if self.salt is not None:
            self.drop(self.salt)

    def retire(self, seat: str) -> list[str]:
        """Empty a seat for good, with all its devices; their ids."""
        gone = [one for one in self.places.values() if seat in {one.id, one.seat}]
        for place in gone:
            self.put(replace(place, retired=True, token_hash=""))
        self.waiting.discard(seat)
        return [place.id for place in gone]

    def seats(self) -> dict[str, Place]:
        """The seats that are taken, by id."""
        return {
            one.id: one
            for one in self.places.values()
            if one.part is not Part.SCREEN and not one.seat and not one.retired
        }

    def room(self, here: set[str], run: str) -> Room:
        """Who is here. `here`: the ids of connected places; `run`: the run that goes on."""
        present = {self.places[one].seat or one for one in here if one in self.places}
        done = self.done.get(run, set())
        seats = tuple(
            Seat(one.id, one.name, one.part is Part.FACILITATOR, one.id in present, one.id in done)
            for one in sorted(self.seats().values(), key=lambda one: one.id)
        )
        return Room(seats, tuple(sorted((self.waiting | self.elsewhere) & set(self.seats()))))
