"""Used proofs, and published keys."""

import pytest

from server.hosts.memory import FRESH_MS, Keys, Marks


def test_a_mark_is_new_once_until_it_expires():
    marks = Marks()
    assert marks.first_time("a", 10, 1)
    assert not marks.first_time("a", 99, 9)
    assert marks.first_time("b", 20, 9)
    assert marks.first_time("a", 20, 10)


def test_marks_that_expired_take_no_room_and_no_mark_is_kept_as_it_is():
    marks = Marks()
    for at in range(100):
        marks.first_time(f"mark {at}", at + 1, at)
    assert len(marks._until) == 1
    assert b"mark" not in repr(marks._until).encode()


def test_keys_are_asked_for_once_in_five_minutes_and_kept_while_nothing_answers():
    answers = [(200, b'{"keys": [1]}'), (503, b""), (200, b"rubbish"), (200, b'{"keys": [2]}')]
    keys = Keys(lambda _url, _headers: answers.pop(0))
    assert keys.at("u", 0) == keys.at("u", FRESH_MS - 1) == {"keys": [1]}
    assert len(answers) == 3
    assert keys.at("u", FRESH_MS) == keys.at("u", 2 * FRESH_MS) == {"keys": [1]}
    assert keys.at("u", 3 * FRESH_MS) == {"keys": [2]}


@pytest.mark.parametrize("answer", [(404, b"{}"), (200, b"[]"), (200, b"x")])
def test_where_no_keys_ever_were_there_is_none(answer):
    with pytest.raises(OSError, match="no key set"):
        Keys(lambda _url, _headers: answer).at("u", 0)
