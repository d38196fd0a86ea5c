"""Which records were saved lately, and who wants to hear of it: in memory only.

It holds keys, no contents and no times, of the last saves of each workshop; the
contents of the newest state answer `changes_since`. Nothing of it is ever written.
"""

from collections import deque
from collections.abc import Callable, Iterable
from threading import RLock

from server.stores.store import Nudge

KEPT = 64
"""How many saves of each workshop are remembered."""


class Recent:
    """The last saves that went through this store."""

    def __init__(self) -> None:
        self._saves: dict[str, deque[tuple[int, frozenset[str]]]] = {}
        self._nudges: list[Nudge] = []
        self._lock = RLock()

    def note(self, workshop: str, rev: int, keys: Iterable[str]) -> None:
        """Remember a save that led to `rev`, and tell who watches."""
        with self._lock:
            self._saves.setdefault(workshop, deque(maxlen=KEPT)).append((rev, frozenset(keys)))
            nudges = list(self._nudges)
        for nudge in nudges:
            nudge(workshop, rev)

    def since(self, workshop: str, rev: int, now: int) -> frozenset[str] | None:
        """The keys saved after `rev` and up to `now`, or None where that is not known."""
        with self._lock:
            known = [one for one in self._saves.get(workshop, ()) if rev < one[0] <= now]
        if rev > now or len(known) != now - rev:
            return None
        return frozenset[str]().union(*(keys for _, keys in known))

    def forget(self, workshop: str) -> None:
        with self._lock:
            self._saves.pop(workshop, None)

    def watch(self, nudge: Nudge) -> Callable[[], None]:
        """See `Store.watch`."""
        with self._lock:
            self._nudges.append(nudge)

        def stop() -> None:
            with self._lock:
                if nudge in self._nudges:
                    self._nudges.remove(nudge)

        return stop
