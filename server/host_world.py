"""What the checks and the calls of meeting programs get of the world."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from server.fetching import fetch
from server.hosts.memory import Keys
from server.hosts.outside import Outside
from server.luggage import Luggage
from server.tickets import Tickets

NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class HostWorld:
    """`now`: milliseconds since 1970. `public_url`: as people reach us, or empty. `given`: the settings of each
    host that has some. `secret`: the server's own. The methods of `luggage` may raise `StoreError`."""

    now: Callable[[], int]
    public_url: str
    given: Mapping[str, Mapping[str, str]]
    secret: bytes
    tickets: Tickets
    luggage: Luggage
    keys: Keys

    @staticmethod
    def made(
        now: Callable[[], int],
        public_url: str,
        given: Mapping[str, Mapping[str, str]],
        secret: bytes,
        luggage: Luggage,
    ) -> "HostWorld":
        """The world of one server. `secret`: its own, 32 bytes."""
        return HostWorld(now, public_url, given, secret, Tickets(secret, now), luggage, Keys(fetch))

    def settings(self, host: str) -> Mapping[str, str]:
        """The settings of a host; those that are not there are empty."""
        return self.given.get(host, NONE)

    def outside(self, host: str) -> Outside:
        """All that a check of this host's proofs needs, now."""
        now = self.now()
        return Outside(
            now,
            self.settings(host),
            fetch,
            lambda url: self.keys.at(url, now),
            lambda mark, until: self.luggage.first(mark, max(until - now, 1)),
            self.tickets.opened,
        )

    def seal(self, things: Mapping[str, str], lasting_ms: int) -> str:
        """A ticket for ourselves that stands for these things for so long."""
        return self.tickets.seal(things, lasting_ms)

    def opened(self, ticket: str) -> Mapping[str, str] | None:
        """What a ticket of ours stands for, or None."""
        return self.tickets.opened(ticket)

    def leave(self, name: str, thing: bytes, lasting_ms: int) -> bool:
        """Keep something for so long, for any process; False: there is no room just now."""
        return self.luggage.leave(name, thing, lasting_ms)

    def collect(self, name: str) -> bytes | None:
        """What was left under this name; it is gone then."""
        return self.luggage.collect(name)
