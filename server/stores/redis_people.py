"""People in Redis: each workshop's in a hash of its own, under keys that no content has.

As in SQLite's file of people no order stays that the order of cards, or of ballots, could be compared with: each
tick writes rows in the order of their keys, all of them where somebody is new, and then Redis writes its log anew.
"""

import secrets
from collections.abc import Mapping
from itertools import count
from threading import RLock

from server.stores import redis_scripts as scripts
from server.stores.people import CODEC, People, PeopleChanges, Person, Place, Until, encode_people, gathered
from server.stores.redis_line import Lines
from server.stores.redis_scrub import owe_scrub, scrub_if_owed, settle


class RedisPeople:
    """See `PeopleStore`. `wrote`: the number of this process's last write for each workshop."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._turns = count()
        self._turn = f"folkmoot:turn:{secrets.token_hex(8)}"
        self._lock = RLock()
        self.wrote: dict[str, int] = {}
        owe_scrub(lines)  # whoever was here before may have died before they asked

    def read(self, workshop: str) -> People:
        (bodies,) = self._lines.ask(("HVALS", f"folkmoot:people:{workshop}"))
        return gathered([CODEC.decode(body) for body in bodies])

    def write(self, changes: PeopleChanges) -> None:
        encoded = encode_people(changes)
        args: list[str | bytes | int] = []
        for workshop, rows in encoded.items():
            args += [workshop, len(rows)]
            for key, body in sorted(rows.items()):
                args += [key, body or b"", *_looked_up(changes[workshop][key])]
        if not any(encoded.values()):
            return
        with self._lock:
            turn = next(self._turns)
        try:
            (revs,) = self._lines.ask(self._lines.run(scripts.PEOPLE, (self._turn,), turn, *args), writes=True)
        finally:
            owe_scrub(self._lines)
        self.wrote |= dict(zip(encoded, revs, strict=False))
        scrub_if_owed(self._lines)

    def revisions(self, workshops: list[str]) -> Mapping[str, int]:
        """How often the people of each of these were written, in one call; 0 for never."""
        scrub_if_owed(self._lines)
        if not workshops:
            return {}
        (found,) = self._lines.ask(("HMGET", "folkmoot:people", *workshops))
        return {one: int(rev or 0) for one, rev in zip(workshops, found, strict=True)}

    def find_token(self, token_hash: str) -> tuple[str, str] | None:
        (found,) = self._lines.ask(("HGET", "folkmoot:tokens", token_hash))
        if found is None:
            return None
        workshop, _, key = found.decode().partition(" ")
        return workshop, key.removeprefix("place:")

    def ids(self) -> list[str]:
        (found,) = self._lines.ask(("HKEYS", "folkmoot:people"))
        return sorted(one.decode() for one in found)

    def overdue(self, now: int) -> list[str]:
        (found,) = self._lines.ask(("ZRANGE", "folkmoot:until", "-inf", now, "BYSCORE"))
        return sorted(one.decode() for one in found)

    def forget_roll(self, workshop: str, ballot: str) -> None:
        (keys,) = self._lines.ask(("HKEYS", f"folkmoot:people:{workshop}"))
        roll = [key.decode() for key in keys if key.startswith(f"roll:{ballot}:".encode())]
        if roll:
            self._forget(workshop, *roll)

    def forget(self, workshop: str) -> None:
        self._forget(workshop)

    def _forget(self, workshop: str, *keys: str) -> None:
        asked = self._lines.run(scripts.PEOPLE_FORGET, (), workshop, secrets.token_hex(8), *keys)
        self._lines.ask(asked, writes=True)
        self.settle()

    def settle(self) -> bool:
        return settle(self._lines)

    def close(self) -> None:
        scrub_if_owed(self._lines)
        self._lines.close()


def _looked_up(person: Person | None) -> tuple[str, str | int]:
    """The token by which a record is found, and the time at which its workshop is; empty for none."""
    token = person.token_hash if isinstance(person, Place) else ""
    return token, person.at if isinstance(person, Until) else ""
