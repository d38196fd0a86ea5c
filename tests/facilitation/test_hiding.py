"""A card that was hidden: a reason for all, the words for who leads, and nothing about its writer."""

import pytest

from facilitation import commands as c
from facilitation.agenda import CardKind
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.rules import Audience
from facilitation.states import BallotState, HideReason
from tests.meeting import Meeting, key, name, refusal


def option(word: str) -> str:
    return f"card:{name(word)}"


def shown(*words: str) -> Meeting:
    meeting = Meeting().to("Ideas")
    for word in words or ("bus", "tea"):
        meeting.add(word)
    return meeting.to("Group")


def hide(meeting: Meeting, word: str, version: int = 0, reason: HideReason = HideReason.PERSON) -> None:
    meeting.do(c.HideCard(name(word), reason, version))


def bring_back(meeting: Meeting, word: str, version: int = 1, wording: int = 0) -> None:
    meeting.do(c.ShowCard(name(word), version, wording))


def edit(meeting: Meeting, word: str, text: str, **more: str) -> object:
    return meeting.ask(c.EditCard(name(word), key(word), 1, text, shown=True, **more))


def entry(meeting: Meeting, word: str, audience: Audience = Audience.PARTICIPANT, kind: str = "card") -> object:
    return meeting.seen(audience).get(f"{kind}:{name(word)}")


@pytest.mark.parametrize("audience", [Audience.FACILITATOR, Audience.PARTICIPANT, Audience.SCREEN])
def test_everybody_sees_that_a_card_is_hidden_and_why_and_not_its_words(audience):
    meeting = shown()
    hide(meeting, "bus")
    seen = entry(meeting, "bus", audience)
    assert (seen.text, seen.hidden) == ("", HideReason.PERSON)


def test_the_words_of_a_hidden_card_are_for_who_leads_only():
    meeting = shown("a bus at noon")
    hide(meeting, "a bus at noon")
    assert entry(meeting, "a bus at noon", Audience.FACILITATOR, "hidden").text == "a bus at noon"
    for audience in (Audience.PARTICIPANT, Audience.SCREEN, Audience.RECORD):
        assert "a bus at noon" not in str(meeting.seen(audience))


def test_a_record_knows_how_many_cards_were_hidden_and_nothing_else_of_them():
    meeting = shown()
    hide(meeting, "bus")
    record = meeting.seen(Audience.RECORD)
    assert record["workshop"].hidden == 1
    assert name("bus") not in str(record)
    bring_back(meeting, "bus")
    assert meeting.seen(Audience.RECORD)["workshop"].hidden == 0
    assert meeting.seen_texts(Audience.RECORD) == {"bus", "tea"}


def test_a_card_that_is_brought_back_is_as_it_was():
    meeting = shown()
    before = entry(meeting, "bus")
    hide(meeting, "bus")
    bring_back(meeting, "bus")
    after = entry(meeting, "bus")
    assert (after.text, after.hidden, after.group) == (before.text, HideReason.NONE, before.group)
    assert not meeting.workshop.hidden


def test_the_name_on_a_signed_card_is_hidden_with_its_words_and_comes_back_with_them():
    meeting = Meeting().to("Hello")
    meeting.add("hello all", CardKind.NOTE, signed="Ana")
    hide(meeting, "hello all")
    assert "Ana" not in str(meeting.seen())
    assert entry(meeting, "hello all", Audience.FACILITATOR, "hidden").signed == "Ana"
    edit(meeting, "hello all", "hello everybody", signed="Ana")
    bring_back(meeting, "hello all", wording=1)
    assert (entry(meeting, "hello all").text, entry(meeting, "hello all").signed) == ("hello everybody", "Ana")


def test_a_name_can_be_taken_off_while_a_card_is_hidden_and_never_put_on():
    meeting = Meeting().to("Hello")
    meeting.add("hello all", CardKind.NOTE, signed="Ana")
    hide(meeting, "hello all")
    assert refusal(edit(meeting, "hello all", "hello", signed="Ben")) == Refusal.CANNOT_SIGN_LATER
    edit(meeting, "hello all", "hello", signed="")
    bring_back(meeting, "hello all", wording=1)
    assert entry(meeting, "hello all").signed == ""


def test_its_writer_rewords_a_hidden_card_which_stays_hidden_until_it_is_brought_back():
    meeting = shown()
    hide(meeting, "bus")
    edit(meeting, "bus", "a minibus")
    meeting.do(c.ShowChanges(), Role.ALARM)
    assert "a minibus" not in str(meeting.seen())
    assert entry(meeting, "bus", Audience.FACILITATOR, "hidden").text == "a minibus"
    bring_back(meeting, "bus", wording=1)
    assert entry(meeting, "bus").text == "a minibus"


def test_words_that_nobody_has_read_are_not_brought_back():
    meeting = shown()
    hide(meeting, "bus")
    edit(meeting, "bus", "worse than before")
    meeting.do(c.ShowChanges(), Role.ALARM)
    assert refusal(meeting.ask(c.ShowCard(name("bus"), 1, 0), Role.FACILITATOR)) == Refusal.SUPERSEDED
    assert "worse" not in str(meeting.seen())


def test_a_change_that_waits_for_its_tick_never_shows_the_words_of_a_card_hidden_meanwhile():
    meeting = shown()
    edit(meeting, "bus", "changed before")
    hide(meeting, "bus")
    assert "changed before" not in str(meeting.seen())
    edit_again = c.EditCard(name("bus"), key("bus"), 2, "changed after", shown=True)
    meeting.do(edit_again, Role.PARTICIPANT)
    meeting.do(c.ShowChanges(), Role.ALARM)
    assert "changed" not in str(meeting.seen())


def test_hiding_a_card_hurries_no_change_that_waits_so_that_nobody_can_be_watched_by_it():
    meeting = shown()
    edit(meeting, "tea", "two teas")
    hide(meeting, "bus")
    assert "two teas" not in str(meeting.seen(Audience.FACILITATOR))
    edit(meeting, "bus", "a minibus")
    bring_back(meeting, "bus")
    assert entry(meeting, "bus", Audience.FACILITATOR).text == "bus"


def test_a_hidden_card_that_is_taken_back_leaves_only_its_id():
    meeting = shown()
    hide(meeting, "bus")
    meeting.do(c.WithdrawCard(name("bus"), key("bus"), shown=True), Role.PARTICIPANT)
    meeting.do(c.ShowChanges(), Role.ALARM)
    assert not meeting.workshop.hidden
    assert name("bus") not in str(meeting.seen(Audience.FACILITATOR))
    assert meeting.seen(Audience.RECORD)["workshop"].hidden == 0


def test_only_a_card_that_is_shown_can_be_hidden():
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    answer = meeting.ask(c.HideCard(name("bus"), HideReason.HARM, 0), Role.FACILITATOR)
    assert refusal(answer) == Refusal.NO_SUCH_CARD


def test_only_who_leads_hides_and_a_reason_is_needed():
    meeting = shown()
    asked = c.HideCard(name("bus"), HideReason.HARM, 0)
    assert refusal(meeting.ask(asked, Role.PARTICIPANT)) == Refusal.WRONG_ROLE
    assert refusal(meeting.ask(c.ShowCard(name("bus"), 1, 0), Role.PARTICIPANT)) == Refusal.WRONG_ROLE
    nothing = c.HideCard(name("bus"), HideReason.NONE, 0)
    assert refusal(meeting.ask(nothing, Role.COFACILITATOR)) == Refusal.BAD_FIELD
    meeting.do(asked, Role.COFACILITATOR)


def test_of_two_who_lead_the_first_wins():
    meeting = shown()
    hide(meeting, "bus")
    other = c.HideCard(name("bus"), HideReason.HARM, 0)
    assert refusal(meeting.ask(other, Role.FACILITATOR)) == Refusal.SUPERSEDED
    meeting.do(c.HideCard(name("bus"), HideReason.HARM, 1))
    assert entry(meeting, "bus").hidden is HideReason.HARM
    assert entry(meeting, "bus", Audience.FACILITATOR, "hidden").text == "bus"


def test_a_hidden_card_is_no_option_is_on_no_shortlist_and_nothing_is_written_about_it():
    meeting = shown()
    meeting.do(c.SetShortlist((option("bus"), option("tea")), 0))
    hide(meeting, "bus")
    assert meeting.workshop.head.shortlist == (option("tea"),)
    meeting.to("Good")
    about = meeting.card("cheap", CardKind.BENEFIT, target=option("bus"))
    assert refusal(meeting.ask(about)) == Refusal.NO_SUCH_CARD
    meeting.to("Dots")
    assert meeting.workshop.ballots[meeting.open_ballot()].options == (option("tea"),)


def test_a_hidden_card_can_be_neither_moved_nor_reworded_by_others():
    meeting = shown()
    hide(meeting, "bus")
    moved = meeting.ask(c.MoveCard(name("bus"), "", 0))
    reworded = meeting.ask(c.RewordCard(name("bus"), "mine", 0), Role.FACILITATOR)
    assert refusal(moved) == refusal(reworded) == Refusal.CARD_HIDDEN


def test_a_group_stays_an_option_as_long_as_one_of_its_ideas_is_shown():
    meeting = shown("bus", "tea", "taxi")
    meeting.do(c.AddGroup(name("rides"), meeting.run, "Rides"), Role.PARTICIPANT)
    for word in ("bus", "taxi"):
        meeting.do(c.MoveCard(name(word), name("rides"), 0), Role.PARTICIPANT)
    meeting.to("Dots")
    ballot = meeting.open_ballot()
    hide(meeting, "bus")
    assert f"group:{name('rides')}" in meeting.workshop.ballots[ballot].options
    hide(meeting, "taxi")
    assert meeting.workshop.ballots[ballot].options == (option("tea"),)


def test_what_is_hidden_before_a_vote_opens_is_simply_no_option():
    meeting = shown().to("Dots")
    hide(meeting, "bus")
    draft = meeting.workshop.ballots[meeting.workshop.run.ballot]
    assert (draft.state, draft.options, draft.taken) == (BallotState.DRAFT, (option("tea"),), ())
    assert not meeting.workshop.clock.paused


def test_a_result_stays_when_one_of_its_options_is_hidden_afterwards():
    meeting = shown().to("Dots")
    ballot = meeting.open_ballot()
    for voter in ("Ana", "Ben", "Cai"):
        meeting.vote(voter, {option("bus"): 1})
    meeting.close_ballot()
    before = meeting.workshop.ballots[ballot]
    hide(meeting, "bus")
    assert meeting.workshop.ballots[ballot] == before


def test_cards_can_be_hidden_after_the_end_so_that_no_plan_holds_them():
    meeting = shown()
    meeting.do(c.EndWorkshop(meeting.run))
    hide(meeting, "bus")
    assert meeting.seen_texts(Audience.RECORD) == {"tea"}
