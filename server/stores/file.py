"""One SQLite file: opened the careful way, written in whole transactions, scrubbed after.

A commit is on the disk when it returns (WAL, synchronous=FULL). What is deleted is
overwritten with zeros by `secure_delete`, and leaves the log by `scrub`.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from server.stores.store import CannotOpen, OutcomeUnknown, Unavailable

PRAGMAS = (
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",  # nothing spills into other files
    "PRAGMA wal_autocheckpoint = 4000",
)


class File:
    """A file of tables, with one connection that the threads of this process share."""

    def __init__(self, path: Path, form: int) -> None:
        """Open the file, or make it. `form`: the number of the format of what stands in it.

        Raises: `CannotOpen` with a sentence, also when a newer server wrote the file.
        """
        self.path = path
        self.lock = RLock()
        self._open: sqlite3.Connection | None = None
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            path.chmod(0o600)  # the log beside it gets the same rights
            with self.writing() as connection:
                self._check_form(connection, form)
            self.scrub()
        except (OSError, sqlite3.Error, Unavailable, OutcomeUnknown) as error:
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

        Raises: `Unavailable`, `OutcomeUnknown`.
        """
        with self.lock:
            try:
                connection = self._connection()
                connection.execute("BEGIN IMMEDIATE")
                yield connection
            except sqlite3.Error as error:
                self._undo()
                raise Unavailable(f"Nothing was saved in {self.path.name} ({error}).") from error
            except BaseException:
                self._undo()
                raise
            try:
                connection.execute("COMMIT")
            except sqlite3.Error as error:
                self._drop()  # what a new connection reads is what there is
                raise OutcomeUnknown(f"Saving in {self.path.name} was cut short ({error}).") from error

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
        """
        with self.lock:
            try:
                busy, _, _ = self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite3.Error:
                self._drop()
                return False
            return not busy

    def _drop(self) -> None:
        """Let the connection go, and with it all that is not committed."""
        if self._open is not None:
            with suppress(sqlite3.Error):
                self._open.close()
            self._open = None

    def close(self) -> None:
        with self.lock:
            self._drop()
