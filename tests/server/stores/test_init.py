"""The stores by name: they behave the same, and have nothing to do with each other."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.workshop import Head
from server.stores import STORES
from server.stores.store import CannotOpen
from tests.server.stores.sample import AGENDA, begin, by_key, card, drop, hashed, opened_all, put, ways_in

ROOT = Path(__file__).parents[3]


def test_sqlite_keeps_two_files_and_a_lock_in_its_folder(sqlite, data):
    begin(sqlite().content)
    sqlite().close()
    names = ["content.sqlite3", "folkmoot.lock", "folkmoot.secret", "people.sqlite3"]
    assert sorted(path.name for path in data.iterdir()) == names


def test_memory_writes_no_file(tmp_path):
    both = STORES["memory"](str(tmp_path / "data"))
    begin(both.content)
    both.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("broken", ["content.sqlite3", "people.sqlite3"])
def test_when_one_file_cannot_be_opened_nothing_stays_open(data, broken):
    data.mkdir()
    (data / broken).write_text("Dear diary, " * 100)
    with pytest.raises(CannotOpen, match=broken):
        STORES["sqlite"](str(data))
    (data / broken).unlink()
    STORES["sqlite"](str(data)).close()


def test_the_stores_know_nothing_of_the_transport_or_the_desk():
    program = """
import sys
import server.stores
print(sorted(name for name in sys.modules if name.split(".")[0] in ("eventlet", "flask") or name == "server.desk"))
"""
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"


STEPS = st.one_of(
    st.tuples(st.just("create"), st.integers(0, 2), st.integers(0, 2)),
    st.tuples(st.just("put"), st.integers(0, 2), st.integers(0, 4), st.integers(0, 3)),
    st.tuples(st.just("drop"), st.integers(0, 2), st.integers(0, 4), st.integers(0, 3)),
    st.tuples(st.just("recovery"), st.integers(0, 2)),
    st.tuples(st.just("forget"), st.integers(0, 2)),
)


def told(store, step):
    """Do one step; answers all that the store then says about everything."""
    action, which, *rest = step
    names = [str(number) * 32 for number in range(3)]
    workshop = names[which]
    one = card("Words", card_id=str(rest[-1]) * 32) if rest else None
    match action:
        case "create":
            answer = store.create(workshop, by_key(Head(workshop, "T", AGENDA)), ways_in(f"CODE000{rest[0]}"))
        case "put":
            answer = put(store, workshop, rest[0], one, mark=str(rest) * 3)
        case "drop":
            answer = drop(store, workshop, rest[0], one)
        case "recovery":
            answer = store.set_recovery(workshop, hashed("new"))
        case "forget":
            answer = store.forget(workshop)
    loaded = [store.load(name) for name in names]
    seen = [one and (one.records, one.rev, one.numbers) for one in loaded]
    codes = [store.find_code(f"CODE000{number}") for number in range(3)]
    return answer, seen, codes, [store.credentials(name) for name in names], store.ids()


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=25))
def test_all_stores_answer_the_same_to_the_same(emptied, steps):
    with tempfile.TemporaryDirectory() as folder:
        opened = opened_all(folder, emptied)
        for step in steps:
            answers = {name: told(both.content, step) for name, both in opened.items()}
            assert all(answer == answers["memory"] for answer in answers.values()), step
        for both in opened.values():
            both.close()
