"""Pictures in this process's memory: for tests, and for trying things out."""

from collections.abc import Callable, Mapping
from threading import RLock

from server.stores.pictures import has_room


class MemoryPictures:
    """See `PictureStore`. `there(workshop)`: whether there is such a workshop."""

    def __init__(self, there: Callable[[str], bool]) -> None:
        self._there = there
        self._kept: dict[str, dict[str, bytes]] = {}
        self._lock = RLock()

    def keep(self, workshop: str, picture: str, body: bytes) -> bool:
        with self._lock:
            if not self._there(workshop) or not has_room(self.sizes(workshop), body):
                return False
            self._kept.setdefault(workshop, {})[picture] = body
        return True

    def read(self, workshop: str, picture: str) -> bytes | None:
        with self._lock:
            return self._kept.get(workshop, {}).get(picture)

    def sizes(self, workshop: str) -> Mapping[str, int]:
        with self._lock:
            return {name: len(body) for name, body in self._kept.get(workshop, {}).items()}

    def workshops(self) -> list[str]:
        with self._lock:
            return sorted(self._kept)

    def drop(self, workshop: str, picture: str) -> None:
        with self._lock:
            self._kept.get(workshop, {}).pop(picture, None)
            if not self._kept.get(workshop):
                self._kept.pop(workshop, None)

    def forget(self, workshop: str) -> None:
        with self._lock:
            self._kept.pop(workshop, None)
