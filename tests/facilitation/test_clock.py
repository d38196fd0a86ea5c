"""The clock: a person's to extend, shorten and pause; it does nothing by itself."""

from facilitation import commands as c
from facilitation.agenda import CardKind
from facilitation.context import Role
from tests.meeting import Meeting, refusal

MINUTE = 60_000


def version(meeting: Meeting) -> int:
    return meeting.workshop.clock.version


def test_extending_adds_to_what_is_left():
    meeting = Meeting().start()
    meeting.do(c.ExtendPhase(meeting.run, version(meeting), 60))
    assert meeting.workshop.clock.ends_at == meeting.now + 5 * MINUTE


def test_extending_after_time_is_up_counts_from_now():
    meeting = Meeting().start()
    meeting.now += 10 * MINUTE
    meeting.do(c.ExtendPhase(meeting.run, version(meeting), 120))
    assert meeting.workshop.clock.ends_at == meeting.now + 2 * MINUTE


def test_shortening_never_goes_below_now():
    meeting = Meeting().start()
    meeting.do(c.ExtendPhase(meeting.run, version(meeting), -3600))
    assert meeting.workshop.clock.ends_at == meeting.now


def test_a_pause_keeps_what_is_left():
    meeting = Meeting().start()
    meeting.now += MINUTE
    meeting.do(c.PausePhase(meeting.run, version(meeting)))
    meeting.now += 20 * MINUTE
    assert meeting.workshop.clock.left == 3 * MINUTE
    meeting.do(c.ExtendPhase(meeting.run, version(meeting), 60))
    meeting.do(c.ResumePhase(meeting.run, version(meeting)))
    assert meeting.workshop.clock.ends_at == meeting.now + 4 * MINUTE


def test_pausing_what_is_paused_and_resuming_what_runs_change_nothing():
    meeting = Meeting().start()
    running = meeting.workshop
    assert meeting.ask(c.ResumePhase(meeting.run, version(meeting)), Role.FACILITATOR) is running
    paused = meeting.do(c.PausePhase(meeting.run, version(meeting)))
    assert meeting.ask(c.PausePhase(meeting.run, version(meeting)), Role.FACILITATOR) is paused


def test_two_people_who_extend_at_once_extend_once():
    meeting = Meeting().start()
    press = c.ExtendPhase(meeting.run, version(meeting), 60)
    meeting.do(press)
    assert refusal(meeting.ask(press, Role.FACILITATOR)) == "superseded"


def test_time_that_is_up_refuses_no_card_and_reveals_none():
    meeting = Meeting().to("Ideas")
    meeting.now += 60 * MINUTE
    meeting.add("written at the last moment", CardKind.IDEA)
    assert meeting.seen_texts() == set()


def test_pausing_while_a_vote_closes_keeps_it_open():
    meeting = Meeting().to("Ideas")
    meeting.add("a bus")
    meeting.to("Dots")
    meeting.open_ballot()
    meeting.next()
    meeting.do(c.PausePhase(meeting.run, version(meeting)))
    assert meeting.workshop.clock.closing_at == 0
