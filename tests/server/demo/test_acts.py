import pytest

from facilitation.agenda import CardKind
from server.demo.acts import WRITES, acts
from server.demo.content import read_town

PATIENCE = 20.0
TOWN = read_town()


def play(opened, mind, title, stage=""):
    """Let one person do all that a step asks for."""
    opened.to(title, stage)
    run = opened.leader.board.run_id
    assert mind.device.wait(PATIENCE, lambda board: board.run_id == run)
    for breaths, _ in enumerate(acts(mind)):
        mind.device.wait(0.01)
        assert breaths < 300


def texts(opened, *kinds):
    return {card["text"] for card in opened.leader.board.cards(*kinds)}


@pytest.fixture
def hour(make_workshop):
    opened = make_workshop()
    return opened, opened.mind()


def test_ideas_are_written_and_worries_kept_without_anybody_seeing_either(hour):
    opened, mind = hour
    play(opened, mind, "Ideas")
    assert mind.kept
    assert texts(opened, "idea", "caution") == set()
    opened.next()
    assert texts(opened, "idea") == {text for _, text in TOWN.said("ideas")}
    assert texts(opened, "caution") == set()


def test_facts_and_gaps_are_told_apart(hour):
    opened, mind = hour
    play(opened, mind, "What we know")
    opened.next()
    assert texts(opened, "fact") == set(TOWN.facts)
    assert texts(opened, "gap") == set(TOWN.gaps)


def test_every_idea_finds_its_group(hour):
    opened, mind = hour
    play(opened, mind, "Ideas")
    play(opened, mind, "Like with like")
    names = {theme.name for theme in TOWN.themes}
    assert opened.leader.wait(PATIENCE, lambda board: all(card["group"] for card in board.cards("idea")))
    board = opened.leader.board
    assert {group["name"] for group in board.entries("group")} == names
    for card in board.cards("idea"):
        assert board.view[f"group:{card['group']}"]["name"] == TOWN.theme_of(card["text"]).name


def test_worries_and_ways_round_are_about_something_on_the_board(hour):
    opened, mind = hour
    for title, stage in (("Ideas", ""), ("Like with like", ""), ("What to watch", "check"), ("What to watch", "live")):
        play(opened, mind, title, stage)
    play(opened, mind, "Ways round")
    opened.next()
    fixes = opened.leader.board.cards("fix")
    assert {card["text"] for card in fixes} == {text for _, text in TOWN.said("fixes")}
    cautions = {f"card:{card['id']}" for card in opened.leader.board.cards("caution")}
    assert {card["target"] for card in fixes} <= cautions
    assert any(card["target"].startswith("group:") for card in opened.leader.board.cards("caution"))


def test_the_end_has_a_decision_actions_and_a_plan(hour):
    opened, mind = hour
    play(opened, mind, "Ideas")
    play(opened, mind, "What we do next")
    assert mind.device.wait(PATIENCE, lambda board: len(board.entries("plan")) == len(TOWN.plan))
    board = mind.device.board
    assert [one["text"] for one in board.entries("decision")] == [TOWN.themes[0].decision]
    assert {one["text"] for one in board.entries("action")} == {one.text for one in TOWN.themes[0].actions}
    assert {one["id"]: one["text"] for one in board.entries("plan")} == dict(TOWN.plan)


def test_while_others_read_or_wait_nobody_writes(hour):
    opened, mind = hour
    opened.to("Read the facts")
    assert mind.device.wait(PATIENCE, lambda board: board.stage == "read")
    assert list(acts(mind)) == []


def test_there_is_something_to_do_for_each_kind_that_an_agenda_may_collect():
    assert set(WRITES) == set(CardKind)
