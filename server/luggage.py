"""Left luggage: what is kept for a moment only, and handed out once. In memory, or in the Redis that processes share.

It is in no file of ours and in no backup. Nobody learns what is there: it can only be collected, by its name.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from server.secret import hash_of
from server.stores.sharing import Sharing

ROOM = 32 * 2**20
"""Bytes that may lie here at once, as far as this process left them."""


@dataclass(slots=True)
class Luggage:
    """`now`: milliseconds. `sharing`: where other processes can collect it too. Methods may raise `StoreError`."""

    now: Callable[[], int]
    sharing: Sharing | None = None
    room: int = ROOM
    _ends: dict[str, tuple[int, int]] = field(default_factory=dict)
    _kept: dict[str, bytes] = field(default_factory=dict)

    def sweep(self) -> None:
        """Throw away what nobody has collected in time."""
        now = self.now()
        for name in [name for name, (ends, _) in self._ends.items() if ends <= now]:
            self._drop(name)

    def _drop(self, name: str) -> bytes | None:
        self._ends.pop(name, None)
        return self._kept.pop(name, None)

    def leave(self, name: str, things: bytes, lasting_ms: int) -> bool:
        """Keep this for so long, in place of what had that name; False: there is no room just now."""
        self.sweep()
        self._drop(name)
        if sum(size for _, size in self._ends.values()) + len(things) > self.room:
            return False
        self._ends[name] = (self.now() + lasting_ms, len(things))
        if self.sharing is None:
            self._kept[name] = things
        else:
            self.sharing.leave(name, things, lasting_ms)
        return True

    def first(self, mark: str, lasting_ms: int) -> bool:
        """Whether nobody has shown this mark for so long, in any process; now somebody has. Only its hash is kept."""
        name = f"mark:{hash_of(mark)}"
        if self.sharing is not None:
            return self.sharing.first(name, lasting_ms)
        self.sweep()
        if name in self._ends:
            return False
        return self.leave(name, b"", lasting_ms)

    def collect(self, name: str) -> bytes | None:
        """What was left under this name; it is gone from here then. None: nothing, or not any more."""
        self.sweep()
        here = self._drop(name)
        return here if self.sharing is None else self.sharing.collect(name)
