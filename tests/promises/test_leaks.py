"""Each leak that could be thought of is put in alone, and has to be caught (leaks.py, stored_leaks.py)."""

import pytest

from tests.promises.leaks import LEAKS
from tests.promises.stories import Event, Story
from tests.promises.test_noninterference import compare

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
