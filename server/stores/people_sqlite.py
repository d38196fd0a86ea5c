"""People in a SQLite file of their own, each workshop's in a table of its own (`slots`).

Every write leaves an empty log, and pages that do not tell who came first.
"""

from pathlib import Path

from server import codec
from server.stores.file import File
from server.stores.people import CODEC, People, PeopleChanges, Until, encode_people, gathered
from server.stores.slots import Slots
from server.stores.tokens import Tokens


class SqlitePeople:
    """See `PeopleStore`. The tokens are looked up in memory."""

    def __init__(self, path: Path) -> None:
        """Raises: `CannotOpen`."""
        self._slots = Slots(File(path, codec.FORMAT))
        self._tokens = Tokens()
        for workshop in self._slots.ids():
            self._tokens.put(workshop, self.read(workshop))

    def read(self, workshop: str) -> People:
        return gathered([CODEC.decode(body) for body in self._slots.rows(workshop).values()])

    def write(self, changes: PeopleChanges) -> None:
        encoded = encode_people(changes)
        with self._slots.file.lock:
            with self._slots.writing() as writing:
                for workshop, rows in encoded.items():
                    writing.write(workshop, rows)
                    writing.rewrite(workshop)
            for workshop in encoded:
                self._tokens.put(workshop, self.read(workshop))
        self._slots.file.scrub()

    def find_token(self, token_hash: str) -> tuple[str, str] | None:
        return self._tokens.find(token_hash)

    def ids(self) -> list[str]:
        return self._slots.ids()

    def overdue(self, now: int) -> list[str]:
        rows = [(one, self._slots.row(one, "until")) for one in self._slots.ids()]
        ends = [(one, CODEC.decode(row)) for one, row in rows if row is not None]
        return [one for one, end in ends if isinstance(end, Until) and end.at <= now]

    def forget_roll(self, workshop: str, ballot: str) -> None:
        roll = [key for key in self._slots.rows(workshop) if key.startswith(f"roll:{ballot}:")]
        with self._slots.writing() as writing:
            writing.write(workshop, dict.fromkeys(roll))
            writing.rewrite(workshop)
        self._slots.file.scrub()

    def forget(self, workshop: str) -> None:
        with self._slots.file.lock:
            with self._slots.writing() as writing:
                writing.empty(workshop)
            self._tokens.put(workshop, People())
        self._slots.file.scrub()

    def settle(self) -> bool:
        return self._slots.file.settle()

    def close(self) -> None:
        self._slots.close()
