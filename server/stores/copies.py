"""Copies of the two SQLite files, taken while a server writes them, and put back while none does."""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from server import codec
from server.stores.store import StoreError

FILES = ("content.sqlite3", "people.sqlite3")
"""In the order in which they are read: a roll is durable before its ballot opens, so people who were
copied after the contents lack nobody whom those need (DESIGN 5)."""
BESIDE = ("-wal", "-shm")


class CannotCopy(StoreError):  # noqa: N818 - reads as what happened
    """Its text is a sentence for the operator."""


def take_copies(folder: Path) -> dict[str, bytes]:
    """The two files as they are at this moment, by name. A server may go on writing them.

    Raises: `CannotCopy`.
    """
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise CannotCopy(f"There is nothing to copy in {folder}: it has no {missing[0]}.")
    opened: list[sqlite3.Connection] = []
    try:
        places = [f"{(folder / name).as_uri()}?mode=rw" for name in FILES]
        opened.extend(sqlite3.connect(place, uri=True, isolation_level=None) for place in places)
        for one in opened:  # both moments first, then the copying, which takes longer
            one.execute("BEGIN").execute("SELECT count(*) FROM sqlite_master").fetchone()
        return {name: _copied(one) for name, one in zip(FILES, opened, strict=True)}
    except sqlite3.Error as error:
        raise CannotCopy(f"The files in {folder} cannot be copied ({error}).") from None
    finally:
        for one in opened:
            one.close()


def _copied(source: sqlite3.Connection) -> bytes:
    """A copy in memory: nothing readable is written beside the files."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        source.backup(copy)
        copy.execute("VACUUM")
        _check(copy)
        return bytes(copy.serialize())


def _check(connection: sqlite3.Connection) -> None:
    (found,) = connection.execute("PRAGMA quick_check").fetchone()
    if found != "ok":
        raise CannotCopy(f"What is stored is damaged ({found}).")


def put_back(folder: Path, copies: Mapping[str, bytes], *, replace: bool) -> None:
    """Write the copies as the files of a folder that no server uses (see `Folder`).

    `replace`: what is there goes, for good. All is checked before anything goes. Raises: `CannotCopy`.
    """
    there = [name for name in FILES if (folder / name).exists()]
    if there and not replace:
        raise CannotCopy(f"{folder} has workshops already. With --replace they go, and those of the backup come.")
    try:
        new = {name: _written(folder / f"{name}.new", copies[name]) for name in FILES}
        for name, path in new.items():
            for end in BESIDE:  # a log of the old file must never be taken for one of the new
                (folder / f"{name}{end}").unlink(missing_ok=True)
            path.replace(folder / name)
        _sync(folder)
    except (OSError, sqlite3.Error) as error:
        raise CannotCopy(f"The backup cannot be written to {folder} ({error}).") from None
    finally:
        for name in FILES:
            (folder / f"{name}.new").unlink(missing_ok=True)


def _written(path: Path, content: bytes) -> Path:
    """A new file, private, on the disk, and readable as what it should be."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        _check(connection)
        (form,) = connection.execute("SELECT max(number) FROM form").fetchone()
    if form > codec.FORMAT:
        raise CannotCopy("This backup was made by a newer Folkmoot. Restore it with that version.")
    return path


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
