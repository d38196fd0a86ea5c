"""An open vote that is called off: nothing of it is counted, and it can be held anew."""

from facilitation import commands as c
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.states import BallotState
from tests.meeting import Meeting, name, refusal


def open_vote() -> tuple[Meeting, str]:
    meeting = Meeting().to("Ideas")
    for word in ("bus", "tea", "choir"):
        meeting.add(word)
    meeting.to("Dots")
    ballot = meeting.open_ballot()
    meeting.vote("Ana", {f"card:{name('bus')}": 1})
    return meeting, ballot


def call_off(meeting: Meeting) -> c.CallOffBallot:
    return c.CallOffBallot(meeting.run, meeting.workshop.clock.version)


def test_a_vote_that_is_called_off_leaves_no_votes_and_no_key_and_another_waits():
    meeting, ballot = open_vote()
    meeting.do(call_off(meeting))
    off = meeting.workshop.ballots[ballot]
    assert (off.state, off.private_key, off.totals) == (BallotState.VOID, "", {})
    assert not meeting.workshop.votes
    again = meeting.workshop.ballots[meeting.workshop.run.ballot]
    assert (again.state, again.options) == (BallotState.DRAFT, off.options)
    meeting.open_ballot()


def test_it_is_called_off_once_however_often_it_is_pressed():
    meeting, _ = open_vote()
    press = call_off(meeting)
    meeting.do(press)
    meeting.open_ballot()
    before = meeting.workshop
    assert refusal(meeting.ask(press, Role.FACILITATOR)) == Refusal.SUPERSEDED
    assert meeting.workshop is before


def test_a_vote_that_is_not_open_cannot_be_called_off_and_only_who_leads_can():
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    meeting.to("Dots")
    assert refusal(meeting.ask(call_off(meeting), Role.FACILITATOR)) == Refusal.BALLOT_NOT_OPEN
    meeting.open_ballot()
    assert refusal(meeting.ask(call_off(meeting))) == Refusal.WRONG_ROLE


def test_a_run_off_that_is_called_off_is_held_anew_between_the_same_options():
    meeting, _ = open_vote()
    for voter in ("Ben", "Cai"):
        meeting.vote(voter, {f"card:{name('tea')}": 1})
    meeting.close_ballot()
    ballot = meeting.workshop.ballots[meeting.workshop.run.ballot]
    assert ballot.tied
    meeting.do(c.SettleTie(meeting.run, ballot.id, c.Way.RUN_OFF))
    meeting.open_ballot()
    meeting.do(call_off(meeting))
    again = meeting.workshop.ballots[meeting.workshop.run.ballot]
    assert (again.run_off, again.options, again.budget) == (True, ballot.tied, 1)
    meeting.open_ballot()
