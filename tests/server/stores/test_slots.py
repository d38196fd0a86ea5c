"""Each workshop's rows stand in a table of their own, which another may have after it."""

import pytest

from server.stores.file import File
from server.stores.slots import Slots


@pytest.fixture
def slots(tmp_path):
    slots = Slots(File(tmp_path / "some.sqlite3", 1))
    yield slots
    slots.close()


def write(slots, workshop, **rows):
    with slots.writing() as writing:
        writing.write(workshop, rows)


def tables(slots):
    return [name for (name,) in slots.file.read("SELECT name FROM sqlite_master WHERE name LIKE 'slot%' ORDER BY name")]


def test_rows_are_put_replaced_and_taken_away(slots):
    write(slots, "w", a=b"1", b=b"2")
    write(slots, "w", a=b"3", b=None, c=b"4", d=None)
    assert slots.rows("w") == {"a": b"3", "c": b"4"}
    assert slots.row("w", "a") == b"3"
    assert slots.row("w", "b") is None
    assert slots.rows("v") == {}
    assert slots.row("v", "a") is None


def test_an_emptied_table_goes_to_the_next_workshop(slots):
    for workshop in "uvw":
        write(slots, workshop, a=workshop.encode())
    with slots.writing() as writing:
        writing.empty("v")
        writing.empty("nobody")
    assert slots.ids() == ["u", "w"]
    assert slots.rows("v") == {}
    write(slots, "x", a=b"x")
    assert tables(slots) == ["slot_0", "slot_1", "slot_2"]
    assert {workshop: slots.rows(workshop) for workshop in slots.ids()} == {
        workshop: {"a": workshop.encode()} for workshop in "uwx"
    }


def test_taking_rows_away_makes_no_table(slots):
    write(slots, "w", a=None)
    with slots.writing() as writing:
        writing.rewrite("w")
    assert slots.ids() == []
    assert tables(slots) == []


def change_much_and_fail(slots):
    with slots.writing() as writing:
        writing.write("w", {"a": b"2"})
        writing.write("new", {"a": b"2"})
        writing.empty("w")
        assert slots.rows("w") == {}
        writing.write("new", {"b": "\ud83d"})


def test_after_a_write_that_failed_everything_is_as_before(slots):
    write(slots, "w", a=b"1")
    with pytest.raises(UnicodeEncodeError):
        change_much_and_fail(slots)
    assert slots.ids() == ["w"]
    assert slots.rows("w") == {"a": b"1"}
    assert slots.rows("new") == {}


def test_opened_again_it_knows_whose_table_is_whose(slots, tmp_path):
    for workshop in ("w", "v", "u"):
        write(slots, workshop, a=workshop.encode())
    with slots.writing() as writing:
        writing.empty("v")
    slots.close()
    again = Slots(File(tmp_path / "some.sqlite3", 1))
    assert again.ids() == ["u", "w"]
    assert again.rows("u") == {"a": b"u"}
    again.close()
