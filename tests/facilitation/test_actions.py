"""Actions: what, who, by when; two people can fill in two fields at once."""

import pytest

from facilitation import commands as c
from facilitation.actions import is_due_date
from facilitation.commands import ActionField
from facilitation.refusals import Refusal
from facilitation.states import ActionStatus
from tests.meeting import Meeting, name, refusal


def closing() -> Meeting:
    meeting = Meeting().to("Close")
    meeting.do(c.AddAction(name("call"), meeting.run, "Call the bus company"))
    return meeting


def change(field: ActionField, value: str, version: int = 0) -> c.ChangeAction:
    return c.ChangeAction(name("call"), field, value, version)


def test_an_action_may_lack_owner_and_date():
    entry = closing().seen()[f"action:{name('call')}"]
    assert (entry.owner, entry.due) == ("", "")


def test_owner_and_date_can_be_filled_in_by_two_people_at_once():
    meeting = closing()
    meeting.do(change(ActionField.OWNER, "Ana"))
    meeting.do(change(ActionField.DUE, "2026-12-01"))
    meeting.do(change(ActionField.STATUS, "asked"))
    action = meeting.workshop.actions[name("call")]
    assert (action.owner, action.due, action.status) == ("Ana", "2026-12-01", ActionStatus.ASKED)


def test_the_same_field_by_two_people_goes_to_the_first():
    meeting = closing()
    meeting.do(change(ActionField.OWNER, "Ana"))
    assert refusal(meeting.ask(change(ActionField.OWNER, "Ben"))) == "superseded"
    assert meeting.ask(change(ActionField.OWNER, "Ana")) is meeting.workshop


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (ActionField.TEXT, "  "),
        (ActionField.OWNER, "A" * 61),
        (ActionField.DUE, "2026-02-30"),
        (ActionField.DUE, "soon"),
        (ActionField.STATUS, "maybe"),
    ],
)
def test_a_value_that_does_not_fit_its_field_is_refused(field, value):
    meeting = closing()
    before = meeting.workshop
    assert refusal(meeting.ask(change(field, value))) == Refusal.BAD_FIELD
    assert meeting.workshop is before


def test_a_due_date_is_a_day_of_the_calendar_or_empty():
    assert is_due_date("")
    assert is_due_date("2028-02-29")
    assert not is_due_date("20280229")


def test_an_action_taken_off_does_not_come_again():
    meeting = closing()
    add = c.AddAction(name("call"), meeting.run, "Call the bus company")
    meeting.do(c.RemoveAction(name("call")))
    assert meeting.ask(add) is meeting.workshop
    assert meeting.workshop.actions == {}


def test_a_field_of_the_plan_is_shared():
    meeting = closing()
    meeting.do(c.ChangePlan("problem", "Too many eat alone", 0))
    assert meeting.seen()["plan:problem"].text == "Too many eat alone"
    assert refusal(meeting.ask(c.ChangePlan("problem", "Other", 0))) == "superseded"
    meeting.do(c.ChangePlan("problem", "", 1))
    assert meeting.seen()["plan:problem"].text == ""


def test_a_plan_field_without_a_name_is_refused():
    assert refusal(closing().ask(c.ChangePlan("", "x", 0))) == Refusal.BAD_FIELD
