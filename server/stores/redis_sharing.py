"""Processes that share a Redis: nudges by publish/subscribe, who is connected in hashes that expire."""

import secrets
from collections.abc import Callable, Mapping, Sequence

import orjson

from server.stores import redis_room_scripts as scripts
from server.stores.redis import RedisStore
from server.stores.redis_ear import Ear
from server.stores.redis_line import Lines
from server.stores.redis_people import RedisPeople
from server.stores.redis_scrub import owe_scrub
from server.stores.sharing import Here, Moved, News

PEOPLE = "folkmoot:company"
MOMENTS = "folkmoot:moments"
ROOM = -1
"""Instead of the number of a write: who is connected has changed."""


class RedisSharing:
    """See `Sharing`."""

    def __init__(self, content: RedisStore, people: RedisPeople, lines: Lines) -> None:
        """`lines`: those of the people."""
        self._content, self._people, self._lines = content, people, lines
        self._process = secrets.token_hex(8)
        self._ear: Ear[int] | None = None
        self._moments: Ear[bytes] | None = None

    def listen(self, news: News) -> None:
        def of_people(workshop: str, rev: int) -> None:
            news(Moved.ROOM if rev == ROOM else Moved.PEOPLE, workshop, rev)

        self._content.watch_others(lambda workshop, rev: news(Moved.CONTENT, workshop, rev))
        self._ear = Ear(self._lines, PEOPLE, of_people)

    def numbers(self, workshops: Sequence[str]) -> Mapping[str, tuple[int, int]]:
        content, people = self._content.revisions(workshops), self._people.revisions(list(workshops))
        return {one: (rev, people[one]) for one, rev in content.items()}

    def wrote(self, workshop: str) -> int:
        return self._people.wrote.get(workshop, 0)

    def call(self, workshop: str) -> None:
        self._lines.ask(("PUBLISH", PEOPLE, f"{workshop} {ROOM}"))

    def meet(self, here: Mapping[str, Here], lasting_ms: int) -> Mapping[str, Here]:
        rows: list[str | bytes] = []
        for workshop, one in here.items():
            rows += [workshop, orjson.dumps([sorted(one.places), sorted(one.waiting), sorted(one.talks)])]
        asked = self._lines.run(scripts.MEET, (), self._process, lasting_ms, *rows)
        (said,) = self._lines.ask(asked, writes=True)
        if here:
            owe_scrub(self._lines)  # who came, and when, is kept for as long as they are here
        found: dict[str, Here] = {}
        for name, body in zip(said[::2], said[1::2], strict=True):
            new = Here(*map(frozenset, orjson.loads(body)))
            known = found.get(name.decode(), Here())
            found[name.decode()] = Here(known.places | new.places, known.waiting | new.waiting, known.talks | new.talks)
        return found

    def pass_on(self, workshop: str, moments: bytes) -> None:
        self._lines.ask(("PUBLISH", MOMENTS, b" ".join([workshop.encode(), moments])))

    def overhear(self, hear: Callable[[str, bytes], None]) -> None:
        self._moments = Ear(self._lines, MOMENTS, hear, read=str.encode)

    def epoch(self) -> str:
        return self._content.epoch()

    def claim(self, workshop: str, what: str, by: str) -> bool:
        asked = self._lines.run(scripts.CLAIM, (f"folkmoot:claims:{workshop}",), what, by)
        return bool(self._lines.ask(asked, writes=True)[0])

    def secret(self) -> bytes:
        """The 32 bytes that all processes on this Redis have in common; made by the first."""
        made = secrets.token_hex(32)
        (had,) = self._lines.ask(("SET", "folkmoot:secret", made, "NX", "GET"), writes=True)
        return bytes.fromhex((had or made.encode()).decode())

    def first(self, mark: str, lasting_ms: int) -> bool:
        (done,) = self._lines.ask(("SET", f"folkmoot:shown:{mark}", 1, "PX", lasting_ms, "NX"), writes=True)
        return done is not None

    def leave(self, name: str, things: bytes, lasting_ms: int) -> None:
        self._lines.ask(("SET", f"folkmoot:left:{name}", things, "PX", lasting_ms), writes=True)

    def collect(self, name: str) -> bytes | None:
        (found,) = self._lines.ask(("GETDEL", f"folkmoot:left:{name}"), writes=True)
        return None if found is None else bytes(found)

    def close(self) -> None:
        for ear in (self._ear, self._moments):
            if ear is not None:
                ear.close()
        self._ear = self._moments = None
