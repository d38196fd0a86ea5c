"""Everybody in the live workshops: kept in memory, written on a fixed tick, answered after.

They have a queue and a file of their own, so that no transaction ties a person to a card
(DESIGN 5). `flush` is a plain function: it writes what all workshops have gathered.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from facilitation.context import Role
from facilitation.room import Room, Seat
from server.secret import hash_of
from server.shapes import SeatRole
from server.stores.people import (
    DoneMark,
    Invitation,
    Part,
    People,
    PeopleStore,
    Person,
    Place,
    RollLine,
    Until,
    key_of,
)
from server.stores.store import OutcomeUnknown, StoreError

Saved: TypeAlias = Callable[[bool], None]
Offload: TypeAlias = Callable[..., Any]
ROLE_OF = {
    Part.FACILITATOR: SeatRole.FACILITATOR,
    Part.PARTICIPANT: SeatRole.PARTICIPANT,
    Part.SCREEN: SeatRole.SCREEN,
}
TRIES = 3


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
    """Everybody in one workshop. What was put or dropped waits for the tick."""

    def __init__(self, workshop: str, people: People) -> None:
        self.workshop = workshop
        self.places = dict(people.places)
        self.invitations = dict(people.invitations)
        self.rolls = {ballot: dict(lines) for ballot, lines in people.rolls.items()}
        self.done = {run: set(seats) for run, seats in people.done.items()}
        self.until = people.until
        self.waiting: set[str] = set()
        self.confirming: set[str] = set()
        self.changes: dict[str, Person | None] = {}
        self.replies: list[Saved] = []
        self.closed: set[str] = set()

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
            case _:
                raise TypeError(type(person).__name__)
        self.changes[key_of(person)] = None

    def forget_roll(self, ballot: str) -> None:
        """A ballot is closed: who could vote in it, and what they had signed, goes for good."""
        self.rolls.pop(ballot, None)
        self.waiting.clear()
        self.changes = {key: one for key, one in self.changes.items() if not key.startswith(f"roll:{ballot}:")}
        self.closed.add(ballot)

    def keep_done(self, run: str) -> None:
        """Another run goes on: "I'm done" with an earlier one means nothing any more."""
        for other in [other for other in self.done if other != run]:
            for seat in list(self.done[other]):
                self.drop(DoneMark(other, seat))
            del self.done[other]

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
        return Room(seats, tuple(sorted(self.waiting & set(self.seats()))))


class Companies:
    """The company of each workshop that was touched since the start."""

    def __init__(self, store: PeopleStore, offload: Offload, failed: Callable[[BaseException], None]) -> None:
        self._store = store
        self._offload = offload
        self._failed = failed
        self._live: dict[str, Company] = {}

    def of(self, workshop: str) -> Company:
        """Everybody of a workshop. Raises: `StoreError`."""
        if workshop not in self._live:
            people: People = self._offload(self._store.read, workshop)
            # Somebody else may have come first while we read: theirs counts.
            self._live.setdefault(workshop, Company(workshop, people))
        return self._live[workshop]

    def lingers(self, workshop: str) -> bool:
        """Whether people of this workshop are kept without a day to forget them. Raises: `StoreError`."""
        people: People = self._offload(self._store.read, workshop)
        return bool(people.places) and people.until is None

    def who(self, token: str) -> Who | None:
        """Whose token this is, or None. Raises: `StoreError`."""
        found: tuple[str, str] | None = self._offload(self._store.find_token, hash_of(token))
        if found is None:
            return None
        place = self.of(found[0]).places.get(found[1])
        valid = place is not None and place.token_hash == hash_of(token)
        return Who(found[0], place) if place is not None and valid else None

    def when_saved(self, company: Company, reply: Saved) -> None:
        """Call `reply` after the tick that writes what has been put so far."""
        company.replies.append(reply)

    def flush(self) -> None:
        """Write what all workshops have gathered, then answer."""
        busy = [one for one in list(self._live.values()) if one.changes or one.replies or one.closed]
        taken = {one.workshop: (one.changes, one.replies, one.closed) for one in busy}
        for one in busy:
            one.changes, one.replies, one.closed = {}, [], set()
        changes = {workshop: changed for workshop, (changed, _, _) in taken.items() if changed}
        saved = not changes or self._write(changes)
        for workshop, (_, replies, closed) in taken.items():
            if not saved:
                self._live.pop(workshop, None)  # what memory holds is not what is kept
            for ballot in sorted(closed):
                self._forget_roll(workshop, ballot)
            for reply in replies:
                reply(saved)

    def _write(self, changes: dict[str, dict[str, Person | None]]) -> bool:
        for _ in range(TRIES):
            try:
                self._offload(self._store.write, changes)
            except OutcomeUnknown as error:  # writing the same again is harmless
                self._failed(error)
            except (StoreError, ValueError) as error:
                self._failed(error)
                return False
            else:
                return True
        return False

    def _forget_roll(self, workshop: str, ballot: str) -> None:
        try:
            self._offload(self._store.forget_roll, workshop, ballot)
        except StoreError as error:  # tried again when the workshop is loaded next
            self._failed(error)

    def let_go(self, workshop: str) -> bool:
        """Drop a company from memory unless something of it waits to be written; whether it was."""
        company = self._live.get(workshop)
        if company is not None and (company.changes or company.replies or company.closed or company.confirming):
            return False
        self._live.pop(workshop, None)
        return True

    def forget_overdue(self, now: int) -> list[str]:
        """Forget everybody whose workshop ended a day ago; the workshops concerned."""
        overdue: list[str] = self._offload(self._store.overdue, now)
        for workshop in overdue:
            self._live.pop(workshop, None)
            self._offload(self._store.forget, workshop)
        return overdue
