"""Changes by its writer to an unsigned card that everybody sees: they wait for a tick, in every stage."""

import pytest

from facilitation import commands as c
from facilitation.agenda import CardKind
from facilitation.context import Role
from facilitation.refusals import Refusal
from tests.meeting import Meeting, key, name, refusal


def edit(word, text, number=1):
    return c.EditCard(name(word), key(word), number, text, shown=True)


def take_back(word):
    return c.WithdrawCard(name(word), key(word), shown=True)


def shown(meeting):
    return meeting.do(c.ShowChanges(), Role.ALARM)


@pytest.fixture
def bus():
    """An idea that everybody reads."""
    meeting = Meeting().to("Ideas")
    meeting.add("a bus")
    return meeting.next()


@pytest.mark.parametrize("step", ["Read", "Group", "Rest", "Good", "Care", "Ways"])
def test_a_change_to_an_unsigned_card_shows_nothing_until_the_tick_in_whichever_step(bus, step):
    bus.to(step)
    before = bus.seen()
    bus.do(edit("a bus", "a free bus"), Role.PARTICIPANT)
    assert bus.seen() == before
    shown(bus)
    assert bus.seen_texts() == {"a free bus"}
    before = bus.seen()
    bus.do(take_back("a bus"), Role.PARTICIPANT)
    assert bus.seen() == before
    shown(bus)
    assert bus.seen_texts() == set()


def test_changes_of_several_people_are_shown_in_one_step(bus):
    bus.back("Ideas")
    for word in ("a boat", "a bench"):
        bus.add(word)
    bus.next()
    bus.do(edit("a bus", "a free bus"), Role.PARTICIPANT)
    bus.do(take_back("a boat"), Role.PARTICIPANT)
    assert bus.seen_texts() == {"a bus", "a boat", "a bench"}
    shown(bus)
    assert bus.seen_texts() == {"a free bus", "a bench"}


def test_a_change_that_comes_twice_is_there_once_before_the_tick_and_after_it(bus):
    first = edit("a bus", "a free bus")
    bus.do(first, Role.PARTICIPANT)
    assert bus.ask(first) is bus.workshop
    shown(bus)
    assert bus.ask(first) is bus.workshop
    assert bus.ask(c.ShowChanges(), Role.ALARM) is bus.workshop
    assert bus.workshop.cards[name("a bus")].wording == 1
    back = take_back("a bus")
    bus.do(back, Role.PARTICIPANT)
    assert bus.ask(back) is bus.workshop
    assert bus.ask(edit("a bus", "again", 2)) is bus.workshop
    shown(bus)
    assert bus.ask(back) is bus.workshop
    assert bus.workshop.cards == {}


def test_the_last_of_several_changes_is_shown(bus):
    bus.do(edit("a bus", "a free bus"), Role.PARTICIPANT)
    bus.do(edit("a bus", "two buses", 2), Role.PARTICIPANT)
    shown(bus)
    assert bus.seen_texts() == {"two buses"}


def test_nobody_learns_from_the_answer_that_a_card_is_about_to_go(bus):
    bus.do(take_back("a bus"), Role.PARTICIPANT)
    wrong = c.WithdrawCard(name("a bus"), key("another"), shown=True)
    assert refusal(bus.ask(wrong)) == Refusal.NOT_YOURS


@pytest.mark.parametrize("go_on", [Meeting.next, lambda m: m.back("Facts"), lambda m: m.do(c.EndWorkshop(m.run))])
def test_where_the_group_goes_on_what_waits_is_shown_with_that(bus, go_on):
    bus.do(edit("a bus", "a free bus"), Role.PARTICIPANT)
    go_on(bus)
    assert bus.seen_texts() == {"a free bus"}
    assert not bus.workshop.pending


def test_a_vote_opens_without_what_was_taken_back_and_with_the_words_as_they_were_changed(bus):
    bus.back("Ideas")
    for word in ("a boat", "a bench"):
        bus.add(word)
    bus.to("Pull")
    bus.do(edit("a bus", "a free bus"), Role.PARTICIPANT)
    bus.do(take_back("a boat"), Role.PARTICIPANT)
    opened = bus.open_ballot()
    ballot = bus.workshop.ballots[opened]
    assert set(ballot.options) == {f"card:{name('a bus')}", f"card:{name('a bench')}"}
    assert bus.workshop.cards[name("a bus")].text == "a free bus"


def test_of_a_writer_s_change_and_a_later_one_by_who_leads_the_later_one_stays(bus):
    bus.do(edit("a bus", "a free bus"), Role.PARTICIPANT)
    bus.do(c.RewordCard(name("a bus"), "a bus for all", 0))
    shown(bus)
    assert bus.seen_texts() == {"a bus for all"}


def test_what_was_taken_back_goes_also_when_whoever_leads_rewords_it(bus):
    bus.do(take_back("a bus"), Role.PARTICIPANT)
    bus.do(c.RewordCard(name("a bus"), "a bus for all", 0))
    shown(bus)
    assert bus.seen_texts() == set()


def test_a_card_that_is_about_to_go_may_be_grouped_and_leaves_its_group(bus):
    bus.to("Group")
    bus.do(take_back("a bus"), Role.PARTICIPANT)
    bus.do(c.AddGroup(name("g"), bus.run, "Rides"))
    bus.do(c.MoveCard(name("a bus"), name("g"), 0))
    shown(bus)
    assert bus.workshop.cards == {}
    assert name("a bus") in bus.workshop.gone


def test_a_change_to_a_signed_card_shows_at_once():
    meeting = Meeting().start()
    meeting.add("hello", CardKind.NOTE, signed="Ana")
    meeting.do(c.EditCard(name("hello"), key("hello"), 1, "hello all", "Ana", shown=True), Role.PARTICIPANT)
    assert meeting.seen_texts() == {"hello all"}
    meeting.do(take_back("hello"), Role.PARTICIPANT)
    assert meeting.seen_texts() == set()


def test_how_often_a_card_was_changed_before_it_was_out_is_told_to_nobody():
    meeting = Meeting().to("Ideas")
    for word in ("a bus", "a boat"):
        meeting.add(word)
    for number in (1, 2, 3):
        meeting.do(c.EditCard(name("a bus"), key("a bus"), number, f"bus {number}"), Role.PARTICIPANT)
    meeting.next()
    entries = [entry for entry_key, entry in meeting.seen().items() if entry_key.startswith("card:")]
    assert {entry.wording for entry in entries} == {0}
