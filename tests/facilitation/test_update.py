"""`update`: twice is once, and a refusal changes nothing."""

from facilitation import commands as c
from facilitation.context import Role
from facilitation.refusals import Refused
from facilitation.update import update
from tests.meeting import Meeting, name


def test_the_same_input_gives_the_same_workshop():
    meeting = Meeting().to("Ideas")
    context = meeting.context(Role.FACILITATOR)
    press = c.NextPhase(meeting.run, meeting.workshop.clock.version)
    assert update(meeting.workshop, press, context) == update(meeting.workshop, press, context)


def test_a_command_done_before_is_answered_well_in_any_later_phase():
    meeting = Meeting().to("Ideas")
    add = meeting.card("bus")
    meeting.do(add, Role.PARTICIPANT)
    meeting.to("Close")
    assert meeting.ask(add) is meeting.workshop
    meeting.do(c.EndWorkshop(meeting.run))
    assert meeting.ask(add) is meeting.workshop


def test_a_refusal_says_why_in_a_sentence():
    meeting = Meeting().start()
    answer = meeting.ask(c.RemoveGroup(name("nothing")))
    assert isinstance(answer, Refused)
    assert answer.say.endswith((".", "?"))
