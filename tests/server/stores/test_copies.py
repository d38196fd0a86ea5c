"""Copies of the two files: whole while they are written, private, and never mixed with what was there."""

import sqlite3
import threading

import pytest

from facilitation.workshop import Card
from server import codec
from server.stores import STORES
from server.stores.copies import FILES, CannotCopy, put_back, take_copies
from tests.server.stores.sample import begin, card, put


@pytest.fixture
def elsewhere(tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


def opened(folder):
    return STORES["sqlite"](str(folder))


def test_a_copy_taken_while_somebody_writes_is_one_moment_and_whole(data, sqlite, elsewhere):
    store = sqlite().content
    workshop, copies, stopping = begin(store), [], threading.Event()

    def write():
        rev = 1
        while not stopping.is_set():
            rev = put(store, workshop, rev, card(), card())

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while len(copies) < 5 or copies[0][1] == copies[-1][1]:  # on a busy machine the writer waits for its turn
            before = store.load(workshop).rev
            copies.append((before, take_copies(data), store.load(workshop).rev))
    finally:
        stopping.set()
        writer.join()
    for before, taken, after in copies:
        put_back(elsewhere, taken, replace=True)
        both = opened(elsewhere)
        saved = both.content.load(workshop)
        both.close()
        assert before <= saved.rev <= after
        assert sum(isinstance(one, Card) for one in saved.records.values()) == 2 * (saved.rev - 1)


def test_what_is_put_back_is_private_and_what_was_there_is_kept_unless_it_is_to_go(data, sqlite, elsewhere):
    old, new = opened(elsewhere), sqlite()
    begin(old.content)
    workshop = begin(new.content)
    taken = take_copies(data)
    old.close()
    before = {name: (elsewhere / name).read_bytes() for name in FILES}
    with pytest.raises(CannotCopy, match=r"has workshops already. With --replace"):
        put_back(elsewhere, taken, replace=False)
    assert {name: (elsewhere / name).read_bytes() for name in FILES} == before
    put_back(elsewhere, taken, replace=True)
    assert {oct((elsewhere / name).stat().st_mode)[-3:] for name in FILES} == {"600"}
    again = opened(elsewhere)
    assert again.content.ids() == [workshop]
    assert again.content.load(workshop).epoch != new.content.load(workshop).epoch
    again.close()


def test_a_log_that_a_dead_server_left_is_not_taken_for_one_of_the_new_files(data, sqlite, elsewhere):
    both = sqlite()
    workshop = begin(both.content)
    taken = take_copies(data)
    put(both.content, workshop, 1, card())
    logs = {name: (data / f"{name}-wal").read_bytes() for name in FILES}
    assert any(logs.values())
    for name, log in logs.items():
        (elsewhere / name).touch()
        (elsewhere / f"{name}-wal").write_bytes(log)
    put_back(elsewhere, taken, replace=True)
    again = opened(elsewhere)
    assert again.content.load(workshop).rev == 1
    again.close()


def test_damaged_or_newer_copies_change_nothing(data, sqlite, elsewhere):
    sqlite()
    taken = take_copies(data)
    broken = taken | {"people.sqlite3": taken["people.sqlite3"][:-1000] + b"?" * 1000}
    with pytest.raises(CannotCopy):
        put_back(elsewhere, broken, replace=False)
    path = elsewhere / "newer"
    path.write_bytes(taken["people.sqlite3"])
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("UPDATE form SET number = ?", (codec.FORMAT + 1,))
    connection.close()
    newer = taken | {"people.sqlite3": path.read_bytes()}
    path.unlink()
    with pytest.raises(CannotCopy, match="made by a newer Folkmoot"):
        put_back(elsewhere, newer, replace=False)
    assert list(elsewhere.iterdir()) == []


def test_a_folder_with_nothing_in_it_is_told(elsewhere):
    with pytest.raises(CannotCopy, match=r"There is nothing to copy .* it has no content\.sqlite3"):
        take_copies(elsewhere)
