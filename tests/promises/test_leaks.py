"""Each leak that could be thought of is put in alone, and has to be caught (leaks.py, stored_leaks.py)."""

import re
from contextlib import closing
from pathlib import Path
from types import FunctionType

import pytest

from server.stores import STORES
from tests.promises import stored_leaks, test_order, test_stored_bytes
from tests.promises.leaks import LEAKS
from tests.promises.stories import Event, Story
from tests.promises.test_noninterference import compare

README = Path(__file__).with_name("README.md")
LISTED = re.compile(r"^\| `(\w+)` \| .* \| `(test_\w+\.py::\w+)` \|$", re.MULTILINE)
WRITTEN = [
    Event(2_600, "rename", 1, 1),
    Event(700, "rename", 1, 2),
    Event(700, "rubbish", 1, 5),
    Event(700, "bring back", 1, 1),
    *(Event(60, "call", 0, number) for number in range(10)),
    Event(700, "reconnect", 1, 0),
    Event(1_100, "join", 0, 0),
    Event(700, "next", 1, 1),
    Event(700, "rename", 1, 3),
]
VOTED = [
    Event(0, "ConfirmRoll", 1, 1),
    Event(2_600, "rename", 1, 1),
    Event(2_600, "reconnect", 1, 0),
    Event(2_600, "rename", 1, 1),
]
STORIES = [
    *(Story(start, tuple(WRITTEN), chance, False) for chance in range(3) for start in ("facts", "ideas", "care")),
    *(Story(start, tuple(VOTED), chance, True) for chance in range(3) for start in ("pull", "dots")),
]
"""Stories in which much is unseen, and much is asked for meanwhile."""


def compare_all():
    return sum(compare(story) for story in STORIES)


def test_without_a_leak_there_is_nothing_to_notice():
    assert compare_all() > 10 * len(STORIES)


@pytest.mark.parametrize("name", LEAKS)
def test_a_leak_is_noticed(monkeypatch, name):
    LEAKS[name](monkeypatch)
    with pytest.raises(AssertionError):
        compare_all()


@pytest.fixture
def store(tmp_path):
    with closing(STORES["sqlite"](str(tmp_path / "data"))) as both:
        yield both.content


def test_a_time_in_a_row_is_noticed(monkeypatch, tmp_path):
    stored_leaks.a_time_in_a_row(monkeypatch)
    with pytest.raises(AssertionError):
        test_stored_bytes.test_the_same_saves_at_another_time_leave_the_same_bytes(tmp_path)


def test_a_table_that_is_not_emptied_is_noticed(monkeypatch, tmp_path, store):
    stored_leaks.what_is_forgotten_stays_in_its_table(monkeypatch)
    with pytest.raises(AssertionError):
        test_stored_bytes.test_after_forget_nothing_of_the_workshop_is_in_the_raw_file(tmp_path / "data", store)


@pytest.mark.parametrize(
    ("leak", "promise"),
    [
        (
            stored_leaks.ballots_in_the_order_in_which_they_came,
            test_order.test_ballots_of_one_tick_leave_in_any_order_equally_often_however_they_came,
        ),
        (
            stored_leaks.people_in_the_order_in_which_they_came,
            test_order.test_who_is_here_is_told_in_the_same_order_whoever_came_first,
        ),
    ],
)
def test_an_order_of_arrival_is_noticed(monkeypatch, leak, promise):
    promise()
    leak(monkeypatch)
    with pytest.raises(AssertionError):
        promise()


def test_every_leak_stands_in_the_table_of_the_readme_with_the_test_that_catches_it():
    table = dict(LISTED.findall(README.read_text()))
    stored = {name for name, one in vars(stored_leaks).items() if isinstance(one, FunctionType)}
    assert set(table) == set(LEAKS) | stored
    files = {path.name: path.read_text() for path in README.parent.glob("test_*.py")}
    for name, catcher in table.items():
        file, _, test = catcher.partition("::")
        assert f"def {test}(" in files[file], name
