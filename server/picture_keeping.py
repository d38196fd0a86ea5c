"""Which pictures go by themselves: those whose item was removed, and those that no item ever named.

Nothing of this is stored, for a time beside a picture would say when somebody sent it. After a new start
each unused picture has its whole time again.
"""

from collections.abc import Iterable, Mapping

from facilitation.canvas import Item
from server.hall import Hall
from server.stores.store import StoreError

AFTER_REMOVAL_MS = 30_000
"""So long the bytes stay when the item is gone: who removed it by mistake can undo that."""
NEVER_USED_MS = 3_600_000


def is_named(entries: Mapping[str, object], picture: str) -> bool:
    """Whether an item in this view shows the picture: the one way to see it."""
    return any(getattr(entry, "file", "") == picture for key, entry in entries.items() if key.startswith("item:"))


def used(items: Iterable[Item]) -> frozenset[str]:
    """The pictures that these items name."""
    return frozenset(item.file for item in items if item.file)


class PictureKeeping:
    """Looks after the pictures of one hall."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._was_used: set[tuple[str, str]] = set()
        self._unused_since: dict[tuple[str, str], int] = {}

    def look(self) -> None:
        """The quick tick, for workshops that are loaded. Raises: `StoreError`."""
        for live in self._hall.all_live():
            workshop = live.desk.workshop
            named = used(workshop.items.values())
            if named or self._waits(workshop.head.id):
                self._look_at(workshop.head.id, named)

    def sweep(self) -> None:
        """The slow tick, for all others that have pictures. Raises: `StoreError`."""
        hall = self._hall
        for workshop in hall.offload(hall.stores.pictures.workshops):
            try:
                self._look_into(workshop)
            except StoreError as error:  # the others are looked after all the same
                hall.failed(error)

    def _look_into(self, workshop: str) -> None:
        hall, live = self._hall, self._hall.loaded(workshop)
        if live is not None:
            items: Iterable[Item] = live.desk.workshop.items.values()
        else:
            saved = hall.offload(hall.store.load, workshop)
            if saved is None:
                hall.offload(hall.stores.pictures.forget, workshop)
                return
            items = [one for one in saved.records.values() if isinstance(one, Item)]
        self._look_at(workshop, used(items))

    def _waits(self, workshop: str) -> bool:
        return any(one == workshop for one, _ in (*self._unused_since, *self._was_used))

    def _look_at(self, workshop: str, named: frozenset[str]) -> None:
        hall, now = self._hall, self._hall.now()
        kept = hall.offload(hall.stores.pictures.sizes, workshop)
        self._was_used |= {(workshop, picture) for picture in named}
        for picture in kept:
            key = (workshop, picture)
            if picture in named:
                self._unused_since.pop(key, None)
                continue
            since = self._unused_since.setdefault(key, now)
            if now - since >= (AFTER_REMOVAL_MS if key in self._was_used else NEVER_USED_MS):
                hall.offload(hall.stores.pictures.drop, workshop, picture)
        self._forget_others(workshop, frozenset(kept))

    def _forget_others(self, workshop: str, kept: frozenset[str]) -> None:
        """Remember nothing of what is gone."""
        gone = {key for key in (*self._unused_since, *self._was_used) if key[0] == workshop and key[1] not in kept}
        self._was_used -= gone
        for key in gone:
            self._unused_since.pop(key, None)
