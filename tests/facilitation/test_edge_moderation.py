"""The cases of `facilitation/CASES.md` about keeping the room safe, as far as the rules alone decide them."""

from facilitation import commands as c
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.rules import Audience
from facilitation.states import BallotState, HideReason
from tests.meeting import Meeting, key, name, refusal


def option(word: str) -> str:
    return f"card:{name(word)}"


def hide(meeting: Meeting, word: str) -> None:
    meeting.do(c.HideCard(name(word), HideReason.PERSON, 0))


def voting() -> tuple[Meeting, str]:
    meeting = Meeting().to("Ideas")
    for word in ("bus", "tea", "choir", "garden"):
        meeting.add(word)
    meeting.to("Dots")
    ballot = meeting.open_ballot()
    meeting.vote("Ana", {option("bus"): 1, option("tea"): 1})
    meeting.vote("Ben", {option("bus"): 1})
    return meeting, ballot


def test_e31_a_card_hidden_on_an_open_vote_is_no_option_and_its_dots_are_free():
    meeting, ballot = voting()
    left = meeting.workshop.clock.ends_at - meeting.now
    hide(meeting, "bus")
    seen = meeting.seen()[f"ballot:{ballot}"]
    assert option("bus") not in seen.options
    assert seen.taken == (option("bus"),)
    assert sorted(vote.allocation == {} for vote in meeting.workshop.votes.values()) == [False, True]
    clock = meeting.seen()["clock"]
    assert (clock.paused, clock.left) == (True, left)
    assert refusal(meeting.vote("Cai", {option("bus"): 1})) == Refusal.NOT_AN_OPTION
    meeting.vote("Ben", {option("tea"): 1, option("choir"): 1}, rev=2)


def test_e31_the_vote_goes_on_when_who_leads_says_so_and_counts_what_is_left():
    meeting, ballot = voting()
    hide(meeting, "bus")
    meeting.do(c.ResumePhase(meeting.run, meeting.workshop.clock.version))
    meeting.vote("Ben", {option("tea"): 1}, rev=2)
    meeting.vote("Cai", {option("tea"): 1})
    meeting.close_ballot()
    closed = meeting.workshop.ballots[ballot]
    assert closed.totals == {option("tea"): 3, option("choir"): 0, option("garden"): 0}
    assert closed.cast == 3


def test_e31_the_close_that_was_announced_waits_until_who_leads_goes_on():
    meeting, ballot = voting()
    meeting.next()
    closing = meeting.run
    hide(meeting, "bus")
    meeting.now += meeting.pace.closing_ms
    meeting.do(c.CloseBallot(closing), Role.ALARM)
    assert meeting.workshop.ballots[ballot].state is BallotState.OPEN


def test_e31_or_the_vote_is_called_off_and_held_anew():
    meeting, ballot = voting()
    hide(meeting, "bus")
    meeting.do(c.CallOffBallot(meeting.run, meeting.workshop.clock.version))
    assert meeting.workshop.ballots[ballot].state is BallotState.VOID
    assert not meeting.workshop.votes
    again = meeting.open_ballot()
    assert option("bus") not in meeting.workshop.ballots[again].options


def test_e31_while_a_vote_is_open_nothing_is_put_together():
    meeting, _ballot = voting()
    assert refusal(meeting.ask(c.MoveCard(name("tea"), "", 0))) == Refusal.WRONG_PHASE


def test_e33_a_card_against_the_agreement_is_hidden_and_nobody_learns_who_wrote_it():
    meeting = Meeting().to("Ideas")
    meeting.add("about a person")
    meeting.to("Group")
    hide(meeting, "about a person")
    for audience in (Audience.PARTICIPANT, Audience.SCREEN):
        assert meeting.seen_texts(audience) == {""}
    verifier = meeting.workshop.cards[name("about a person")].verifier
    leads = str(meeting.seen(Audience.FACILITATOR))
    assert "about a person" in leads
    assert verifier not in leads


def test_e33_its_writer_rewords_it_and_who_leads_brings_it_back():
    meeting = Meeting().to("Ideas")
    meeting.add("about a person")
    meeting.to("Group")
    hide(meeting, "about a person")
    mended = c.EditCard(name("about a person"), key("about a person"), 1, "about the bus", shown=True)
    meeting.do(mended, Role.PARTICIPANT)
    meeting.do(c.ShowChanges(), Role.ALARM)
    assert meeting.seen_texts() == {""}
    meeting.do(c.ShowCard(name("about a person"), 1, 1))
    assert meeting.seen_texts() == {"about the bus"}


def test_e33_the_record_counts_what_was_hidden_without_the_words():
    meeting = Meeting().to("Ideas")
    meeting.add("about a person")
    meeting.to("Group")
    hide(meeting, "about a person")
    record = meeting.seen(Audience.RECORD)
    assert record["workshop"].hidden == 1
    assert "about a person" not in str(record)


def test_e34_nobody_is_singled_out_so_the_room_is_slowed_down_for_everybody():
    meeting = Meeting().to("Ideas")
    meeting.do(c.SlowRoom(slow=True, version=0))
    for audience in (Audience.FACILITATOR, Audience.PARTICIPANT, Audience.SCREEN):
        assert meeting.seen(audience)["workshop"].slow
