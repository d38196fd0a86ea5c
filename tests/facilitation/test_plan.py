"""The plan: what a group takes home, filled from the board."""

import pytest

from facilitation import commands as c
from facilitation.agenda import CardKind
from facilitation.plan import NOT_REVIEWED, STILL_GOING_ON, UNSIGNED, build_plan
from facilitation.plan_template import PlanField, PlanTemplate, Source
from facilitation.rules import Audience
from facilitation.states import HideReason
from tests import seaside
from tests.meeting import Meeting, name

FIELDS = (
    PlanField("problem", "The problem", required=True, source=Source.QUESTION),
    PlanField("evidence", "How we know", required=False, source=Source.FACTS),
    PlanField("solution", "The solution", required=True, source=Source.SOLUTION),
    PlanField("steps", "Key steps", required=True, source=Source.STEPS),
    PlanField("timeframe", "Over what time", required=True, source=Source.DATES),
    PlanField("who", "Who does what", required=True, source=Source.ACTIONS),
    PlanField("told", "How we tell people", required=True, source=Source.TYPED),
)
TEMPLATE = PlanTemplate("small", "Small plan", "To test with", FIELDS)


def plan(meeting, template=TEMPLATE):
    return build_plan(meeting.seen(Audience.RECORD), template, "2026-11-23")


def lines(made):
    return {section.id: section.lines for section in made.sections}


def action(meeting, word, owner="", due=""):
    meeting.do(c.AddAction(name(word), meeting.run, word, owner, due))


def test_the_head_says_what_when_and_by_which_agenda():
    made = plan(Meeting().to("Question"))
    assert (made.kind, made.title, made.agenda) == ("Small plan", "Lonely neighbours", "An hour")
    assert made.date == "23 November 2026"
    assert UNSIGNED in made.notes


def test_a_workshop_that_has_not_begun_leaves_everything_to_agree():
    made = plan(Meeting())
    assert made.to_agree == (
        "The problem",
        "The solution",
        "Key steps",
        "Over what time",
        "Who does what",
        "How we tell people",
    )
    assert all(section.lines == () for section in made.sections)
    assert NOT_REVIEWED in made.notes


def test_a_whole_hour_fills_the_plan_from_the_board():
    made = plan(seaside.hour())
    filled = lines(made)
    assert filled["problem"][0].startswith("How might we make winter less lonely")
    assert filled["problem"][0].endswith("(signed: Maureen)")
    assert len(filled["evidence"]) == 2
    assert filled["solution"][0] == "We try warm mornings first, until Easter."
    assert filled["solution"][1].startswith("Somewhere warm to meet: ")
    assert all(idea in filled["solution"][1] for idea in seaside.GROUPS["Somewhere warm to meet"])
    assert filled["steps"][0] == "Ask the chapel trustees for Tuesday and Thursday mornings"
    assert filled["timeframe"] == ("From 30 November 2026 to 11 December 2026",)
    assert filled["told"][0].startswith("A card through every door")
    assert made.gaps == ("How many people have nobody to ring on a Sunday?",)
    assert {one.name for one in made.options} == {*seaside.GROUPS, seaside.ALONE}
    assert [result.title for result in made.results] == ["What pulls you", "Dots"]
    assert [(one.text, one.options) for one in made.decisions] == [
        ("We try warm mornings first, until Easter.", ("Somewhere warm to meet",))
    ]
    assert made.to_agree == ("An owner and a date for: Make a rota for the kettle",)


def test_what_an_opening_step_noted_is_the_question_when_there_is_no_question_card():
    meeting = Meeting(agenda=seaside.agenda("quick-hats-20")).start()
    meeting.add("Who sits with whom at lunch?", CardKind.NOTE, signed="Ana")
    assert lines(plan(meeting))["problem"] == ("Who sits with whom at lunch? (signed: Ana)",)


def test_what_was_said_at_hello_is_not_taken_for_the_problem():
    meeting = Meeting().to("Hello")
    meeting.add("tired", CardKind.NOTE)
    meeting.next()
    assert lines(plan(meeting))["problem"] == ()


def test_what_was_chosen_by_vote_is_the_solution_until_a_decision_is_written():
    meeting = Meeting().to("Ideas")
    meeting.add("tea")
    meeting.add("bus")
    meeting.to("Dots")
    meeting.open_ballot()
    for voter in "ABC":
        meeting.vote(voter, {f"card:{name('bus')}": 1})
    meeting.close_ballot()
    assert lines(plan(meeting))["solution"] == ("bus",)
    meeting.to("Close")
    meeting.do(c.AddDecision(name("d"), meeting.run, "Tea after all.", (f"card:{name('tea')}",)))
    assert lines(plan(meeting))["solution"] == ("Tea after all.", "tea")


def test_what_people_typed_wins_over_the_board():
    meeting = Meeting().to("Facts")
    meeting.add("cold", CardKind.FACT)
    meeting.to("Close")
    action(meeting, "call the hall", "Ana", "2026-12-01")
    meeting.do(c.ChangePlan("steps", "First the hall, then the tea.", 0))
    meeting.do(c.ChangePlan("evidence", "We asked around.", 0))
    meeting.do(c.ChangePlan("told", "   ", 0))
    made = plan(meeting)
    assert lines(made)["steps"] == ("First the hall, then the tea.",)
    assert lines(made)["evidence"] == ("We asked around.",)
    assert [section.typed for section in made.sections if section.id in {"steps", "timeframe"}] == [True, False]
    assert made.facts == ("cold",), "what the board says is still printed"
    assert "How we tell people" in made.to_agree, "blanks are not an answer"


def test_facts_are_not_printed_twice():
    meeting = Meeting().to("Facts")
    meeting.add("cold", CardKind.FACT)
    meeting.next()
    assert (lines(plan(meeting))["evidence"], plan(meeting).facts) == (("cold",), ())
    without = PlanTemplate("none", "None", "To test with", FIELDS[:1])
    assert plan(meeting, without).facts == ("cold",)


def test_actions_without_an_owner_come_first_then_those_without_a_date_e41():
    meeting = Meeting().to("Close")
    action(meeting, "later", "Ana", "2026-12-09")
    action(meeting, "sooner", "Ben", "2026-12-01")
    action(meeting, "some day", "Cai")
    action(meeting, "somebody", "", "2026-12-01")
    made = plan(meeting)
    assert [task.what for task in made.tasks] == ["somebody", "some day", "sooner", "later"]
    assert "A date for: some day" in made.to_agree
    assert "An owner for: somebody" in made.to_agree
    assert "Who does what" not in made.to_agree


def test_an_owner_who_has_not_agreed_is_said_to_be_asked_e42():
    meeting = Meeting().to("Close")
    action(meeting, "call the hall", "Ana", "2026-12-01")
    meeting.do(c.ChangeAction(name("call the hall"), c.ActionField.STATUS, "asked", 0))
    assert plan(meeting).tasks[0].status == "Asked, not yet agreed"


def test_actions_that_nobody_has_taken_on_leave_open_who_does_what():
    meeting = Meeting().to("Close")
    action(meeting, "call the hall")
    assert "Who does what" in plan(meeting).to_agree


@pytest.mark.parametrize("kept", [True, False])
def test_a_workshop_that_ends_before_the_worries_says_so_whether_or_not_any_was_kept_e29(kept):
    meeting = Meeting().to("Ideas")
    if kept:
        meeting.keep("it floods")
    meeting.to("Good")
    meeting.do(c.EndWorkshop(meeting.run))
    made = plan(meeting)
    assert made.notes == (NOT_REVIEWED, UNSIGNED)
    assert "it floods" not in repr(made)


def test_whether_anything_was_kept_changes_nothing_in_the_plan_e29():
    plans = []
    for kept in (True, False):
        meeting = Meeting().to("Ideas")
        meeting.add("tea")
        if kept:
            meeting.keep("it floods")
        meeting.to("Good")
        plans.append(plan(meeting))
    assert plans[0] == plans[1]


def test_once_worries_were_shown_the_plan_does_not_say_otherwise():
    meeting = Meeting().to("Ideas")
    meeting.keep("it floods")
    meeting.to("Care")
    assert NOT_REVIEWED in plan(meeting).notes, "their writers are still looking at them"
    meeting.next()
    assert NOT_REVIEWED not in plan(meeting).notes
    meeting.back("Ideas")
    assert NOT_REVIEWED in plan(meeting).notes, "new worries are kept from here on"


def test_an_agenda_without_a_caution_phase_misses_no_critique():
    meeting = Meeting(agenda=seaside.agenda("initial-ideas-25")).start()
    assert plan(meeting).notes == (STILL_GOING_ON, UNSIGNED)


def test_only_those_who_signed_and_those_who_own_an_action_are_named_e40():
    meeting = Meeting().to("Facts")
    meeting.add("damp walls", CardKind.FACT, signed="Ana")
    meeting.add("cold hall", CardKind.FACT)
    meeting.to("Close")
    action(meeting, "call the hall", "Ben")
    made = plan(meeting)
    assert lines(made)["evidence"] == ("damp walls (signed: Ana)", "cold hall")
    assert [task.owner for task in made.tasks] == ["Ben"]


def test_sealed_cards_are_in_no_plan():
    meeting = Meeting().to("Ideas")
    meeting.add("an idea that nobody has seen")
    meeting.keep("a worry that nobody has seen")
    assert "that nobody has seen" not in repr(plan(meeting))


def test_a_plan_made_in_the_middle_says_so():
    meeting = Meeting().to("Facts")
    assert STILL_GOING_ON in plan(meeting).notes
    meeting.do(c.EndWorkshop(meeting.run))
    assert STILL_GOING_ON not in plan(meeting).notes


def test_what_was_hidden_is_counted_and_is_in_no_plan_e33():
    meeting = Meeting().to("Ideas")
    for word in ("bus", "tea", "about a person"):
        meeting.add(word)
    meeting.to("Good")
    meeting.add("spares her", CardKind.BENEFIT, target=f"card:{name('about a person')}")
    meeting.next()
    assert "hidden" not in str(plan(meeting))
    meeting.do(c.HideCard(name("about a person"), HideReason.PERSON, 0))
    made = plan(meeting)
    assert "about a person" not in str(made)
    assert "1 card was hidden by the facilitator." in made.notes
    meeting.do(c.HideCard(name("tea"), HideReason.PERSON, 0))
    assert "2 cards were hidden by the facilitator." in plan(meeting).notes
    assert [option.name for option in plan(meeting).options] == ["bus"]
