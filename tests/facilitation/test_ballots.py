"""Ballots: a budget for each seat, a cap for each option, totals for nobody before close."""

import pytest

from facilitation import commands as c
from facilitation.ballots import dots_for, is_tie, suggested, too_close
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.rules import Audience
from facilitation.states import BallotState, Stage
from tests.meeting import Meeting, key, name, refusal

IDEAS = ("bus", "tea", "phone", "choir")


def at_dots(ideas=IDEAS) -> Meeting:
    meeting = Meeting().to("Ideas")
    for word in ideas:
        meeting.add(word)
    return meeting.to("Dots")


def option(word: str) -> str:
    return f"card:{name(word)}"


@pytest.mark.parametrize(
    ("options", "budget", "cap"),
    [(3, 1, 1), (4, 2, 1), (6, 2, 1), (9, 3, 1), (16, 4, 2), (25, 5, 2), (30, 5, 2), (60, 6, 2)],
)
def test_the_number_of_dots_follows_the_number_of_options(options, budget, cap):
    assert dots_for(options) == (budget, cap)


def test_a_ballot_waits_until_it_is_confirmed_who_is_here():
    meeting = at_dots()
    assert meeting.workshop.ballots[meeting.workshop.run.ballot].state is BallotState.DRAFT
    assert refusal(meeting.vote("Ana", {option("bus"): 1})) == Refusal.BALLOT_NOT_OPEN
    meeting.open_ballot()
    meeting.vote("Ana", {option("bus"): 1})
    assert len(meeting.workshop.votes) == 1


def test_groups_and_ideas_that_stand_alone_are_the_options():
    meeting = Meeting().to("Ideas")
    for word in IDEAS:
        meeting.add(word)
    meeting.to("Group")
    meeting.do(c.AddGroup(name("rides"), meeting.run, "Ways to get about"))
    meeting.do(c.AddGroup(name("empty"), meeting.run, "Nothing in it"))
    meeting.do(c.MoveCard(name("bus"), name("rides"), 0))
    meeting.to("Pull")
    ballot = meeting.workshop.ballots[meeting.workshop.run.ballot]
    expected = {f"group:{name('rides')}", option("tea"), option("phone"), option("choir")}
    assert set(ballot.options) == expected


def test_dots_over_the_budget_or_the_cap_or_beside_the_options_are_refused():
    meeting = at_dots()
    meeting.open_ballot()
    over = {option("bus"): 1, option("tea"): 1, option("phone"): 1}
    assert refusal(meeting.vote("Ana", over)) == Refusal.OVER_BUDGET
    assert refusal(meeting.vote("Ana", {option("bus"): 2})) == Refusal.OVER_CAP
    assert refusal(meeting.vote("Ana", {option("bus"): 0})) == Refusal.OVER_CAP
    assert refusal(meeting.vote("Ana", {option("car"): 1})) == Refusal.NOT_AN_OPTION
    assert meeting.workshop.votes == {}


def test_a_vote_can_be_changed_until_close_and_an_older_one_changes_nothing_e32b():
    meeting = at_dots()
    ballot_id = meeting.open_ballot()
    for other in ("Ben", "Cai"):
        meeting.vote(other, {})
    meeting.vote("Ana", {option("bus"): 1}, rev=1)
    meeting.vote("Ana", {option("tea"): 1}, rev=2)
    assert meeting.vote("Ana", {option("bus"): 1}, rev=1) is meeting.workshop
    meeting.close_ballot()
    assert meeting.workshop.ballots[ballot_id].totals[option("tea")] == 1
    assert meeting.workshop.ballots[ballot_id].totals[option("bus")] == 0


def test_dots_may_be_left_over_e32c():
    meeting = at_dots()
    ballot_id = meeting.open_ballot()
    assert meeting.workshop.ballots[ballot_id].budget > 1
    meeting.vote("Ana", {option("bus"): 1})
    meeting.vote("Ben", {})
    meeting.vote("Cai", {})
    meeting.close_ballot()
    assert meeting.workshop.ballots[ballot_id].totals[option("bus")] == 1
    assert meeting.workshop.ballots[ballot_id].cast == 3


def test_no_more_ballots_than_seats_are_counted_until_somebody_is_let_in():
    meeting = at_dots()
    ballot_id = meeting.open_ballot(seats=1)
    meeting.vote("Ana", {option("bus"): 1})
    assert refusal(meeting.vote("Ben", {option("bus"): 1})) == Refusal.NOT_ON_ROLL
    meeting.do(c.WidenRoll(ballot_id, 2), Role.SERVER)
    meeting.vote("Ben", {option("bus"): 1})
    assert len(meeting.workshop.votes) == 2


def test_nobody_sees_a_total_or_a_count_before_close_whoever_leads_neither_e32d():
    meeting = at_dots()
    ballot_id = meeting.open_ballot()
    before = {audience: meeting.seen(audience) for audience in Audience}
    for voter in ("Ana", "Ben", "Cai"):
        meeting.vote(voter, {option("bus"): 1})
    assert {audience: meeting.seen(audience) for audience in Audience} == before
    entry = meeting.seen()[f"ballot:{ballot_id}"]
    assert (entry.totals, entry.voters, entry.cast, entry.ranking) == ({}, {}, 0, ())


def test_after_close_totals_stay_and_votes_and_the_private_key_are_gone():
    meeting = at_dots()
    ballot_id = meeting.open_ballot()
    for voter in ("Ana", "Ben", "Cai"):
        meeting.vote(voter, {option("bus"): 1, option("tea"): 1})
    meeting.close_ballot()
    ballot = meeting.workshop.ballots[ballot_id]
    assert ballot.state is BallotState.CLOSED
    assert ballot.private_key == ""
    assert meeting.workshop.votes == {}
    assert meeting.workshop.run.stage is Stage.RESULT
    entry = meeting.seen(Audience.RECORD)[f"ballot:{ballot_id}"]
    assert entry.totals == {option("bus"): 3, option("tea"): 3, option("phone"): 0, option("choir"): 0}
    assert entry.cast == 3


@pytest.mark.parametrize("voters", [0, 1, 2])
def test_with_fewer_than_three_voters_nothing_of_how_they_voted_is_shown_or_kept_e32e(voters):
    entries = []
    for word in ("bus", "tea"):
        meeting = at_dots()
        ballot_id = meeting.open_ballot()
        for voter in ("Ana", "Ben")[:voters]:
            meeting.vote(voter, {option(word): 1})
        meeting.close_ballot()
        assert all(meeting.seen(audience)[f"ballot:{ballot_id}"].few for audience in Audience)
        entries.append([meeting.seen(audience) for audience in Audience])
        entries[-1].append(meeting.workshop.ballots[ballot_id])
    assert entries[0] == entries[1]


def test_closing_is_announced_ten_seconds_before_and_can_be_called_back():
    meeting = at_dots()
    meeting.open_ballot()
    press = c.NextPhase(meeting.run, meeting.workshop.clock.version)
    meeting.do(press)
    assert meeting.workshop.clock.closing_at == meeting.now + 10_000
    meeting.do(c.CloseBallot(meeting.run), Role.ALARM)
    assert meeting.workshop.run.stage is Stage.VOTE
    meeting.do(c.KeepBallotOpen(meeting.run, meeting.workshop.clock.version))
    assert refusal(meeting.ask(press, Role.FACILITATOR)) == "superseded"
    meeting.now += 60_000
    meeting.do(c.CloseBallot(meeting.run), Role.ALARM)
    assert meeting.workshop.run.stage is Stage.VOTE


def test_going_back_voids_an_open_ballot_and_frees_its_dots():
    meeting = at_dots()
    ballot_id = meeting.open_ballot()
    meeting.vote("Ana", {option("bus"): 1})
    meeting.back("Ways")
    ballot = meeting.workshop.ballots[ballot_id]
    assert (ballot.state, ballot.private_key) == (BallotState.VOID, "")
    assert meeting.workshop.votes == {}
    meeting.to("Dots")
    assert meeting.workshop.run.ballot != ballot_id


def test_a_closed_ballot_stays_as_history_and_a_new_one_is_needed():
    meeting = at_dots()
    ballot_id = meeting.open_ballot()
    meeting.close_ballot()
    meeting.back("Ways").to("Dots")
    assert meeting.workshop.ballots[ballot_id].state is BallotState.CLOSED
    assert meeting.workshop.run.ballot != ballot_id
    assert meeting.workshop.run.stage is Stage.VOTE


def test_a_ballot_without_options_does_not_open_and_can_be_passed_over():
    meeting = Meeting().to("Pull")
    run = meeting.workshop.run
    answer = meeting.ask(c.OpenBallot(run.id, run.ballot, 3, "p", "q"), Role.SERVER)
    assert refusal(answer) == Refusal.NOTHING_TO_VOTE_ON
    assert meeting.next().title == "Good"


def test_a_card_on_a_ballot_stays_as_it_is():
    meeting = at_dots()
    meeting.open_ballot()
    assert refusal(meeting.ask(c.WithdrawCard(name("bus"), key("bus"), shown=True))) == Refusal.ON_BALLOT
    edit = c.EditCard(name("bus"), key("bus"), 1, "a free bus", shown=True)
    assert refusal(meeting.ask(edit)) == Refusal.TOO_LATE_TO_EDIT
    reword = meeting.ask(c.RewordCard(name("bus"), "x", 0), Role.FACILITATOR)
    assert refusal(reword) == Refusal.ON_BALLOT


def test_picks_before_a_vote_suggest_the_shortlist_that_the_vote_then_uses():
    meeting = Meeting().to("Ideas")
    for word in ("a", "b", "c", "d", "e", "f", "g", "h"):
        meeting.add(word)
    meeting.to("Pull")
    meeting.open_ballot()
    for voter in ("Ana", "Ben", "Cai"):
        meeting.vote(voter, {option("a"): 1, option("b"): 1, option("c"): 1})
    meeting.close_ballot()
    assert set(meeting.workshop.head.shortlist) == {option("a"), option("b"), option("c")}
    meeting.to("Dots")
    ballot_id = meeting.open_ballot()
    assert set(meeting.workshop.ballots[ballot_id].options) == set(meeting.workshop.head.shortlist)


@pytest.mark.parametrize(
    ("top", "other", "tie"), [(10, 9, True), (10, 8, False), (39, 37, True), (39, 36, False), (1, 0, True)]
)
def test_a_practical_tie_is_one_dot_or_five_in_a_hundred(top, other, tie):
    assert is_tie(top, other) is tie


def test_an_option_without_a_dot_is_never_in_a_tie():
    assert too_close({"a": 1, "b": 0}) == ("a",)
    assert too_close({"a": 0}) == ()


def test_a_shortlist_never_splits_a_tie_by_order():
    flat = dict.fromkeys("abcdefghij", 1)
    assert set(suggested(flat)) == set(flat)
    steep = {**flat, "a": 5, "b": 5}
    assert set(suggested(steep)) == {"a", "b"}
    six = {"a": 5, "b": 4, "c": 3, "d": 2, "e": 1, "f": 1, "g": 0}
    assert set(suggested(six)) == set("abcdef")
