"""The board of a record, put in order."""

import pytest

from facilitation import commands as c
from facilitation.agenda import CardKind
from facilitation.board import FEW_VOTED, GONE, Board, Share, Worry
from facilitation.commands import Way
from facilitation.context import Role
from facilitation.rules import Audience
from tests.meeting import Meeting, name

IDEA, BENEFIT, CAUTION, FIX = CardKind.IDEA, CardKind.BENEFIT, CardKind.CAUTION, CardKind.FIX


def board(meeting):
    return Board(meeting.seen(Audience.RECORD))


def grouped(*ideas, group="Meeting"):
    """Ideas written and shown, the first two of them in a group."""
    meeting = Meeting().to("Ideas")
    for idea in ideas:
        meeting.add(idea)
    meeting.to("Group")
    meeting.do(c.AddGroup(name(group), meeting.run, group))
    for idea in ideas[:2]:
        meeting.do(c.MoveCard(name(idea), name(group), 0))
    return meeting


def vote(meeting, *ballots, seats=8):
    meeting.open_ballot(seats=seats)
    for number, allocation in enumerate(ballots):
        meeting.vote(f"voter {number}", allocation)
    meeting.close_ballot()


def option(meeting, label):
    return next(one for one in board(meeting).options() if one.name == label)


def test_without_a_workshop_there_is_no_board():
    with pytest.raises(ValueError, match="one workshop entry"):
        Board({})


def test_ideas_stand_in_their_groups_or_alone():
    meeting = grouped("tea", "cake", "bus")
    found = {one.name: one.ideas for one in board(meeting).options()}
    assert {label: set(ideas) for label, ideas in found.items()} == {"Meeting": {"tea", "cake"}, "bus": set()}


def test_an_idea_whose_group_was_unmade_stands_alone():
    meeting = grouped("tea", "cake", "bus")
    meeting.do(c.RemoveGroup(name("Meeting")))
    assert {one.name for one in board(meeting).options()} == {"tea", "cake", "bus"}


def test_benefits_cautions_and_fixes_stand_next_to_what_they_are_about():
    meeting = grouped("tea", "cake", "bus").to("Good")
    meeting.add("warm", BENEFIT, target=f"group:{name('Meeting')}")
    meeting.add("sweet", BENEFIT, target=f"card:{name('cake')}")
    meeting.add("free", BENEFIT, target=f"card:{name('bus')}")
    meeting.to("Care")
    meeting.next()
    meeting.add("late at night", CAUTION, target=f"card:{name('bus')}")
    meeting.add("we are tired", CAUTION)
    meeting.next()
    meeting.add("a taxi", FIX, target=f"card:{name('late at night')}")
    meeting.add("a timetable", FIX, target=f"card:{name('bus')}")
    meeting.add("a rest", FIX, target=f"card:{name('we are tired')}")
    meeting.next()
    bus, group = option(meeting, "bus"), option(meeting, "Meeting")
    assert set(group.benefits) == {"warm", "sweet (about: cake)"}
    assert (bus.benefits, bus.fixes) == (("free",), ("a timetable",))
    assert bus.cautions == (Worry("late at night", ("a taxi",)),)
    rest = board(meeting).rest()
    assert (rest.benefits, rest.cautions, rest.fixes) == ((), (Worry("we are tired", ("a rest",)),), ())


def test_every_card_of_a_kind_is_printed_exactly_once():
    meeting = grouped("tea", "cake", "bus").to("Good")
    for number in range(12):
        targets = ["", f"group:{name('Meeting')}", f"card:{name('cake')}", f"card:{name('bus')}"]
        meeting.add(f"good {number}", BENEFIT, target=targets[number % 4])
    meeting.to("Care")
    there = board(meeting)
    printed = [line.partition(" (")[0] for one in (*there.options(), there.rest()) for line in one.benefits]
    assert sorted(printed) == sorted(f"good {number}" for number in range(12))


def test_the_chosen_option_comes_first_then_the_others_by_their_totals():
    meeting = grouped("tea", "cake", "bus", "choir").to("Pull")
    bus, choir = f"card:{name('bus')}", f"card:{name('choir')}"
    vote(meeting, {bus: 1}, {bus: 1}, {bus: 1, choir: 1})
    assert [one.name for one in board(meeting).options()] == ["bus", "choir", "Meeting"]
    meeting.to("Close")
    meeting.do(c.AddDecision(name("d"), meeting.run, "We sing.", (choir,)))
    assert [(one.name, one.chosen) for one in board(meeting).options()] == [
        ("choir", True),
        ("bus", False),
        ("Meeting", False),
    ]


def test_a_result_has_its_totals_and_how_many_voted():
    meeting = grouped("tea", "cake", "bus").to("Dots")
    bus = f"card:{name('bus')}"
    vote(meeting, {bus: 1}, {bus: 1}, {bus: 1})
    (result,) = board(meeting).results()
    assert (result.title, result.unit, result.turnout) == ("Dots", "Dots", "3 of 8 people voted.")
    assert result.shares == (Share("bus", 3, 3), Share("Meeting", 0, 0))
    assert result.outcome == "Chosen: bus"


def test_with_fewer_than_three_voters_nothing_is_told_but_that():
    told = []
    for ballots in ([], [{"bus": 1}], [{"bus": 1}, {"bus": 1}], [{"bus": 1}, {}]):
        meeting = grouped("tea", "cake", "bus").to("Dots")
        vote(meeting, *({f"card:{name(word)}": dots for word, dots in one.items()} for one in ballots))
        (result,) = board(meeting).results()
        told.append(result)
        assert result.turnout == FEW_VOTED
        assert not any(letter.isdigit() for letter in result.turnout + result.outcome)
        assert not any(option.chosen for option in board(meeting).options())
    assert all(one == told[0] for one in told)


def test_a_result_too_close_to_call_says_how_it_was_settled():
    outcomes = {}
    for way in (None, Way.TAKE_BOTH, Way.RUN_OFF, Way.CHOOSE):
        meeting = grouped("tea", "cake", "bus").to("Dots")
        bus, group = f"card:{name('bus')}", f"group:{name('Meeting')}"
        vote(meeting, {bus: 1}, {bus: 1}, {group: 1}, {group: 1})
        ballot = meeting.workshop.run.ballot
        if way is Way.CHOOSE:
            meeting.do(c.SettleTie(meeting.run, ballot, Way.TALK))
        if way is not None:
            meeting.do(c.SettleTie(meeting.run, ballot, way, bus if way is Way.CHOOSE else ""))
        if way is Way.RUN_OFF:
            vote(meeting, {bus: 1}, {bus: 1}, {bus: 1})
            assert [one.title for one in board(meeting).results()] == ["Dots", "Dots: run-off"]
        outcomes[way] = board(meeting).results()[0].outcome
    assert outcomes[None].startswith("Too close to call: ")
    assert outcomes[Way.TAKE_BOTH].startswith("Too close to call, so the group took them together: ")
    assert outcomes[Way.RUN_OFF] == "Too close to call, so there was a run-off."
    assert outcomes[Way.CHOOSE] == "Too close to call. After talking, the group chose: bus"


def test_a_ballot_that_is_open_or_was_called_off_is_no_result():
    meeting = grouped("tea", "cake", "bus").to("Dots")
    meeting.open_ballot()
    assert board(meeting).results() == ()
    meeting.back("Group")
    assert board(meeting).results() == ()


def test_what_a_reference_no_longer_finds_is_said_to_be_gone():
    assert board(Meeting()).name(f"card:{name('nothing')}") == GONE


def test_a_name_stands_only_where_its_owner_put_it():
    meeting = Meeting().to("Facts")
    meeting.add("cold", CardKind.FACT, signed="Ana")
    meeting.ask(meeting.card("damp", CardKind.FACT), Role.PARTICIPANT)
    meeting.next()
    assert {card.text: card.signed for card in board(meeting).collected(CardKind.FACT)} == {"cold": "Ana", "damp": ""}
