"""A workshop is its records: taken apart and put together again it is the same."""

import pytest

from facilitation import commands as c
from facilitation.records import changes, from_records, key_of, record_at, records, settled
from tests.meeting import Meeting, key, name


def busy() -> Meeting:
    meeting = Meeting().to("Ideas")
    for word in ("bus", "tea"):
        meeting.add(word)
    meeting.keep("worry")
    meeting.do(c.WithdrawCard(name("tea"), key("tea")))
    return meeting.to("Group")


def test_a_workshop_put_together_from_its_records_is_the_same():
    workshop = busy().workshop
    assert from_records(records(workshop)) == workshop


def test_every_record_is_found_under_its_key():
    workshop = busy().workshop
    for found, record in records(workshop).items():
        assert found == key_of(record)
        assert record_at(workshop, found) == record


def test_changes_are_what_was_touched_since_it_settled():
    meeting = busy()
    meeting.workshop = settled(meeting.workshop)
    assert changes(meeting.workshop) == {}
    meeting.do(c.MoveCard(name("bus"), "", 0))
    assert set(changes(meeting.workshop)) == {f"card:{name('bus')}"}


def test_a_record_that_is_gone_is_a_change_to_none():
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    meeting.workshop = settled(meeting.workshop)
    meeting.do(c.WithdrawCard(name("bus"), key("bus")))
    found = changes(meeting.workshop)
    assert found[f"card:{name('bus')}"] is None
    assert found[f"gone:{name('bus')}"] is not None


def test_records_without_a_head_are_no_workshop():
    with pytest.raises(ValueError, match="one head"):
        from_records({})
