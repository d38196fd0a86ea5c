"""The alarm carries out a person's act, or an agenda that says so."""

from dataclasses import replace

from facilitation import commands as c
from facilitation.agenda import Advance
from facilitation.alarm import due
from facilitation.context import Role
from tests.meeting import HOUR, Meeting


def test_nothing_is_due_by_itself():
    meeting = Meeting()
    assert due(meeting.workshop, meeting.pace) is None
    meeting.to("Ideas")
    assert due(meeting.workshop, meeting.pace) is None


def test_a_vote_that_is_closing_is_due_ten_seconds_later():
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    meeting.to("Dots")
    meeting.open_ballot()
    meeting.next()
    assert due(meeting.workshop, meeting.pace) == (meeting.now + 10_000, c.CloseBallot(meeting.run))


def test_a_phase_that_the_agenda_lets_the_clock_end_is_due_after_the_grace():
    phases = tuple(replace(phase, advance=Advance.CLOCK) for phase in HOUR.phases)
    meeting = Meeting(agenda=replace(HOUR, phases=phases)).start()
    at, command = due(meeting.workshop, meeting.pace)
    assert at == meeting.now + 4 * 60_000 + 30_000
    meeting.do(command, Role.ALARM)
    assert meeting.title == "Question"
    meeting.do(c.PausePhase(meeting.run, meeting.workshop.clock.version))
    assert due(meeting.workshop, meeting.pace) is None


def test_no_clock_ends_a_vote_or_a_check():
    phases = tuple(replace(phase, advance=Advance.CLOCK) for phase in HOUR.phases)
    meeting = Meeting(agenda=replace(HOUR, phases=phases)).to("Pull")
    assert due(meeting.workshop, meeting.pace) is None
    meeting.to("Care")
    assert due(meeting.workshop, meeting.pace) is None
