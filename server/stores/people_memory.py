"""People in this process's memory: for tests, and for trying things out."""

from threading import RLock

from server.stores.people import CODEC, People, PeopleChanges, encode_people, gathered
from server.stores.tokens import Tokens


class MemoryPeople:
    """See `PeopleStore`. Everything is gone when the process ends."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, bytes]] = {}
        self._tokens = Tokens()
        self._lock = RLock()

    def read(self, workshop: str) -> People:
        with self._lock:
            return gathered([CODEC.decode(body) for body in self._kept.get(workshop, {}).values()])

    def write(self, changes: PeopleChanges) -> None:
        encoded = encode_people(changes)
        with self._lock:
            for workshop, rows in encoded.items():
                here = {**self._kept.get(workshop, {}), **rows}
                self._kept[workshop] = {key: body for key, body in here.items() if body is not None}
                self._tokens.put(workshop, self.read(workshop))

    def find_token(self, token_hash: str) -> tuple[str, str] | None:
        return self._tokens.find(token_hash)

    def ids(self) -> list[str]:
        with self._lock:
            return sorted(self._kept)

    def overdue(self, now: int) -> list[str]:
        with self._lock:
            ends = {workshop: self.read(workshop).until for workshop in sorted(self._kept)}
        return [workshop for workshop, end in ends.items() if end is not None and end.at <= now]

    def forget_roll(self, workshop: str, ballot: str) -> None:
        with self._lock:
            here = self._kept.get(workshop, {})
            for key in [key for key in here if key.startswith(f"roll:{ballot}:")]:
                del here[key]

    def forget(self, workshop: str) -> None:
        with self._lock:
            self._kept.pop(workshop, None)
            self._tokens.put(workshop, People())

    def settle(self) -> bool:
        return True

    def close(self) -> None:
        with self._lock:
            self._kept.clear()
