"""Which devices are connected now. Held in memory only; socket ids never leave the server."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic

from facilitation.rules import Audience
from server.limits import Bucket
from server.people import Who
from server.shapes import SeatRole

AUDIENCES = {
    SeatRole.FACILITATOR: Audience.FACILITATOR,
    SeatRole.PARTICIPANT: Audience.PARTICIPANT,
    SeatRole.SCREEN: Audience.SCREEN,
}

EACH_SECOND = 20
"""How many moments of one device are passed on."""


@dataclass(slots=True)
class Member:
    """One connected socket. `host`: what its device calls this server. `written`: cards by run.

    `talk`: its person asks for a talk with who leads; their device says so again when it comes back.
    `gestures`: its moments, which take no turn of a command's.
    """

    sid: str
    who: Who
    host: str
    bucket: Bucket
    written: dict[str, int] = field(default_factory=dict)
    talk: bool = False
    gestures: Bucket = field(default_factory=lambda: Bucket(EACH_SECOND, EACH_SECOND, monotonic))

    @property
    def audience(self) -> Audience:
        """Whose view it gets."""
        return AUDIENCES[self.who.role]

    @property
    def group(self) -> str:
        """The name of its audience's group of sockets."""
        return group_of(self.who.workshop, self.audience)


def group_of(workshop: str, audience: Audience) -> str:
    """The name of one audience's group of sockets; made by the server only."""
    return f"{workshop}:{audience.value}"


class Presence:
    """Every member by socket id. A lost connection counts as here for `grace_ms` more.

    `elsewhere`: the places that are connected to other processes, by workshop; `talks_elsewhere`:
    the seats there that ask for a talk.
    """

    def __init__(self, now: Callable[[], int], grace_ms: int) -> None:
        self._now = now
        self._grace_ms = grace_ms
        self._members: dict[str, Member] = {}
        self._lost: dict[tuple[str, str], int] = {}
        self.elsewhere: Mapping[str, frozenset[str]] = {}
        self.talks_elsewhere: Mapping[str, frozenset[str]] = {}

    def come(self, member: Member) -> None:
        """A socket was let in."""
        self._members[member.sid] = member
        self._lost.pop((member.who.workshop, member.who.place.id), None)

    def go(self, sid: str) -> Member | None:
        """A socket is gone."""
        member = self._members.pop(sid, None)
        if member is not None:
            self._lost[(member.who.workshop, member.who.place.id)] = self._now()
        return member

    def expect(self, workshop: str) -> None:
        """Somebody is about to come: for a moment the workshop counts as one that somebody is in."""
        self._lost[(workshop, "")] = self._now()

    def get(self, sid: str) -> Member | None:
        """The member behind a socket."""
        return self._members.get(sid)

    def of(self, workshop: str, places: set[str] | None = None) -> list[Member]:
        """The members of a workshop, or only those at these places."""
        everybody = [one for one in self._members.values() if one.who.workshop == workshop]
        return [one for one in everybody if places is None or one.who.place.id in places]

    def workshops(self) -> set[str]:
        """The workshops that somebody is in."""
        return {one.who.workshop for one in self._members.values()}

    def here(self, workshop: str) -> set[str]:
        """The places that are connected, or were a moment ago, to any process."""
        return self.own(workshop) | self.elsewhere.get(workshop, frozenset())

    def own(self, workshop: str) -> set[str]:
        """Those that are connected to this process."""
        limit = self._now() - self._grace_ms
        self._lost = {key: at for key, at in self._lost.items() if at > limit}
        lately = {place for one, place in self._lost if one == workshop}
        return lately | {one.who.place.id for one in self.of(workshop)}

    def ask_to_talk(self, workshop: str, place: str, *, wish: bool) -> None:
        """Somebody asks for a talk with who leads, or does not any more."""
        for member in self.of(workshop, {place}):
            member.talk = wish

    def talks(self, workshop: str) -> set[str]:
        """The seats that ask for a talk, at any process."""
        return self.own_talks(workshop) | self.talks_elsewhere.get(workshop, frozenset())

    def own_talks(self, workshop: str) -> set[str]:
        """Those that are connected to this process."""
        return {one.who.seat for one in self.of(workshop) if one.talk}

    def forget(self, workshop: str, places: set[str]) -> None:
        """These have left for good: no grace."""
        for place in places:
            self._lost.pop((workshop, place), None)
