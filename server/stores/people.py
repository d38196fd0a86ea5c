"""What a store of people is: seats, names, tokens, done marks, rolls, invitations.

They are kept apart from the workshops: no transaction and no file holds both, so that
nothing ties a person to a card or a ballot (DESIGN 5). Nothing here names a card or
a nullifier. All calls block and may come from any thread.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol, TypeAlias

from server.codec import BadRecord, Codec
from server.people_commands import Guest


class Part(StrEnum):
    """What somebody's token lets them be."""

    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Place:
    """A seat, or a room screen. `token_hash`: SHA-256, hexadecimal; empty when signed out.

    `name`: for hello and actions, may be empty. `label`: what the facilitator called the
    device. `cofacilitator`: came by an invitation. `retired`: the place is empty for good.
    `seat`: the place whose seat this further device of one person shares, or empty. `moved`: the hash of the
    token that another device held before, which has none now; or empty. `known`: by what a meeting program proved
    (`Salt`), or empty. `proved`: leads because a meeting program proved that they lead the meeting, and only as long.
    """

    id: str
    part: Part
    token_hash: str
    name: str = ""
    label: str = ""
    cofacilitator: bool = False
    retired: bool = False
    seat: str = ""
    moved: str = ""
    known: str = ""
    proved: bool = False


@dataclass(frozen=True, slots=True)
class Invitation:
    """A key that works once. `expires_at`: milliseconds since 1970."""

    key_hash: str
    guest: Guest
    expires_at: int


@dataclass(frozen=True, slots=True)
class RollLine:
    """A seat may vote in a ballot. `request_hash`: SHA-256 of what it asked to have signed (blinded), or empty.

    `again`: let in when a ballot had been given out to a place that is empty now.
    """

    ballot: str
    seat: str
    request_hash: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class DoneMark:
    """A seat says "I'm done" with a run."""

    run: str
    seat: str


@dataclass(frozen=True, slots=True)
class Until:
    """When the workshop's people are to be forgotten: milliseconds since 1970, whole hours."""

    at: int


@dataclass(frozen=True, slots=True)
class Salt:
    """The workshop's own key, random: with it, whom a meeting program names is turned into `Place.known`, so that
    the same person gets the same seat. It goes, and all `known` with it, when the workshop ends."""

    value: str


Person: TypeAlias = Place | Invitation | RollLine | DoneMark | Until | Salt

KINDS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "place": Place,
        "invitation": Invitation,
        "roll": RollLine,
        "done": DoneMark,
        "until": Until,
        "salt": Salt,
    }
)
"""Each kind of record about people by the name that keys use for it."""

CODEC: Codec[Person] = Codec(KINDS)


def key_of(person: Person) -> str:
    """The key of a record, such as `place:ID` or `roll:BALLOT:SEAT`."""
    match person:
        case Place():
            return f"place:{person.id}"
        case Invitation():
            return f"invitation:{person.key_hash}"
        case RollLine():
            return f"roll:{person.ballot}:{person.seat}"
        case DoneMark():
            return f"done:{person.run}:{person.seat}"
        case Until():
            return "until"
        case Salt():
            return "salt"


@dataclass(frozen=True, slots=True)
class People:
    """Everybody in one workshop. `rolls`: by ballot, then seat. `done`: seats by run."""

    places: Mapping[str, Place] = field(default_factory=dict)
    invitations: Mapping[str, Invitation] = field(default_factory=dict)
    rolls: Mapping[str, Mapping[str, RollLine]] = field(default_factory=dict)
    done: Mapping[str, frozenset[str]] = field(default_factory=dict)
    until: Until | None = None
    salt: Salt | None = None


def gathered(persons: list[Person]) -> People:
    """The records of one workshop, sorted into their places."""
    rolls: dict[str, dict[str, RollLine]] = {}
    done: dict[str, set[str]] = {}
    for person in persons:
        match person:
            case RollLine():
                rolls.setdefault(person.ballot, {})[person.seat] = person
            case DoneMark():
                done.setdefault(person.run, set()).add(person.seat)
    return People(
        places={one.id: one for one in persons if isinstance(one, Place)},
        invitations={one.key_hash: one for one in persons if isinstance(one, Invitation)},
        rolls=rolls,
        done={run: frozenset(seats) for run, seats in done.items()},
        until=next((one for one in persons if isinstance(one, Until)), None),
        salt=next((one for one in persons if isinstance(one, Salt)), None),
    )


def persons_of(people: People) -> list[Person]:
    """The records that were gathered: `gathered(persons_of(people)) == people`."""
    lines: list[Person] = [line for roll in people.rolls.values() for line in roll.values()]
    lines += [DoneMark(run, seat) for run, seats in people.done.items() for seat in seats]
    single = [one for one in (people.until, people.salt) if one is not None]
    return [*people.places.values(), *people.invitations.values(), *lines, *single]


PeopleChanges: TypeAlias = Mapping[str, Mapping[str, Person | None]]
"""By workshop, then by key (`key_of`); None where a record goes."""


def encode_people(changes: PeopleChanges) -> dict[str, dict[str, bytes | None]]:
    """The bytes of each change by workshop and key, None where a record goes.

    Raises: `BadRecord`, also where a record does not belong under its key.
    """
    for persons in changes.values():
        for key, person in persons.items():
            if person is not None and key_of(person) != key:
                raise BadRecord(f"a {type(person).__name__} stands under a key that is not its own")
    return {
        workshop: {key: None if person is None else CODEC.encode(person) for key, person in persons.items()}
        for workshop, persons in changes.items()
    }


class PeopleStore(Protocol):
    """People by workshop. Errors as in `store`: `Unavailable`, `OutcomeUnknown`."""

    def read(self, workshop: str) -> People:
        """Everybody of a workshop; empty when nobody is known."""

    def write(self, changes: PeopleChanges) -> None:
        """One tick's changes in one transaction; durable on return. The same again is harmless.

        Raises: `codec.BadRecord`, also where a record stands under a wrong key.
        """

    def find_token(self, token_hash: str) -> tuple[str, str] | None:
        """The workshop and the place that this token belongs to, or None."""

    def ids(self) -> list[str]:
        """The workshops of which people are known, in the order of the ids."""

    def overdue(self, now: int) -> list[str]:
        """The workshops whose people are to be forgotten by now (milliseconds since 1970)."""

    def forget_roll(self, workshop: str, ballot: str) -> None:
        """Leave no byte of this ballot's roll."""

    def forget(self, workshop: str) -> None:
        """Leave no byte of anybody in this workshop. As with workshops, `settle` may have to go on with it."""

    def settle(self) -> bool:
        """See `Store.settle`."""

    def close(self) -> None:
        """Let go of files and connections."""
