"""The stores that a server can run on, by the name that the settings use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from secrets import token_bytes
from types import MappingProxyType

from server.codec import BadRecord
from server.stores.folder import Folder
from server.stores.memory import MemoryStore
from server.stores.people import PeopleStore
from server.stores.people_memory import MemoryPeople
from server.stores.people_sqlite import SqlitePeople
from server.stores.pictures import PictureStore
from server.stores.pictures_memory import MemoryPictures
from server.stores.sharing import Sharing
from server.stores.sqlite import SqliteStore
from server.stores.store import CannotOpen, Store, StoreError


@dataclass(frozen=True, slots=True)
class Stores:
    """The stores of one server: content and people never in one file, never in one transaction. Pictures
    stand in the file of the content.

    `secret`: this server's own, 32 bytes, the same for all processes on these stores and at every start. It never
    lies in the file of the content. `sharing`: how to hear of other processes on the same stores, where there may
    be some. Such stores wait for sockets only, and need no thread.
    """

    content: Store
    people: PeopleStore
    pictures: PictureStore
    secret: bytes
    folder: Folder | None = None
    sharing: Sharing | None = None

    def close(self) -> None:
        """Let go of both."""
        if self.sharing is not None:
            self.sharing.close()
        self.content.close()
        self.people.close()
        if self.folder is not None:
            self.folder.close()


def open_memory(_place: str) -> Stores:
    """Both stores in memory; the place does not matter."""
    return in_memory(MemoryStore(), MemoryPeople())


def in_memory(content: Store, people: PeopleStore) -> Stores:
    """These stores, with pictures in memory."""
    return Stores(
        content, people, MemoryPictures(lambda workshop: content.credentials(workshop) is not None), token_bytes(32)
    )


def open_sqlite(place: str) -> Stores:
    """Two SQLite files in the folder `place`, which is made if need be."""
    folder = Folder(place)
    opened: list[SqliteStore | SqlitePeople] = []
    try:
        content = SqliteStore(folder.path / "content.sqlite3")
        opened.append(content)
        people = SqlitePeople(folder.path / "people.sqlite3")
        opened.append(people)
        secret = folder.secret()
    except (StoreError, BadRecord) as error:
        for one in (*opened, folder):
            one.close()
        if isinstance(error, CannotOpen):
            raise
        raise CannotOpen(f"What is stored in {folder.path} is damaged ({error}). Restore an older copy.") from None
    return Stores(content, people, content.pictures, secret, folder)


def open_redis(place: str, people: str = "", *, check: bool = True) -> Stores:
    """Both stores in the Redis at the address `place`, people in another one where `people` is given.

    `check`: refuse a Redis that could lose what it answered.
    """
    # Its library takes a sixth of a server's start: only who asks for Redis waits for it.
    from server.stores.redis import RedisStore  # noqa: PLC0415
    from server.stores.redis_line import Lines  # noqa: PLC0415
    from server.stores.redis_people import RedisPeople  # noqa: PLC0415
    from server.stores.redis_pictures import RedisPictures  # noqa: PLC0415
    from server.stores.redis_sharing import RedisSharing  # noqa: PLC0415

    opened: list[Lines] = []
    try:
        opened.append(Lines(place, check=check))
        opened.append(Lines(people or place, check=check))
        content, company = RedisStore(opened[0]), RedisPeople(opened[1])
        sharing = RedisSharing(content, company, opened[1])
        return Stores(content, company, RedisPictures(opened[0]), sharing.secret(), sharing=sharing)
    except StoreError as error:
        for one in opened:
            one.close()
        if isinstance(error, CannotOpen):
            raise
        raise CannotOpen(str(error)) from None


STORES: Mapping[str, Callable[[str], Stores]] = MappingProxyType(
    {"memory": open_memory, "redis": open_redis, "sqlite": open_sqlite}
)
"""Opens the stores of each name at a place (a folder, or the address of a Redis). Raises: `store.CannotOpen`."""
