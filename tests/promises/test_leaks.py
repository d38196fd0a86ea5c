"""Each leak that could be thought of is put in alone, and has to be caught (leaks.py, stored_leaks.py)."""

import re
from contextlib import closing
from pathlib import Path
from types import FunctionType

import pytest
from redis import Redis

from server.stores import STORES, open_redis
from tests.promises import stored_leaks, test_order, test_stored_bytes
from tests.promises.leaks import LEAKS
from tests.promises.stories import Event, Story
from tests.promises.test_noninterference import compare
from tests.server.stores import test_redis as on_redis

README = Path(__file__).with_name("README.md")
LISTED = re.compile(r"^\| `(\w+)` \| .* \| `([\w./]*test_\w+\.py::\w+)` \|$", re.MULTILINE)
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
DRAWN = [
    *(Event(700, "a hand", number, 2) for number in range(2)),
    *(Event(5_000, "nothing", 0, 0) for _ in range(6)),
    Event(700, "reconnect", 1, 0),
]
STORIES = [
    *(Story(start, tuple(WRITTEN), chance, False) for chance in range(3) for start in ("facts", "ideas", "care")),
    *(Story(start, tuple(VOTED), chance, True) for chance in range(3) for start in ("pull", "dots")),
    *(Story("group", tuple(DRAWN), chance, False) for chance in range(2)),
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


def test_a_nudge_with_content_is_noticed(monkeypatch, redis_url):
    stored_leaks.a_nudge_with_what_was_saved(monkeypatch)
    with (
        closing(open_redis(redis_url)) as one,
        Redis.from_url(redis_url, decode_responses=True) as client,
        pytest.raises(AssertionError),
    ):
        on_redis.test_no_nudge_holds_more_than_a_workshop_and_a_number((one.content, None), client)


def test_every_leak_stands_in_the_table_of_the_readme_with_the_test_that_catches_it():
    """Of a leak that is put into a program or a page its test has the name."""
    table = dict(LISTED.findall(README.read_text()))
    own = [one for one in vars(stored_leaks).values() if isinstance(one, FunctionType)]
    stored = {one.__name__ for one in own if one.__module__ == stored_leaks.__name__}
    here = set(LEAKS) | {name for name in stored if not name.startswith("_")}
    assert here <= set(table)
    for name, catcher in table.items():
        file, _, test = catcher.partition("::")
        said = (README.parent / file).read_text()
        assert f"def {test}(" in said, name
        assert name in here or name in said, name
