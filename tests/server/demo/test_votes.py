import pytest

from server.demo.votes import allocation, vote

PATIENCE = 20.0


@pytest.mark.parametrize(("budget", "cap"), [(1, 1), (3, 1), (5, 2), (6, 3)])
def test_nobody_gives_more_than_they_have(make_workshop, budget, cap):
    mind = make_workshop().mind()
    ballot = {"options": [f"card:{number}" for number in range(7)], "budget": budget, "cap": cap}
    for _ in range(50):
        given = allocation(ballot, mind)
        assert set(given) <= set(ballot["options"])
        assert all(1 <= dots <= cap for dots in given.values())
        assert sum(given.values()) == budget


def test_with_few_options_something_may_be_left_over(make_workshop):
    mind = make_workshop().mind()
    assert allocation({"options": ["card:1"], "budget": 3, "cap": 1}, mind) == {"card:1": 1}


def test_a_vote_is_counted(make_workshop):
    opened = make_workshop()
    mind = opened.mind()
    opened.to("Ideas")
    for number in range(3):
        opened.leader.write(opened.leader.board.run_id, "idea", f"Idea {number}")
    opened.to("What pulls you", "vote")
    assert list(vote(mind)) == [], "no vote is open yet"
    opened.open_vote(mind.device)
    assert len(list(vote(mind))) in {1, 2}
    opened.next()
    assert opened.leader.board.ballot["few"], "one alone is not told"
