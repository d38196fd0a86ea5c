"""The two tables say no to everything that does not stand in them."""

from facilitation import commands as c
from facilitation.agenda import Advance
from facilitation.commands import INTERNAL, WIRE
from facilitation.context import Role
from facilitation.records import RECORDS
from facilitation.refusals import Refusal
from facilitation.rules import MAY, SEES, Audience, batching, hides, may, may_export, shows_at_once, who_sees
from facilitation.update import ACTS
from tests.meeting import Meeting


def test_every_command_stands_in_the_first_table_and_has_an_act():
    commands = {*WIRE.values(), *INTERNAL.values()}
    assert set(MAY) == set(ACTS) == commands


def test_what_only_the_server_sends_is_nobody_else_s_to_ask():
    people = {Role.FACILITATOR, Role.PARTICIPANT, Role.SCREEN}
    assert all(not (MAY[command].who & people) for command in INTERNAL.values())


def test_the_screen_may_ask_for_nothing():
    assert all(Role.SCREEN not in line.who for line in MAY.values())


def test_every_kind_of_record_stands_in_the_second_table():
    assert set(RECORDS) <= {kind for kind, _out in SEES}


def test_what_is_not_in_the_table_is_seen_by_nobody():
    assert not who_sees("diary", out=True)
    assert not who_sees("card", out=False)
    for kind in ("vote", "gone"):
        assert not any(who_sees(kind, out=out) for out in (True, False))


def test_the_record_sees_nothing_that_participants_do_not_see():
    for audiences in SEES.values():
        assert Audience.RECORD not in audiences or Audience.PARTICIPANT in audiences


def test_a_command_that_is_in_no_table_is_refused():
    answer = may(Meeting().workshop, object(), Role.FACILITATOR)  # type: ignore[arg-type]
    assert answer is not None
    assert answer.code is Refusal.UNKNOWN_COMMAND


def test_before_the_start_only_what_needs_no_phase_is_allowed():
    meeting = Meeting()
    answer = may(meeting.workshop, c.RenameWorkshop("x", 0), Role.FACILITATOR)
    assert answer is None
    refusal = may(meeting.workshop, c.ExtendPhase("", 0, 60), Role.FACILITATOR)
    assert refusal is not None
    assert refusal.code is Refusal.WORKSHOP_WAITING


def test_unsigned_cards_gather_in_live_phases_that_take_cards():
    meeting = Meeting().start()
    gathering = {meeting.title: batching(meeting.workshop)}
    while meeting.title != "Close":
        meeting.next()
        gathering[meeting.title] = batching(meeting.workshop)
    assert {title for title, yes in gathering.items() if yes} == {"Hello", "Read", "Care", "Ways"}
    assert all(phase.advance is Advance.FACILITATOR for phase in meeting.agenda.phases)


def test_a_hand_is_seen_only_where_what_people_write_shows_at_once():
    meeting = Meeting()
    shown = {shows_at_once(meeting.workshop)}
    assert shown == {False}  # nothing runs yet
    meeting.start()
    while meeting.title != "Close":
        meeting.next()
        run = meeting.workshop.run
        if run.stage.value not in {"live", "read"} or batching(meeting.workshop):
            assert not shows_at_once(meeting.workshop), meeting.title
        else:
            assert shows_at_once(meeting.workshop), meeting.title
    assert shows_at_once(meeting.workshop)
    meeting.do(c.EndWorkshop(meeting.workshop.head.run))
    assert not shows_at_once(meeting.workshop)


def test_something_may_be_unseen_while_cards_or_worries_are_written_out_of_sight():
    meeting = Meeting().to("Facts")
    assert hides(meeting.workshop)
    meeting.to("Ways").next()
    assert meeting.title == "Dots"
    assert not hides(meeting.workshop)


def test_who_leads_may_always_take_the_plan_home_and_others_where_the_agenda_says_so():
    assert all(may_export(role, participants_may_export=False) for role in (Role.FACILITATOR, Role.COFACILITATOR))
    assert not may_export(Role.PARTICIPANT, participants_may_export=False)
    assert may_export(Role.PARTICIPANT, participants_may_export=True)
    assert not may_export(Role.SCREEN, participants_may_export=True)
