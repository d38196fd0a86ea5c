"""Strangers: sockets from one address that come to nothing, again and again, are let in more slowly.

Opening a socket is a millisecond's work, and a loop on one laptop asks for four hundred a second. A venue shares
one address, so nobody waits before many came to nothing, and what a socket that came to something does is not
counted here at all. Nobody pays for longer than ten seconds after it is over.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from server.limits import Seconds

LONGEST_S = 3.0
"""Who would have to wait for longer is told to come again: what waits takes memory, and a browser asks again."""
MOST_KNOWN = 10_000
FORGIVEN = 3
"""How often one place may be gone as soon as it was there: a whole room does so when its router starts anew."""


@dataclass(frozen=True, slots=True)
class Terms:
    """`rate`: sockets a second that may come to nothing; `free`: how many before anybody waits."""

    rate: float
    free: float
    debt_s: float = 10.0


ONE = Terms(50, 100)
"""Of one address: a twentieth of a core."""
CLOSE_S, APART_S = 0.002, 0.004
"""From one socket to the next, whoever opens it, while the line is short, and then: less than a fifth of a core."""
SHORT_S = 1.0
"""A line that is no longer than this is short: a room of three hundred is in after some six tenths of a second."""
PATIENCE_S = 10.0
"""How long the line before the door may be."""


@dataclass(slots=True)
class Credit:
    """What one address, or everybody, still has. Full at first, and full again with time."""

    terms: Terms
    at: float
    level: float = field(init=False)
    turn: float = 0.0

    def __post_init__(self) -> None:
        """Nobody came yet."""
        self.level = self.terms.free

    def left(self, now: float) -> float:
        """How many more may come to nothing; below nothing: there is a line."""
        self.level = min(self.terms.free, self.level + (now - self.at) * self.terms.rate)
        self.at = now
        return self.level

    def spend(self, now: float) -> None:
        """One came to nothing."""
        self.level = max(-self.terms.debt_s * self.terms.rate, self.left(now) - 1)

    def wait(self, now: float) -> float:
        """Seconds until it is the next one's turn."""
        return 0.0 if self.left(now) > 0 else max(0.0, self.turn + 1 / self.terms.rate - now)


class Strangers:
    """`address`: veiled, or any other bytes that stand for one."""

    def __init__(self, clock: Seconds) -> None:
        self._clock = clock
        self._next = 0.0
        self._hasty: Counter[str] = Counter()
        self._known: defaultdict[bytes, Credit] = defaultdict(lambda: Credit(ONE, clock()))

    def come(self) -> float | None:
        """Seconds until it is the turn of one more, so that those inside have theirs between. None: come again."""
        now = self._clock()
        turn = max(now, self._next)
        if turn - now > PATIENCE_S:
            return None
        self._next = turn + (CLOSE_S if turn - now < SHORT_S else APART_S)
        return turn - now

    def wait(self, address: bytes) -> float | None:
        """Seconds that one from here has to wait before that. None: the line is too long, come again."""
        credit = self._known.get(address)
        now = self._clock()
        wait = 0.0 if credit is None else credit.wait(now)
        if wait > LONGEST_S:
            return None
        if credit is not None:
            credit.turn = max(credit.turn, now + wait)
        return wait

    def hasty(self, address: bytes, place: str) -> None:
        """Somebody known was gone as soon as they were there. A line that flaps does that; a loop does it for ever."""
        if len(self._hasty) > MOST_KNOWN:
            self._hasty.clear()
        self._hasty[place] += 1
        if self._hasty[place] > FORGIVEN:
            self.in_vain(address)

    def in_vain(self, address: bytes) -> None:
        """One socket from here came to nothing."""
        now = self._clock()
        if len(self._known) > MOST_KNOWN:  # those who owe nothing go before memory does
            for other in [one for one, credit in self._known.items() if credit.left(now) >= ONE.free]:
                del self._known[other]
        self._known[address].spend(now)
