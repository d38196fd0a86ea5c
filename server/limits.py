"""How much at once: a bucket for each connection, and patience with wrong codes.

Nothing here is stored. Addresses are only ever held as a keyed hash whose key is made at
start, so that a copy of the memory says nothing after a restart (DESIGN 7).
"""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

Seconds = Callable[[], float]
MINUTE = 60.0


KEY = secrets.token_bytes(32)


def veiled(address: str) -> bytes:
    """What an address is known by, until the next start."""
    return hmac.digest(KEY, address.encode(), "sha256")


@dataclass(slots=True)
class Bucket:
    """A token bucket. `rate`: tokens a second; `burst`: how many it holds."""

    rate: float
    burst: float
    clock: Seconds
    _level: float = field(init=False)
    _at: float = field(init=False)

    def __post_init__(self) -> None:
        """A new bucket is full."""
        self._level, self._at = self.burst, self.clock()

    def wait(self) -> float:
        """Take a token; how many seconds to wait until it is there (0: now)."""
        now = self.clock()
        self._level = min(self.burst, self._level + (now - self._at) * self.rate) - 1
        self._at = now
        return max(0.0, -self._level / self.rate)


@dataclass(slots=True)
class Turns:
    """One card in so many `seconds` from each device, for a slowed room. In memory, and no longer than that."""

    seconds: float
    clock: Seconds
    _taken: dict[str, float] = field(default_factory=dict)

    def take(self, place: str) -> bool:
        """Take this device's turn; False: it had one a moment ago."""
        now = self.clock()
        self._taken = {one: at for one, at in self._taken.items() if now - at < self.seconds}
        if place in self._taken:
            return False
        self._taken[place] = now
        return True

    def give_back(self, place: str) -> None:
        """Its card was refused: the turn was none."""
        self._taken.pop(place, None)


@dataclass(slots=True)
class WrongCodes:
    """Slows down whoever tries codes. Only misses count; a link never comes here.

    `free` misses a minute cost nothing; each further one costs a second more, up to `most`.
    """

    clock: Seconds
    free: int = 5
    most: int = 10
    _misses: dict[bytes, list[float]] = field(default_factory=dict)

    def delay(self, address: str) -> float:
        """How many seconds the next try from here has to wait."""
        now = self.clock()
        recent = [at for at in self._misses.get(veiled(address), ()) if now - at < MINUTE]
        return float(min(self.most, max(0, len(recent) - self.free + 1)))

    def missed(self, address: str) -> None:
        """Remember a wrong code for a minute."""
        now = self.clock()
        if len(self._misses) > 10_000:  # noqa: PLR2004 - old ones go before memory does
            self._misses = {who: at for who, at in self._misses.items() if now - at[-1] < MINUTE}
        recent = [at for at in self._misses.get(veiled(address), ()) if now - at < MINUTE]
        self._misses[veiled(address)] = [*recent, now][-100:]
