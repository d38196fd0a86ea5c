"""People in this process's memory: for tests, and for trying things out."""

from _thread import RLock

from server.stores.people import CODEC, People, PeopleChanges, Place, Until, encode_people, gathered


class MemoryPeople:
    """See `PeopleStore`. Everything is gone when the process ends."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, bytes]] = {}
        self._lock = RLock()

    def read(self, workshop: str) -> People:
        with self._lock:
            return gathered([CODEC.decode(body) for body in self._kept.get(workshop, {}).values()])

    def write(self, changes: PeopleChanges) -> None:
        encoded = encode_people(changes)
        with self._lock:
            for workshop, key, _, body in encoded:
                here = self._kept.setdefault(workshop, {})
                if body is None:
                    here.pop(key, None)
                else:
                    here[key] = body

    def find_token(self, token_hash: str) -> tuple[str, str] | None:
        with self._lock:
            for workshop, bodies in self._kept.items():
                for person in map(CODEC.decode, bodies.values()):
                    if isinstance(person, Place) and token_hash and person.token_hash == token_hash:
                        return workshop, person.id
        return None

    def overdue(self, now: int) -> list[str]:
        with self._lock:
            kept = {workshop: bodies["until"] for workshop, bodies in self._kept.items() if "until" in bodies}
        ends = {workshop: CODEC.decode(body) for workshop, body in kept.items()}
        return sorted(workshop for workshop, end in ends.items() if isinstance(end, Until) and end.at <= now)

    def forget_roll(self, workshop: str, ballot: str) -> None:
        with self._lock:
            here = self._kept.get(workshop, {})
            for key in [key for key in here if key.startswith(f"roll:{ballot}:")]:
                del here[key]

    def forget(self, workshop: str) -> None:
        with self._lock:
            self._kept.pop(workshop, None)

    def close(self) -> None:
        with self._lock:
            self._kept.clear()
