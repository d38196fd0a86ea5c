"""The stores that a server can run on, by the name that the settings use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from server.stores.memory import MemoryStore
from server.stores.people import PeopleStore
from server.stores.people_memory import MemoryPeople
from server.stores.store import Store


@dataclass(frozen=True, slots=True)
class Stores:
    """The two stores of one server: never in one file, never in one transaction."""

    content: Store
    people: PeopleStore

    def close(self) -> None:
        """Let go of both."""
        self.content.close()
        self.people.close()


def open_memory(_place: str) -> Stores:
    """Both stores in memory; the place does not matter."""
    return Stores(MemoryStore(), MemoryPeople())


STORES: Mapping[str, Callable[[str], Stores]] = MappingProxyType({"memory": open_memory})
"""Opens the stores of each name at a place (a folder). Raises: `store.CannotOpen`."""
