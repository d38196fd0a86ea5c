"""Cards: written at the same moment, unsigned, and changed by who holds the key."""

import pytest

from facilitation import commands as c
from facilitation.agenda import CardKind
from facilitation.cards import verifier_of
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.rules import Audience
from tests.meeting import Meeting, key, name, refusal


def test_a_card_written_twice_is_there_once():
    meeting = Meeting().to("Ideas")
    add = meeting.card("a bus")
    once = meeting.do(add, Role.PARTICIPANT)
    assert meeting.ask(add) is once


def test_a_card_that_was_taken_back_does_not_come_again():
    meeting = Meeting().to("Ideas")
    add = meeting.card("a bus")
    meeting.do(add)
    meeting.do(c.WithdrawCard(name("a bus"), key("a bus")))
    assert meeting.ask(add) is meeting.workshop
    assert meeting.workshop.cards == {}


def test_only_the_edit_key_opens_a_card():
    meeting = Meeting().to("Ideas")
    meeting.add("a bus")
    wrong = key("another")
    assert refusal(meeting.ask(c.EditCard(name("a bus"), wrong, 1, "x"))) == Refusal.NOT_YOURS
    assert refusal(meeting.ask(c.WithdrawCard(name("a bus"), wrong))) == Refusal.NOT_YOURS
    as_leader = meeting.ask(c.EditCard(name("a bus"), wrong, 1, "x"), Role.FACILITATOR)
    assert refusal(as_leader) == Refusal.NOT_YOURS


def test_an_older_edit_that_comes_again_changes_nothing():
    meeting = Meeting().to("Ideas")
    meeting.add("a bus")
    first = c.EditCard(name("a bus"), key("a bus"), 1, "a small bus")
    second = c.EditCard(name("a bus"), key("a bus"), 2, "a free bus")
    meeting.do(first)
    meeting.do(second)
    assert meeting.ask(first) is meeting.workshop
    assert meeting.workshop.cards[name("a bus")].text == "a free bus"


@pytest.mark.parametrize(
    ("phase", "kind", "signed", "code"),
    [
        ("Ideas", CardKind.FACT, "", Refusal.WRONG_KIND),
        ("Ideas", CardKind.THEME, "", Refusal.WRONG_KIND),
        ("Ideas", CardKind.IDEA, "Ana", Refusal.UNSIGNED_ONLY),
        ("Question", CardKind.QUESTION, " ", Refusal.NAME_NEEDED),
        ("Group", CardKind.IDEA, "", Refusal.WRONG_KIND),
        ("Pull", CardKind.IDEA, "", Refusal.WRONG_PHASE),
    ],
)
def test_a_card_that_the_phase_does_not_ask_for_is_refused(phase, kind, signed, code):
    meeting = Meeting().to(phase)
    before = meeting.workshop
    assert refusal(meeting.ask(meeting.card("odd", kind, signed=signed))) == code
    assert meeting.workshop is before


def test_a_signature_can_be_taken_off_and_never_put_on():
    meeting = Meeting().to("Facts")
    meeting.add("signed fact", CardKind.FACT, signed="Ana")
    meeting.add("bare fact", CardKind.FACT)
    put_on = c.EditCard(name("bare fact"), key("bare fact"), 1, "bare fact", "Ana")
    assert refusal(meeting.ask(put_on)) == Refusal.CANNOT_SIGN_LATER
    meeting.do(c.EditCard(name("signed fact"), key("signed fact"), 1, "signed fact", ""))
    meeting.next()
    assert meeting.seen()[f"card:{name('signed fact')}"].signed == ""


def test_a_signed_card_in_a_live_phase_is_out_at_once_and_an_unsigned_one_waits():
    meeting = Meeting().start()
    meeting.add("hello", CardKind.NOTE, signed="Ana")
    meeting.add("hi", CardKind.NOTE)
    assert meeting.seen_texts() == {"hello"}


def test_three_unsigned_live_cards_appear_together_at_the_next_tick():
    meeting = Meeting().start()
    for word in ("one", "two"):
        meeting.add(word, CardKind.NOTE)
    meeting.do(c.ReleaseBatch(meeting.run, 1), Role.ALARM)
    assert meeting.seen_texts() == set()
    meeting.add("three", CardKind.NOTE)
    meeting.do(c.ReleaseBatch(meeting.run, 2), Role.ALARM)
    assert meeting.seen_texts() == {"one", "two", "three"}


def test_a_lone_unsigned_live_card_waits_three_ticks_whenever_it_was_sent():
    meeting = Meeting().start()
    for tick in range(1, 6):
        meeting.do(c.ReleaseBatch(meeting.run, tick), Role.ALARM)
    meeting.add("lone", CardKind.NOTE)
    shown = []
    for tick in range(6, 9):
        meeting.do(c.ReleaseBatch(meeting.run, tick), Role.ALARM)
        shown.append("lone" in meeting.seen_texts())
    assert shown == [False, False, True]


def test_a_tick_that_has_been_releases_nothing_again():
    meeting = Meeting().start()
    for word in ("one", "two", "three"):
        meeting.add(word, CardKind.NOTE)
    meeting.do(c.ReleaseBatch(meeting.run, 1), Role.ALARM)
    for word in ("four", "five", "six"):
        meeting.add(word, CardKind.NOTE)
    meeting.do(c.ReleaseBatch(meeting.run, 1), Role.ALARM)
    assert meeting.seen_texts() == {"one", "two", "three"}


def test_a_name_of_blanks_is_no_signature():
    meeting = Meeting().start()
    meeting.add("hi", CardKind.NOTE, signed="  ")
    assert meeting.seen_texts() == set()


def test_a_change_meant_for_an_unseen_card_does_not_land_on_one_that_came_out():
    meeting = Meeting().to("Ideas")
    meeting.add("a bus")
    edit = c.EditCard(name("a bus"), key("a bus"), 1, "a free bus")
    take_back = c.WithdrawCard(name("a bus"), key("a bus"))
    meeting.next()
    assert refusal(meeting.ask(edit)) == Refusal.RUN_OVER
    assert refusal(meeting.ask(take_back)) == Refusal.RUN_OVER
    assert meeting.seen_texts() == {"a bus"}
    meeting.do(c.EditCard(name("a bus"), key("a bus"), 1, "a free bus", shown=True))
    meeting.do(c.ShowChanges(), Role.ALARM)
    assert meeting.seen_texts() == {"a free bus"}


def test_an_idea_in_a_group_that_was_voted_on_stays():
    meeting = Meeting().to("Ideas")
    meeting.add("a bus")
    meeting.to("Group")
    meeting.do(c.AddGroup(name("g"), meeting.run, "Rides"))
    meeting.do(c.MoveCard(name("a bus"), name("g"), 0))
    meeting.to("Pull")
    meeting.open_ballot()
    take_back = c.WithdrawCard(name("a bus"), key("a bus"), shown=True)
    assert refusal(meeting.ask(take_back)) == Refusal.ON_BALLOT
    reword = meeting.ask(c.RewordCard(name("a bus"), "x", 0), Role.FACILITATOR)
    assert refusal(reword) == Refusal.ON_BALLOT


def test_what_waits_in_a_live_run_is_shown_when_the_run_is_left():
    meeting = Meeting().start()
    meeting.add("hi", CardKind.NOTE)
    meeting.next()
    assert meeting.seen_texts() == {"hi"}


def test_a_card_can_only_be_about_what_everybody_sees():
    meeting = Meeting().to("Ideas")
    meeting.add("hidden idea")
    about = f"card:{name('hidden idea')}"
    worry = meeting.card("worry", CardKind.CAUTION, run=meeting.workshop.head.worry_run, target=about)
    assert refusal(meeting.ask(worry)) == Refusal.NO_SUCH_CARD
    meeting.next()
    meeting.do(worry, Role.PARTICIPANT)


def test_a_facilitator_rewords_only_what_is_out():
    meeting = Meeting().to("Ideas")
    meeting.add("a buss")
    reword = c.RewordCard(name("a buss"), "a bus", 0)
    assert refusal(meeting.ask(reword, Role.FACILITATOR)) == Refusal.NO_SUCH_CARD
    meeting.next()
    assert refusal(meeting.ask(reword)) == Refusal.WRONG_ROLE
    meeting.do(reword)
    assert meeting.seen_texts(Audience.RECORD) == {"a bus"}
    assert refusal(meeting.ask(c.RewordCard(name("a buss"), "x", 0), Role.FACILITATOR)) == "superseded"


def test_blank_words_are_refused():
    meeting = Meeting().to("Ideas")
    assert refusal(meeting.ask(meeting.card("blank", text="  \n "))) == Refusal.BAD_FIELD


def test_the_verifier_is_bound_to_the_workshop():
    assert verifier_of("a", "k") != verifier_of("b", "k")


def test_what_a_run_holds_unseen_counts_towards_nobody_s_limit(monkeypatch):
    monkeypatch.setattr("facilitation.cards.MAX_OUT", 2)
    meeting = Meeting().to("Ideas")
    for word in ("one", "two", "three"):
        meeting.add(word)
    meeting.next()
    assert refusal(meeting.ask(meeting.card("four"))) == Refusal.BOARD_FULL
