"""One SQLite file: opened the careful way, written in whole transactions, scrubbed after.

A commit is on the disk when it returns (WAL, synchronous=FULL). What is deleted is
overwritten with zeros by `secure_delete`, and leaves the log by `scrub`.

A write that fails (no room, read-only, an error of the disk) is undone on the connection that
stays open: reading goes on, and the next write is tried as if nothing had been. A sync that
fails is the end: nothing more is written here (`DiskFailed`).
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from server.stores.store import CannotOpen, DiskFailed, OutcomeUnknown, StoreError, Unavailable

PRAGMAS = (
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",  # nothing spills into other files
    "PRAGMA wal_autocheckpoint = 4000",
)
UNSYNCED = {sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_DIR_FSYNC}
ROOM_TO_PROBE = 65_536
"""Bytes that a probe writes, so that what succeeds for it succeeds for a save."""


class File:
    """A file of tables, with one connection that the threads of this process share."""

    def __init__(self, path: Path, form: int) -> None:
        """Open the file, or make it. `form`: the number of the format of what stands in it.

        Raises: `CannotOpen` with a sentence, also when a newer server wrote the file.
        """
        self.path = path
        self.lock = RLock()
        self._open: sqlite3.Connection | None = None
        self._failed = False
        self.unscrubbed = False
        """Whether a `scrub` is owed: the last one did not succeed."""
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            path.chmod(0o600)  # the log beside it gets the same rights
            with self.writing() as connection:
                self._check_form(connection, form)
            self.scrub()
        except (OSError, sqlite3.Error, Unavailable, OutcomeUnknown, DiskFailed) as error:
            self.close()
            raise CannotOpen(f"The file {path} cannot be used as a store ({error.__cause__ or error}).") from None
        except CannotOpen:
            self.close()
            raise

    def _check_form(self, connection: sqlite3.Connection, form: int) -> None:
        connection.execute("CREATE TABLE IF NOT EXISTS form (number INTEGER PRIMARY KEY) WITHOUT ROWID")
        found = connection.execute("SELECT max(number) FROM form").fetchone()[0]
        if found is None:
            connection.execute("INSERT INTO form VALUES (?)", (form,))
        elif found > form:
            raise CannotOpen(
                f"The file {self.path} was written by a newer Folkmoot (its format is {found}, this "
                f"server knows up to {form}). Start the newer version, or restore an older copy."
            )
        else:  # an older one is read as it is, and from here on holds what only this format knows
            connection.execute("UPDATE form SET number = ?", (form,))

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            connection = sqlite3.connect(self.path, timeout=0.25, isolation_level=None, check_same_thread=False)
            for pragma in PRAGMAS:
                connection.execute(pragma)
            mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
            if mode != "wal":
                connection.close()
                raise sqlite3.OperationalError("the disk it is on does not carry write-ahead logs")
            self._open = connection
        return self._open

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: durable when the block ends, and as if never begun if it raises.

        Raises: `Unavailable`, `OutcomeUnknown`, `DiskFailed`.
        """
        with self.lock:
            self._refuse_after_failure()
            try:
                connection = self._connection()
                connection.execute("BEGIN IMMEDIATE")
                yield connection
            except sqlite3.Error as error:
                raise self._undone(error, Unavailable, f"Nothing was saved in {self.path.name}") from error
            except BaseException:
                self._undo()
                raise
            try:
                connection.execute("COMMIT")
            except sqlite3.Error as error:  # it may be the log's copying that failed, after a good commit
                raise self._undone(error, OutcomeUnknown, f"Saving in {self.path.name} was cut short") from error

    def _refuse_after_failure(self) -> None:
        if self._failed:
            raise DiskFailed(f"Nothing more is written to {self.path.name}: the disk failed.")

    def _undone(self, error: sqlite3.Error, kind: type[StoreError], words: str) -> StoreError:
        """What to raise for an error of SQLite, after its transaction was undone."""
        self._undo()
        if getattr(error, "sqlite_errorcode", 0) in UNSYNCED:
            self._failed = True
            return DiskFailed(f"The disk did not confirm what was written to {self.path.name} ({error}).")
        return kind(f"{words} ({error}).")

    def probe(self) -> None:
        """Write and change nothing. Raises: as `writing`."""
        with self.writing() as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS probe (number INTEGER PRIMARY KEY, filling BLOB)")
            connection.execute("INSERT OR REPLACE INTO probe VALUES (0, zeroblob(?))", (ROOM_TO_PROBE,))

    def _undo(self) -> None:
        if self._open is not None and self._open.in_transaction:
            try:
                self._open.execute("ROLLBACK")
            except sqlite3.Error:
                self._drop()

    def read(self, query: str, *values: object) -> list[Any]:
        """The rows of a query. Raises: `Unavailable`."""
        with self.lock:
            try:
                return self._connection().execute(query, values).fetchall()
            except sqlite3.Error as error:
                raise Unavailable(f"{self.path.name} cannot be read ({error}).") from error

    def scrub(self) -> bool:
        """Leave nothing in the log, neither old contents nor the order of saves.

        False: not this time (the disk is full, say); the next time does it as well.
        Raises: `DiskFailed`.
        """
        with self.lock:
            self._refuse_after_failure()
            try:
                busy, _, _ = self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                self.unscrubbed = bool(busy)
            except sqlite3.Error as error:
                self.unscrubbed = True
                failure = self._undone(error, Unavailable, f"{self.path.name} could not be scrubbed")
                if isinstance(failure, DiskFailed):
                    raise failure from error
            return not self.unscrubbed

    def settle(self) -> bool:
        """Do the scrubbing that is owed; whether none is left. Raises: `DiskFailed`."""
        return not self.unscrubbed or self.scrub()

    def _drop(self) -> None:
        """Let the connection go, and with it all that is not committed."""
        if self._open is not None:
            with suppress(sqlite3.Error):
                self._open.close()
            self._open = None

    def close(self) -> None:
        """Let go of the file. After a failed sync it stays open: closing would write and sync again."""
        with self.lock:
            if not self._failed:
                self._drop()
