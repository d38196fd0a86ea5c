import pytest

from server.demo.ballot_paper import BallotPaper
from server.demo.calls import DeclinedError


@pytest.fixture
def vote(make_workshop):
    """A workshop in which a vote on three ideas can be opened."""
    opened = make_workshop()
    opened.to("Ideas")
    for number in range(3):
        opened.leader.write(opened.leader.board.run_id, "idea", f"Idea {number}")
    opened.to("What pulls you", "vote")
    return opened


def test_the_last_choice_before_the_close_counts_and_counts_once(vote):
    voter, *others = (vote.join() for _ in range(3))
    vote.open_vote(voter, *others)
    ballot = voter.board.ballot
    first, second, _ = ballot["options"]
    for other in others:
        other.wait(20, lambda board: board.ballot.get("state") == "open")
        assert BallotPaper(other, ballot["id"]).cast({})["status"] == "ok"
    paper = BallotPaper(voter, ballot["id"])
    assert paper.cast({first: 1})["status"] == "ok"
    assert paper.cast({second: 1})["status"] == "ok"
    vote.next()
    closed = vote.leader.board.ballot
    assert (closed["cast"], closed["totals"]) == (3, {first: 0, second: 1, ballot["options"][2]: 0})
    assert vote.leader.board.state == "running"


def test_more_than_one_has_to_give_is_declined(vote):
    voter = vote.join()
    vote.open_vote(voter)
    ballot = voter.board.ballot
    with pytest.raises(DeclinedError) as refused:
        BallotPaper(voter, ballot["id"]).cast({ballot["options"][0]: 2})
    assert refused.value.code == "over_cap"


def test_whoever_comes_later_is_let_in_by_the_facilitator(vote):
    voter, late = vote.join(), vote.join()
    vote.open_vote(voter)
    late.wait(20, lambda board: board.ballot.get("state") == "open")
    paper = BallotPaper(late, late.board.ballot["id"])
    with pytest.raises(DeclinedError) as refused:
        paper.cast({})
    assert refused.value.code == "not_on_roll"
    vote.leader.ask("LetIn", ballot=late.board.ballot["id"], seat=late.me["seat"])
    assert paper.cast({late.board.ballot["options"][0]: 1})["status"] == "ok"
