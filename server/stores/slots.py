"""Rows by key, for each workshop in a table of its own within one SQLite file.

`secure_delete` alone is not enough: when SQLite splits a page, copies of rows stay in the
gaps of both halves, and within a page rows lie in the order in which they came. A table
that is emptied as a whole is zeroed as a whole, gaps included. So a workshop's rows share
no page with another's, `rewrite` empties the table and writes it anew in the order of the
keys, and `empty` leaves nothing. Tables have numbers and are used again; row "" holds the id.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from server.stores.file import File

Body = bytes | None


class Slots:
    """The tables of one file. The file has one user: `Folder` sees to it."""

    def __init__(self, file: File, kind: str = "slot") -> None:
        """`kind`: what the names of the tables begin with; a letter or more of ours."""
        self.file = file
        self._kind = kind
        self._known: dict[str, int] | None = None

    def ids(self) -> list[str]:
        """The workshops that have a table, in the order of their ids."""
        with self.file.lock:
            return sorted(self._numbers())

    def rows(self, workshop: str) -> dict[str, bytes]:
        """All rows of a workshop by key; empty when it has none."""
        return dict(self._read(workshop, "WHERE key <> ''"))

    def row(self, workshop: str, key: str) -> Body:
        found = self._read(workshop, "WHERE key = ?", key)
        return found[0][1] if found else None

    def _read(self, workshop: str, condition: str, *values: str) -> list[tuple[str, bytes]]:
        with self.file.lock:  # until the rows are here: a table may pass to another workshop
            number = self._numbers().get(workshop)
            return [] if number is None else self.file.read(_select(self._name(number), condition), *values)

    def _numbers(self) -> dict[str, int]:
        """Which table is whose; read from the file at first and after every failed write."""
        if self._known is None:
            names = self.file.read("SELECT name FROM sqlite_master WHERE name GLOB ?", f"{self._kind}_*")
            numbers = [int(name.removeprefix(f"{self._kind}_")) for (name,) in names]
            owners = {number: self.file.read(_select(self._name(number), "WHERE key = ''")) for number in numbers}
            self._known = {rows[0][1].decode(): number for number, rows in owners.items() if rows}
        return self._known

    @contextmanager
    def writing(self) -> Iterator["Writing"]:
        """A transaction over any number of workshops. Raises: as `File.writing`."""
        with self.file.lock:
            numbers = dict(self._numbers())
            try:
                with self.file.writing() as connection:
                    yield Writing(connection, numbers, self._kind)
            except BaseException:
                self._known = None
                raise
            self._known = numbers

    def _name(self, number: int) -> str:
        return f"{self._kind}_{number:d}"

    def close(self) -> None:
        self.file.close()


class Writing:
    """A transaction that is open."""

    def __init__(self, connection: sqlite3.Connection, numbers: dict[str, int], kind: str) -> None:
        self._connection = connection
        self._numbers = numbers
        self._kind = kind

    def _name(self, number: int) -> str:
        return f"{self._kind}_{number:d}"

    def write(self, workshop: str, rows: Mapping[str, Body]) -> None:
        """Put these rows, or take them away where they are None."""
        if workshop not in self._numbers and not any(rows.values()):
            return
        name = self._name(self._table(workshop))
        there = sorted((key, body) for key, body in rows.items() if body is not None)
        self._connection.executemany(f"INSERT OR REPLACE INTO {name} VALUES (?, ?)", there)  # noqa: S608
        gone = [(key,) for key, body in rows.items() if body is None]
        self._connection.executemany(f"DELETE FROM {name} WHERE key = ?", gone)  # noqa: S608

    def rewrite(self, workshop: str) -> None:
        """Write all its rows anew in the order of their keys: no trace of older ones or of any order."""
        if workshop in self._numbers:
            name = self._name(self._numbers[workshop])
            rows = self._connection.execute(_select(name, "ORDER BY key")).fetchall()
            self._connection.execute(f"DELETE FROM {name}")  # noqa: S608 - no WHERE: zeroes every page
            self._connection.executemany(f"INSERT INTO {name} VALUES (?, ?)", rows)  # noqa: S608

    def empty(self, workshop: str) -> None:
        """Leave nothing of the workshop; its table waits for another."""
        number = self._numbers.pop(workshop, None)
        if number is not None:
            self._connection.execute(f"DELETE FROM {self._name(number)}")  # noqa: S608

    def _table(self, workshop: str) -> int:
        if workshop not in self._numbers:
            taken = set(self._numbers.values())
            number = next(number for number in range(len(taken) + 1) if number not in taken)
            name = self._name(number)
            self._connection.execute(
                f"CREATE TABLE IF NOT EXISTS {name} (key TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID"
            )
            self._connection.execute(f"INSERT INTO {name} VALUES ('', ?)", (workshop.encode(),))  # noqa: S608
            self._numbers[workshop] = number
        return self._numbers[workshop]


def _select(name: str, condition: str) -> str:
    return f"SELECT key, body FROM {name} {condition}"  # noqa: S608 - a name of ours and fixed words
