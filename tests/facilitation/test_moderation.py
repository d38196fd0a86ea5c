"""Asking for a look at a card, a slower room, a closed door: nobody is singled out."""

import pytest

from facilitation import commands as c
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.rules import Audience
from facilitation.states import HideReason
from tests.meeting import Meeting, key, name, refusal


def shown() -> Meeting:
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    return meeting.to("Group")


def flag(meeting: Meeting, wording: int = 0) -> object:
    return meeting.ask(c.FlagCard(name("bus"), wording))


def tick(meeting: Meeting) -> None:
    meeting.do(c.ShowChanges(), Role.ALARM)


def flags(meeting: Meeting, audience: Audience = Audience.FACILITATOR) -> list[object]:
    return [entry for key, entry in meeting.seen(audience).items() if key.startswith("flag:")]


def test_a_flag_is_shown_to_who_leads_on_the_tick_and_to_nobody_else():
    meeting = shown()
    flag(meeting)
    assert flags(meeting) == []
    tick(meeting)
    assert [one.id for one in flags(meeting)] == [name("bus")]
    for audience in (Audience.PARTICIPANT, Audience.SCREEN, Audience.RECORD):
        assert flags(meeting, audience) == []


def test_who_may_not_ask_learns_from_the_answer_nothing_of_what_waits():
    for waits in (False, True):
        meeting = shown()
        if waits:
            flag(meeting)
        assert refusal(meeting.ask(c.FlagCard(name("bus"), 0), Role.SCREEN)) == Refusal.WRONG_ROLE


def test_how_many_asked_and_who_cannot_be_told_from_a_flag():
    one, several = shown(), shown()
    flag(one)
    for _ in range(5):
        flag(several)
    assert one.workshop == several.workshop


def test_a_card_that_was_looked_at_is_flagged_again_only_in_other_words():
    meeting = shown()
    flag(meeting)
    tick(meeting)
    meeting.do(c.LookedAt(name("bus"), 0))
    before = meeting.workshop
    flag(meeting)
    assert meeting.workshop is before
    assert flags(meeting) == []
    meeting.do(c.EditCard(name("bus"), key("bus"), 1, "a minibus", shown=True), Role.PARTICIPANT)
    tick(meeting)
    flag(meeting, wording=1)
    tick(meeting)
    assert [one.wording for one in flags(meeting)] == [1]


def test_asking_again_about_other_words_takes_nothing_from_before_those_who_lead():
    meeting = shown()
    flag(meeting)
    tick(meeting)
    meeting.do(c.RewordCard(name("bus"), "a minibus", 0))
    before = meeting.workshop
    flag(meeting, wording=1)
    assert meeting.workshop is before
    assert [one.wording for one in flags(meeting)] == [0]


def test_hiding_a_card_answers_what_was_asked_about_it():
    meeting = shown()
    flag(meeting)
    tick(meeting)
    meeting.do(c.HideCard(name("bus"), HideReason.AGREEMENT, 0))
    assert flags(meeting) == []
    before = meeting.workshop
    flag(meeting)
    assert meeting.workshop is before


def test_a_card_that_is_not_shown_or_reads_otherwise_now_cannot_be_flagged():
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    assert refusal(flag(meeting)) == Refusal.NO_SUCH_CARD
    meeting.to("Group").do(c.RewordCard(name("bus"), "a minibus", 0))
    assert refusal(flag(meeting)) == Refusal.SUPERSEDED


def test_who_leads_needs_no_flag_and_nobody_else_answers_one():
    meeting = shown()
    assert refusal(meeting.ask(c.FlagCard(name("bus"), 0), Role.FACILITATOR)) == Refusal.WRONG_ROLE
    flag(meeting)
    tick(meeting)
    assert refusal(meeting.ask(c.LookedAt(name("bus"), 0))) == Refusal.WRONG_ROLE


def test_a_card_that_is_taken_back_takes_its_flag_along():
    meeting = shown()
    flag(meeting)
    tick(meeting)
    meeting.do(c.WithdrawCard(name("bus"), key("bus"), shown=True), Role.PARTICIPANT)
    tick(meeting)
    assert not meeting.workshop.flags


@pytest.mark.parametrize("audience", [Audience.FACILITATOR, Audience.PARTICIPANT, Audience.SCREEN])
def test_everybody_is_told_of_a_slowed_room_and_a_closed_door(audience):
    meeting = shown()
    meeting.do(c.SlowRoom(slow=True, version=0))
    meeting.do(c.CloseDoor(closed=True, version=0))
    told = meeting.seen(audience)["workshop"]
    assert (told.slow, told.door_closed) == (True, True)


@pytest.mark.parametrize(
    ("on", "off"),
    [
        (c.SlowRoom(slow=True, version=0), c.SlowRoom(slow=False, version=1)),
        (c.CloseDoor(closed=True, version=0), c.CloseDoor(closed=False, version=1)),
    ],
)
def test_a_press_sent_again_changes_nothing(on, off):
    meeting = shown()
    meeting.do(on)
    meeting.do(off)
    before = meeting.workshop
    assert refusal(meeting.ask(on, Role.FACILITATOR)) == Refusal.SUPERSEDED
    meeting.do(off)
    assert meeting.workshop is before


def test_only_who_leads_slows_the_room_or_closes_the_door():
    meeting = Meeting()
    assert refusal(meeting.ask(c.SlowRoom(slow=True, version=0))) == Refusal.WRONG_ROLE
    meeting.do(c.CloseDoor(closed=True, version=0), Role.COFACILITATOR)
