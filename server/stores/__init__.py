"""The stores that a server can run on, by the name that the settings use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from server.codec import BadRecord
from server.stores.folder import Folder
from server.stores.memory import MemoryStore
from server.stores.people import PeopleStore
from server.stores.people_memory import MemoryPeople
from server.stores.people_sqlite import SqlitePeople
from server.stores.sqlite import SqliteStore
from server.stores.store import CannotOpen, Store, StoreError


@dataclass(frozen=True, slots=True)
class Stores:
    """The two stores of one server: never in one file, never in one transaction."""

    content: Store
    people: PeopleStore
    folder: Folder | None = None

    def close(self) -> None:
        """Let go of both."""
        self.content.close()
        self.people.close()
        if self.folder is not None:
            self.folder.close()


def open_memory(_place: str) -> Stores:
    """Both stores in memory; the place does not matter."""
    return Stores(MemoryStore(), MemoryPeople())


def open_sqlite(place: str) -> Stores:
    """Two SQLite files in the folder `place`, which is made if need be."""
    folder = Folder(place)
    opened: list[SqliteStore | SqlitePeople] = []
    try:
        content = SqliteStore(folder.path / "content.sqlite3")
        opened.append(content)
        people = SqlitePeople(folder.path / "people.sqlite3")
    except (StoreError, BadRecord) as error:
        for one in (*opened, folder):
            one.close()
        if isinstance(error, CannotOpen):
            raise
        raise CannotOpen(f"What is stored in {folder.path} is damaged ({error}). Restore an older copy.") from None
    return Stores(content, people, folder)


STORES: Mapping[str, Callable[[str], Stores]] = MappingProxyType({"memory": open_memory, "sqlite": open_sqlite})
"""Opens the stores of each name at a place (a folder). Raises: `store.CannotOpen`."""
