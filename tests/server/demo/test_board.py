from server.demo.board import Board


def board(**more):
    workshop = {"state": "running", "run": "b", "shortlist": [], "phases": [{"title": "Ideas"}, {"title": "Dots"}]}
    runs = {
        "run:a": {"phase": 0, "round": 1, "stage": "write", "ballot": ""},
        "run:b": {"phase": 1, "round": 2, "stage": "vote", "ballot": "z"},
        "run:c": {"phase": 1, "round": 1, "stage": "result", "ballot": "y"},
    }
    return Board({"workshop": workshop | more, **runs})


def test_an_empty_view_has_no_step():
    empty = Board({})
    assert (empty.state, empty.run_id, empty.stage, empty.phase, empty.ballot) == ("", "", "", {}, {})
    assert empty.is_last is False
    assert empty.chosen == []


def test_the_step_that_goes_on_is_found():
    assert board().phase["title"] == "Dots"
    assert board().stage == "vote"
    assert board().is_last
    assert not board(run="a").is_last


def test_what_was_chosen_last_comes_first_and_open_votes_do_not_count():
    ballots = {
        "ballot:x": {"state": "closed", "run": "a", "chosen": ["card:1"]},
        "ballot:y": {"state": "closed", "run": "c", "chosen": ["card:2"]},
        "ballot:z": {"state": "open", "run": "b", "chosen": ["card:3"]},
    }
    assert Board({**board().view, **ballots}).chosen == ["card:2", "card:1"]


def test_without_a_choice_the_shortlist_counts():
    assert board(shortlist=["group:1"]).chosen == ["group:1"]


def test_cards_are_found_by_kind():
    cards = {"card:1": {"kind": "idea"}, "card:2": {"kind": "fact"}}
    assert Board({**board().view, **cards}).cards("idea") == [{"kind": "idea"}]
