"""The stores by name, and what they have to do with each other: nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from server.stores import STORES
from server.stores.store import CannotOpen
from tests.server.stores.sample import begin

ROOT = Path(__file__).parents[3]


def test_sqlite_keeps_two_files_and_a_lock_in_its_folder(sqlite, data):
    begin(sqlite().content)
    sqlite().close()
    assert sorted(path.name for path in data.iterdir()) == ["content.sqlite3", "folkmoot.lock", "people.sqlite3"]


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
