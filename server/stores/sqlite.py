"""Workshops in one SQLite file. Credentials stand beside the contents, no time does.

Rows of a workshop are written anew in the order of their keys whenever a run or a
ballot changes: inside a page SQLite keeps rows in order of arrival, and the order in
which cards came is nobody's business (reliability 1.3, item 5).
"""

import secrets
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import orjson

from facilitation.workshop import Head, State
from server import codec
from server.stores.file import File
from server.stores.recent import Recent
from server.stores.store import (
    Changed,
    Changes,
    Conflict,
    Credentials,
    Nudge,
    Save,
    Saved,
)

SCHEMA = (
    """CREATE TABLE workshop (id TEXT PRIMARY KEY, rev INTEGER NOT NULL, mark TEXT NOT NULL, numbers TEXT NOT NULL,
    state TEXT NOT NULL, facilitator_hash TEXT NOT NULL, recovery_hash TEXT NOT NULL,
    join_code TEXT NOT NULL UNIQUE) WITHOUT ROWID""",
    "CREATE TABLE record (workshop TEXT, key TEXT, body BLOB NOT NULL, PRIMARY KEY (workshop, key)) WITHOUT ROWID",
)
PUT = "INSERT INTO record VALUES (?, ?, ?) ON CONFLICT (workshop, key) DO UPDATE SET body = excluded.body"


class SqliteStore:
    """See `Store`. One process uses the file: `Folder` sees to it."""

    def __init__(self, path: Path) -> None:
        """Raises: `CannotOpen`."""
        self._file = File(path, SCHEMA, codec.FORMAT)
        self._recent = Recent()
        # A new one at each start: nobody can tell whether an older copy was put in place meanwhile.
        self._epoch = secrets.token_hex(16)

    def create(self, workshop: str, changes: Changes, credentials: Credentials) -> int | Conflict:
        head, bodies = codec.head_in(changes), codec.encode_changes(changes)
        ways = (credentials.facilitator_hash, credentials.recovery_hash, credentials.join_code)
        with self._file.writing() as connection:
            row = (workshop, 1, "", "{}", head.state.value, *ways)
            made = connection.execute("INSERT INTO workshop VALUES (?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING", row)
            if not made.rowcount:
                found = connection.execute("SELECT rev FROM workshop WHERE id = ?", (workshop,)).fetchone()
                return Conflict(found[0] if found else 0)
            _write(connection, workshop, bodies)
        return 1

    def load(self, workshop: str) -> Saved | None:
        query = "SELECT rev, numbers, key, body FROM workshop JOIN record ON workshop = id WHERE id = ?"
        rows = self._file.read(query, workshop)
        if not rows:
            return None
        records = {key: codec.decode(body) for _, _, key, body in rows}
        return Saved(records, rows[0][0], orjson.loads(rows[0][1]), self._epoch)

    def save(self, save: Save) -> int | Conflict:
        return self.save_many([save])[0]

    def save_many(self, saves: Sequence[Save]) -> list[int | Conflict]:
        encoded = [codec.encode_changes(save.changes) for save in saves]
        with self._file.writing() as connection:
            pairs = zip(saves, encoded, strict=True)
            answers = [_save(connection, save, bodies) for save, bodies in pairs]
        leaving = False
        for save, answer in zip(saves, answers, strict=True):
            if isinstance(answer, int):
                self._recent.note(save.workshop, answer, save.changes)
                leaving = leaving or _leaves_traces(save.changes)
        if leaving:
            self._file.scrub()
        return answers

    def outcome(self, workshop: str, mark: str) -> int | None:
        rows = self._file.read("SELECT rev FROM workshop WHERE id = ? AND mark = ? AND mark <> ''", workshop, mark)
        return rows[0][0] if rows else None

    def changes_since(self, workshop: str, rev: int) -> Changed | None:
        saved = self.load(workshop)
        keys = self._recent.since(workshop, rev, saved.rev) if saved else None
        if saved is None or keys is None:
            return None
        return Changed({key: saved.records.get(key) for key in keys}, saved.rev, saved.numbers)

    def watch(self, nudge: Nudge) -> Callable[[], None]:
        return self._recent.watch(nudge)

    def credentials(self, workshop: str) -> Credentials | None:
        rows = self._file.read("SELECT facilitator_hash, recovery_hash, join_code FROM workshop WHERE id = ?", workshop)
        return Credentials(*rows[0]) if rows else None

    def set_recovery(self, workshop: str, recovery_hash: str) -> bool:
        with self._file.writing() as connection:
            done = connection.execute("UPDATE workshop SET recovery_hash = ? WHERE id = ?", (recovery_hash, workshop))
        self._file.scrub()
        return done.rowcount > 0

    def find_code(self, join_code: str) -> str | None:
        rows = self._file.read("SELECT id FROM workshop WHERE join_code = ?", join_code)
        return rows[0][0] if rows else None

    def ids(self, state: State | None = None) -> list[str]:
        wanted = [one.value for one in State if state in {None, one}]
        rows = self._file.read("SELECT id, state FROM workshop ORDER BY id")
        return [one for one, found in rows if found in wanted]

    def forget(self, workshop: str) -> None:
        with self._file.writing() as connection:
            connection.execute("DELETE FROM record WHERE workshop = ?", (workshop,))
            connection.execute("DELETE FROM workshop WHERE id = ?", (workshop,))
        self._recent.forget(workshop)
        self._file.scrub()

    def close(self) -> None:
        self._file.close()


def _save(connection: sqlite3.Connection, save: Save, bodies: Mapping[str, bytes | None]) -> int | Conflict:
    row = connection.execute("SELECT rev FROM workshop WHERE id = ?", (save.workshop,)).fetchone()
    if row is None or row[0] != save.after:
        return Conflict(row[0] if row else 0)
    numbers = orjson.dumps(dict(save.numbers), option=orjson.OPT_SORT_KEYS).decode()
    states = [record.state.value for record in save.changes.values() if isinstance(record, Head)]
    connection.execute(
        "UPDATE workshop SET rev = ?, mark = ?, numbers = ?, state = coalesce(?, state) WHERE id = ?",
        (save.after + 1, save.mark, numbers, states[0] if states else None, save.workshop),
    )
    _write(connection, save.workshop, bodies)
    if _leaves_traces(save.changes):
        _write_in_order(connection, save.workshop)
    return save.after + 1


def _write(connection: sqlite3.Connection, workshop: str, bodies: Mapping[str, bytes | None]) -> None:
    there = sorted((key, body) for key, body in bodies.items() if body is not None)
    connection.executemany(PUT, [(workshop, key, body) for key, body in there])
    gone = [(workshop, key) for key, body in bodies.items() if body is None]
    connection.executemany("DELETE FROM record WHERE workshop = ? AND key = ?", gone)


def _leaves_traces(changes: Changes) -> bool:
    """Whether what was saved before should now be findable nowhere, its order included."""
    return any(record is None or key.startswith(("run:", "ballot:")) for key, record in changes.items())


def _write_in_order(connection: sqlite3.Connection, workshop: str) -> None:
    """Write the workshop's rows anew, so that no page tells in which order they came."""
    rows = connection.execute(
        "SELECT workshop, key, body FROM record WHERE workshop = ? ORDER BY key", (workshop,)
    ).fetchall()
    connection.execute("DELETE FROM record WHERE workshop = ?", (workshop,))
    connection.executemany(PUT, rows)
