"""A result too close to call: take both, vote again with one dot, or talk two minutes."""

from facilitation import commands as c
from facilitation.commands import Way
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.states import BallotMethod, BallotState, Outcome, Stage
from tests.meeting import Meeting, name, refusal


def option(word: str) -> str:
    return f"card:{name(word)}"


def tied() -> tuple[Meeting, str]:
    meeting = Meeting().to("Ideas")
    for word in ("bus", "tea", "phone", "choir"):
        meeting.add(word)
    meeting.to("Dots")
    ballot = meeting.open_ballot()
    for voter in ("Ana", "Ben", "Cai"):
        meeting.vote(voter, {option("bus"): 1, option("tea"): 1})
    meeting.close_ballot()
    return meeting, ballot


def settle(meeting: Meeting, ballot: str, way: Way, chosen: str = "") -> object:
    return meeting.ask(c.SettleTie(meeting.run, ballot, way, chosen), Role.FACILITATOR)


def test_two_leaders_are_named_and_neither_wins_by_order():
    meeting, ballot = tied()
    assert set(meeting.workshop.ballots[ballot].tied) == {option("bus"), option("tea")}
    assert meeting.workshop.ballots[ballot].chosen == ()


def test_a_clear_winner_is_chosen_and_there_is_no_tie_to_settle():
    meeting = Meeting().to("Ideas")
    for word in ("bus", "tea", "phone"):
        meeting.add(word)
    meeting.to("Dots")
    ballot = meeting.open_ballot()
    for voter in ("Ana", "Ben", "Cai"):
        meeting.vote(voter, {option("bus"): 1})
    meeting.close_ballot()
    assert meeting.workshop.ballots[ballot].chosen == (option("bus"),)
    assert refusal(settle(meeting, ballot, Way.TAKE_BOTH)) == Refusal.NO_TIE


def test_take_both_takes_both():
    meeting, ballot = tied()
    settle(meeting, ballot, Way.TAKE_BOTH)
    after = meeting.workshop.ballots[ballot]
    assert (after.outcome, set(after.chosen)) == (Outcome.TAKE_BOTH, {option("bus"), option("tea")})
    assert settle(meeting, ballot, Way.TAKE_BOTH) is meeting.workshop
    assert refusal(settle(meeting, ballot, Way.RUN_OFF)) == "superseded"


def test_a_run_off_is_a_new_ballot_with_one_dot_among_the_tied():
    meeting, ballot = tied()
    settle(meeting, ballot, Way.RUN_OFF)
    assert meeting.workshop.run.stage is Stage.VOTE
    again = meeting.workshop.ballots[meeting.workshop.run.ballot]
    assert again.state is BallotState.DRAFT
    assert (again.method, again.budget, again.cap) == (BallotMethod.DOTS, 1, 1)
    meeting.open_ballot()
    for voter in ("Ana", "Ben", "Cai"):
        meeting.vote(voter, {option("tea"): 1})
    meeting.close_ballot()
    assert meeting.workshop.ballots[again.id].chosen == (option("tea"),)
    assert meeting.workshop.ballots[ballot].state is BallotState.CLOSED
    assert meeting.next().title == "Close"


def test_after_two_minutes_of_talk_the_group_chooses_one():
    meeting, ballot = tied()
    assert refusal(settle(meeting, ballot, Way.CHOOSE, option("tea"))) == Refusal.TALK_FIRST
    settle(meeting, ballot, Way.TALK)
    assert meeting.workshop.clock.ends_at == meeting.now + 120_000
    assert settle(meeting, ballot, Way.TALK) is meeting.workshop
    assert refusal(settle(meeting, ballot, Way.CHOOSE, option("choir"))) == Refusal.NOT_AN_OPTION
    settle(meeting, ballot, Way.CHOOSE, option("tea"))
    assert meeting.workshop.ballots[ballot].chosen == (option("tea"),)


def test_where_few_voted_the_group_talks_and_then_chooses_any_of_the_options_e32e():
    meeting = Meeting().to("Ideas")
    for word in ("bus", "tea", "phone", "choir"):
        meeting.add(word)
    meeting.to("Dots")
    ballot = meeting.open_ballot()
    meeting.vote("Ana", {option("bus"): 1})
    meeting.close_ballot()
    for way in (Way.TAKE_BOTH, Way.RUN_OFF):
        assert refusal(settle(meeting, ballot, way)) == Refusal.NO_TIE
    assert refusal(settle(meeting, ballot, Way.CHOOSE, option("tea"))) == Refusal.TALK_FIRST
    settle(meeting, ballot, Way.TALK)
    settle(meeting, ballot, Way.CHOOSE, option("tea"))
    assert meeting.seen()[f"ballot:{ballot}"].chosen == (option("tea"),)


def test_where_few_voted_on_what_to_look_at_nothing_is_chosen_yet():
    meeting = Meeting().to("Ideas")
    for word in ("bus", "tea", "phone", "choir"):
        meeting.add(word)
    meeting.to("Pull")
    ballot = meeting.open_ballot()
    meeting.close_ballot()
    assert refusal(settle(meeting, ballot, Way.TALK)) == Refusal.NO_TIE


def test_only_facilitators_settle_a_tie():
    meeting, ballot = tied()
    answer = meeting.ask(c.SettleTie(meeting.run, ballot, Way.TAKE_BOTH))
    assert refusal(answer) == Refusal.WRONG_ROLE
