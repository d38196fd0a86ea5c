"""Pictures in the SQLite file of the workshops, each in a table of its own.

A table that is emptied as a whole is zeroed as a whole (`slots.py`), so a picture that goes leaves no byte,
and a step that moves on need not write large pictures anew. The tables are used again for other pictures.
"""

from collections.abc import Callable, Mapping

from server.stores.file import File
from server.stores.pictures import has_room
from server.stores.slots import Slots

BODY, SIZE = "body", "size"
"""The rows of a picture. The size stands apart, so that a start reads no pictures."""


class SqlitePictures:
    """See `PictureStore`. `there(workshop)`: whether there is such a workshop."""

    def __init__(self, file: File, there: Callable[[str], bool]) -> None:
        """`file`: that of the workshops, which a backup copies as a whole."""
        self._slots = Slots(file, kind="picture")
        self._there = there
        self._sizes: dict[str, dict[str, int]] = {}
        for slot in self._slots.ids():
            workshop, picture = slot.split()
            self._sizes.setdefault(workshop, {})[picture] = int(self._slots.row(slot, SIZE) or 0)

    def keep(self, workshop: str, picture: str, body: bytes) -> bool:
        with self._slots.file.lock:
            if not self._there(workshop) or not has_room(self.sizes(workshop), body):
                return False
            with self._slots.writing() as writing:
                writing.write(f"{workshop} {picture}", {BODY: body, SIZE: b"%d" % len(body)})
            self._sizes.setdefault(workshop, {})[picture] = len(body)
        return True

    def read(self, workshop: str, picture: str) -> bytes | None:
        return self._slots.row(f"{workshop} {picture}", BODY)

    def sizes(self, workshop: str) -> Mapping[str, int]:
        with self._slots.file.lock:
            return dict(self._sizes.get(workshop, {}))

    def workshops(self) -> list[str]:
        with self._slots.file.lock:
            return sorted(self._sizes)

    def drop(self, workshop: str, picture: str) -> None:
        self._empty(workshop, [picture])

    def forget(self, workshop: str) -> None:
        self._empty(workshop, list(self.sizes(workshop)))

    def _empty(self, workshop: str, pictures: list[str]) -> None:
        if not pictures:
            return
        with self._slots.file.lock:
            with self._slots.writing() as writing:
                for picture in pictures:
                    writing.empty(f"{workshop} {picture}")
            left = {name: size for name, size in self._sizes.pop(workshop, {}).items() if name not in pictures}
            if left:
                self._sizes[workshop] = left
        self._slots.file.scrub()
