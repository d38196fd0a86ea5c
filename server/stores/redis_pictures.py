"""Pictures in Redis, beside the records: a hash for each workshop, written by one script that counts first."""

from collections.abc import Mapping

from server.stores.pictures import MOST_BYTES, MOST_PICTURES
from server.stores.redis_line import Lines
from server.stores.redis_scripts import KEEP_PICTURE, PICTURES
from server.stores.redis_scrub import scrub


def key_of(workshop: str) -> str:
    """The key of a workshop's pictures."""
    return f"{PICTURES}{workshop}"


class RedisPictures:
    """See `PictureStore`. `lines`: those of the content."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def keep(self, workshop: str, picture: str, body: bytes) -> bool:
        keys = (f"folkmoot:about:{workshop}", key_of(workshop))
        asked = self._lines.run(KEEP_PICTURE, keys, picture, body, MOST_PICTURES, MOST_BYTES)
        (kept,) = self._lines.ask(asked, writes=True)
        return bool(kept)

    def read(self, workshop: str, picture: str) -> bytes | None:
        (found,) = self._lines.ask(("HGET", key_of(workshop), picture))
        return found if found is None else bytes(found)

    def sizes(self, workshop: str) -> Mapping[str, int]:
        (names,) = self._lines.ask(("HKEYS", key_of(workshop)))
        if not names:
            return {}
        lengths = self._lines.ask(*[("HSTRLEN", key_of(workshop), name) for name in names])
        return {name.decode(): int(length) for name, length in zip(names, lengths, strict=True)}

    def workshops(self) -> list[str]:
        (found,) = self._lines.ask(("HKEYS", "folkmoot:ids"))
        names = sorted(one.decode() for one in found)
        counts = self._lines.ask(*[("HLEN", key_of(one)) for one in names]) if names else []
        return [one for one, count in zip(names, counts, strict=True) if count]

    def drop(self, workshop: str, picture: str) -> None:
        (gone,) = self._lines.ask(("HDEL", key_of(workshop), picture), writes=True)
        if gone:
            scrub(self._lines)

    def forget(self, workshop: str) -> None:
        (gone,) = self._lines.ask(("DEL", key_of(workshop)), writes=True)
        if gone:
            scrub(self._lines)
