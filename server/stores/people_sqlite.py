"""People in a SQLite file of their own, written once a tick in the order of their keys.

Each write leaves an empty log behind, and pages that do not tell who came first.
"""

import sqlite3
from pathlib import Path

from server import codec
from server.stores.file import File
from server.stores.people import CODEC, People, PeopleChanges, Place, Until, encode_people, gathered

SCHEMA = (
    """CREATE TABLE person (workshop TEXT, key TEXT, token TEXT, body BLOB NOT NULL,
    PRIMARY KEY (workshop, key)) WITHOUT ROWID""",
    "CREATE INDEX token ON person (token) WHERE token IS NOT NULL",
)


class SqlitePeople:
    """See `PeopleStore`. One process uses the file: `Folder` sees to it."""

    def __init__(self, path: Path) -> None:
        """Raises: `CannotOpen`."""
        self._file = File(path, SCHEMA, codec.FORMAT)

    def read(self, workshop: str) -> People:
        rows = self._file.read("SELECT body FROM person WHERE workshop = ?", workshop)
        return gathered([CODEC.decode(body) for (body,) in rows])

    def write(self, changes: PeopleChanges) -> None:
        encoded = encode_people(changes)
        with self._file.writing() as connection:
            gone = [(workshop, key) for workshop, key, _, _ in encoded]
            connection.executemany("DELETE FROM person WHERE workshop = ? AND key = ?", gone)
            there = [(workshop, key, token or None, body) for workshop, key, token, body in encoded if body]
            connection.executemany("INSERT INTO person VALUES (?, ?, ?, ?)", there)
            for workshop in sorted(changes):
                _write_in_order(connection, workshop)
        self._file.scrub()

    def find_token(self, token_hash: str) -> tuple[str, str] | None:
        for workshop, body in self._file.read("SELECT workshop, body FROM person WHERE token = ?", token_hash):
            person = CODEC.decode(body)
            if isinstance(person, Place):
                return workshop, person.id
        return None

    def overdue(self, now: int) -> list[str]:
        rows = self._file.read("SELECT workshop, body FROM person WHERE key = 'until' ORDER BY workshop")
        ends = [(workshop, CODEC.decode(body)) for workshop, body in rows]
        return [workshop for workshop, end in ends if isinstance(end, Until) and end.at <= now]

    def forget_roll(self, workshop: str, ballot: str) -> None:
        with self._file.writing() as connection:
            start = f"roll:{ballot}:"
            roll = "DELETE FROM person WHERE workshop = ? AND substr(key, 1, ?) = ?"
            connection.execute(roll, (workshop, len(start), start))
            _write_in_order(connection, workshop)
        self._file.scrub()

    def forget(self, workshop: str) -> None:
        with self._file.writing() as connection:
            connection.execute("DELETE FROM person WHERE workshop = ?", (workshop,))
        self._file.scrub()

    def close(self) -> None:
        self._file.close()


def _write_in_order(connection: sqlite3.Connection, workshop: str) -> None:
    """Write the workshop's rows anew, so that no page tells in which order they came."""
    rows = connection.execute(
        "SELECT workshop, key, token, body FROM person WHERE workshop = ? ORDER BY key", (workshop,)
    ).fetchall()
    connection.execute("DELETE FROM person WHERE workshop = ?", (workshop,))
    connection.executemany("INSERT INTO person VALUES (?, ?, ?, ?)", rows)
