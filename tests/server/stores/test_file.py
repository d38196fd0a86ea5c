"""One SQLite file: private, durable, of a known format, whole or not at all."""

import sqlite3
import threading
from contextlib import closing

import pytest

from server.stores.file import File
from server.stores.store import CannotOpen, DiskFailed, OutcomeUnknown, Unavailable


@pytest.fixture
def path(tmp_path):
    return tmp_path / "content.sqlite3"


@pytest.fixture
def file(path):
    file = File(path, 1)
    with file.writing() as connection:
        connection.execute("CREATE TABLE line (text TEXT)")
    yield file
    file.close()


def put(file, text):
    with file.writing() as connection:
        connection.execute("INSERT INTO line VALUES (?)", (text,))


def lines(file):
    return [text for (text,) in file.read("SELECT text FROM line ORDER BY text")]


def test_nobody_else_may_read_it_nor_its_log(file, path):
    put(file, "A worry")
    assert {oct(one.stat().st_mode)[-3:] for one in path.parent.iterdir()} == {"600"}


def test_a_file_that_others_could_read_is_closed_to_them(path):
    path.touch()
    path.chmod(0o644)
    File(path, 1).close()
    assert oct(path.stat().st_mode)[-3:] == "600"


def test_a_commit_waits_for_the_disk_and_deletes_with_zeros(file):
    asked = {name: file.read(f"PRAGMA {name}")[0][0] for name in ("journal_mode", "synchronous", "secure_delete")}
    assert asked == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


def half(file, statement):
    """Write a line, then do something that fails."""
    with file.writing() as connection:
        connection.execute("INSERT INTO line VALUES ('half')")
        connection.execute(statement or 7)


@pytest.mark.parametrize(("statement", "error"), [("INSERT INTO banana VALUES (1)", Unavailable), ("", TypeError)])
def test_a_block_that_raises_leaves_nothing_and_the_next_one_works(file, statement, error):
    with pytest.raises(error):
        half(file, statement)
    put(file, "whole")
    assert lines(file) == ["whole"]


def test_a_reader_elsewhere_does_not_stop_a_save_only_the_scrubbing(file, path):
    put(file, "first")
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM line").fetchone() == (1,)
        put(file, "second")
        assert file.scrub() is False
        assert lines(file) == ["first", "second"]
    assert file.scrub() is True
    assert path.with_name("content.sqlite3-wal").stat().st_size == 0


def test_a_writer_elsewhere_makes_it_unavailable_and_not_wrong(file, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable):
            put(file, "lost")
        other.execute("ROLLBACK")
    put(file, "kept")
    assert lines(file) == ["kept"]


def test_reading_what_is_not_there_is_a_sentence(file):
    with pytest.raises(Unavailable, match=r"content\.sqlite3 cannot be read"):
        file.read("SELECT * FROM banana")


def test_an_error_at_the_very_end_of_a_save_is_an_unknown_outcome(file):
    """A deferred foreign key fails at the commit itself, as a broken disk does."""
    with file.writing() as connection:
        connection.execute("CREATE TABLE other (id INTEGER PRIMARY KEY)")
        connection.execute("CREATE TABLE child (id REFERENCES other DEFERRABLE INITIALLY DEFERRED)")
    file.read("PRAGMA foreign_keys = ON")
    with pytest.raises(OutcomeUnknown, match="was cut short"), file.writing() as connection:
        connection.execute("INSERT INTO child VALUES (7)")
    assert file.read("SELECT * FROM child") == []
    put(file, "the next one works")


def test_a_file_of_a_newer_format_is_refused_in_a_sentence_and_left_alone(path):
    File(path, 2).close()
    before = path.read_bytes()
    with pytest.raises(
        CannotOpen, match=r"was written by a newer Folkmoot \(its format is 2, this server knows up to 1\)"
    ):
        File(path, 1)
    assert path.read_bytes() == before
    File(path, 2).close()


def test_a_file_of_an_older_format_is_taken_over_and_kept_from_the_older_server(path):
    with closing(File(path, 1)) as old, old.writing() as connection:
        connection.execute("CREATE TABLE line (text TEXT)")
        connection.execute("INSERT INTO line VALUES ('Dear diary')")
    with closing(File(path, 2)) as file:
        assert file.read("SELECT * FROM line") == [("Dear diary",)]
    with pytest.raises(CannotOpen, match="newer Folkmoot"):
        File(path, 1)


@pytest.mark.parametrize("wrong", ["not a database", "a folder"])
def test_a_file_that_is_no_database_is_refused_in_a_sentence(path, wrong):
    if wrong == "a folder":
        path.mkdir()
    else:
        path.write_text("Dear diary, " * 100)
    with pytest.raises(CannotOpen, match=r"The file .*content\.sqlite3 cannot be used as a store \(.*\)"):
        File(path, 1)


def test_many_threads_take_turns(file):
    threads = [threading.Thread(target=lambda n=n: [put(file, f"{n} {m}") for m in range(20)]) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(lines(file)) == 120


def test_a_probe_writes_and_leaves_all_as_it_was(file, path):
    put(file, "kept")
    log = path.with_name("content.sqlite3-wal")
    before = log.stat().st_size
    file.probe()
    assert log.stat().st_size > before + 65_536
    assert lines(file) == ["kept"]


def test_where_a_scrub_does_not_succeed_it_is_owed(file, path):
    put(file, "first")
    assert file.unscrubbed is False
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM line").fetchone() == (1,)
        put(file, "second")
        file.scrub()
        assert file.unscrubbed is True
    file.scrub()
    assert file.unscrubbed is False


def an_error(code):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


def test_after_a_failed_sync_nothing_more_is_written_and_what_was_there_can_be_read(file):
    put(file, "kept")
    with pytest.raises(DiskFailed, match="did not confirm"), file.writing():
        raise an_error(sqlite3.SQLITE_IOERR_FSYNC)
    for write in (lambda: put(file, "lost"), file.scrub, file.probe):
        with pytest.raises(DiskFailed, match="Nothing more is written"):
            write()
    assert lines(file) == ["kept"]
    file.close()
    assert lines(file) == ["kept"], "it stays open: closing would sync again"


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_READONLY])
def test_other_failures_of_the_disk_pass(file, code):
    with pytest.raises(Unavailable), file.writing():
        raise an_error(code)
    put(file, "kept")
    assert lines(file) == ["kept"]
