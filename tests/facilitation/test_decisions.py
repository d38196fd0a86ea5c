"""Decisions: in the group's own words."""

from facilitation import commands as c
from facilitation.refusals import Refusal
from tests.meeting import Meeting, name, refusal


def closing() -> Meeting:
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    return meeting.to("Close")


def test_a_decision_names_what_it_is_about():
    meeting = closing()
    meeting.do(c.AddDecision(name("d"), meeting.run, "We try the bus", (f"card:{name('bus')}",)))
    assert meeting.seen()[f"decision:{name('d')}"].options == (f"card:{name('bus')}",)


def test_a_decision_about_nothing_on_the_board_is_refused():
    meeting = closing()
    odd = c.AddDecision(name("d"), meeting.run, "We try it", (f"card:{name('nothing')}",))
    assert refusal(meeting.ask(odd)) == Refusal.NOT_AN_OPTION


def test_a_decision_changes_by_version_and_goes_for_good():
    meeting = closing()
    add = c.AddDecision(name("d"), meeting.run, "We try the bus")
    meeting.do(add)
    meeting.do(c.ChangeDecision(name("d"), "We try a bus in May", 0))
    assert refusal(meeting.ask(c.ChangeDecision(name("d"), "No", 0))) == "superseded"
    meeting.do(c.RemoveDecision(name("d")))
    assert meeting.ask(add) is meeting.workshop
    assert meeting.workshop.decisions == {}


def test_decisions_belong_to_phases_that_ask_for_them():
    meeting = Meeting().to("Group")
    add = c.AddDecision(name("d"), meeting.run, "Too soon")
    assert refusal(meeting.ask(add)) == Refusal.WRONG_PHASE
