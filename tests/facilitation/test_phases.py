"""Phases, runs and reveal: DESIGN 4."""

from dataclasses import replace

import pytest

from facilitation import commands as c
from facilitation.agenda import CardKind
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.rules import Audience
from facilitation.states import Stage, State
from tests.meeting import AT, HOUR, Meeting, name, refusal


def test_a_workshop_starts_in_its_first_phase_with_that_phase_s_minutes():
    meeting = Meeting().start()
    assert meeting.title == "Hello"
    assert meeting.workshop.clock.ends_at == meeting.now + 4 * 60_000
    assert meeting.workshop.head.state is State.RUNNING


def test_next_out_of_a_private_phase_shows_its_cards_to_everybody():
    meeting = Meeting().to("Ideas")
    meeting.add("tea on tuesdays")
    assert meeting.seen_texts() == set()
    meeting.next()
    for audience in Audience:
        assert meeting.seen_texts(audience) == {"tea on tuesdays"}


def test_facts_are_shown_before_ideas_are_written():
    meeting = Meeting().to("Facts")
    meeting.add("600 live alone", CardKind.FACT)
    meeting.next()
    assert meeting.title == "Ideas"
    assert meeting.seen_texts() == {"600 live alone"}


def test_back_and_end_reveal_nothing():
    for leave in (lambda m: m.back("Facts"), lambda m: m.do(c.EndWorkshop(m.run))):
        meeting = Meeting().to("Ideas")
        meeting.add("unseen")
        leave(meeting)
        assert meeting.seen_texts(Audience.FACILITATOR) == set()
        assert meeting.seen_texts(Audience.RECORD) == set()


def test_a_phase_left_unseen_goes_on_in_the_same_run():
    meeting = Meeting().to("Ideas")
    run = meeting.run
    meeting.add("first try")
    meeting.back("Facts").to("Ideas")
    assert meeting.run == run
    meeting.next()
    assert meeting.seen_texts() == {"first try"}


def test_after_going_back_what_was_revealed_stays_and_new_cards_are_sealed_again():
    meeting = Meeting().to("Ideas")
    meeting.add("seen")
    meeting.next().back("Ideas")
    assert meeting.workshop.runs[meeting.run].round == 2
    meeting.add("new and unseen")
    assert meeting.seen_texts() == {"seen"}
    meeting.next()
    assert meeting.seen_texts() == {"seen", "new and unseen"}


def test_a_second_press_of_next_names_a_run_that_is_over_and_moves_nothing():
    meeting = Meeting().to("Facts")
    press = c.NextPhase(meeting.run, meeting.workshop.clock.version)
    meeting.do(press)
    assert refusal(meeting.ask(press, Role.FACILITATOR)) == "superseded"
    assert meeting.title == "Ideas"


def test_a_participant_cannot_move_the_phases():
    meeting = Meeting().start()
    assert refusal(meeting.ask(c.NextPhase(meeting.run, 1))) == Refusal.WRONG_ROLE


def test_a_co_facilitator_leads_but_does_not_end_the_workshop():
    meeting = Meeting().to("Facts")
    press = c.NextPhase(meeting.run, meeting.workshop.clock.version)
    meeting.do(press, Role.COFACILITATOR)
    assert meeting.title == "Ideas"
    assert refusal(meeting.ask(c.EndWorkshop(meeting.run), Role.COFACILITATOR)) == Refusal.NOT_OPENER


def test_back_goes_only_to_an_earlier_phase():
    meeting = Meeting().to("Facts")
    answer = meeting.ask(c.BackPhase(meeting.run, AT["Group"], meeting.workshop.clock.version), Role.FACILITATOR)
    assert refusal(answer) == Refusal.NO_SUCH_PHASE


def test_nothing_can_be_asked_after_the_end_and_nothing_changes():
    meeting = Meeting().to("Ideas")
    add = meeting.card("too late")
    meeting.do(c.EndWorkshop(meeting.run))
    before = meeting.workshop
    assert refusal(meeting.ask(add)) == Refusal.WORKSHOP_ENDED
    assert meeting.workshop is before


def test_the_last_phase_has_no_next():
    meeting = Meeting().to("Close")
    press = c.NextPhase(meeting.run, meeting.workshop.clock.version)
    assert refusal(meeting.ask(press, Role.FACILITATOR)) == Refusal.NO_SUCH_PHASE


def test_a_title_is_a_shared_field():
    meeting = Meeting()
    meeting.do(c.RenameWorkshop("Company at teatime", 0))
    assert meeting.workshop.head.title == "Company at teatime"
    assert refusal(meeting.ask(c.RenameWorkshop("Other", 0), Role.FACILITATOR)) == "superseded"
    assert meeting.ask(c.RenameWorkshop("Company at teatime", 0), Role.FACILITATOR) is meeting.workshop


# --- kept worries -----------------------------------------------------------------------


def test_a_worry_can_be_kept_from_the_first_idea_phase_on():
    meeting = Meeting().to("Facts")
    assert not meeting.seen()["workshop"].keeping
    meeting.next()
    assert meeting.seen()["workshop"].keeping
    meeting.keep("it costs too much")


@pytest.mark.parametrize("until", ["Ideas", "Read", "Group", "Pull", "Good", "Care"])
def test_a_kept_worry_reaches_nobody_before_the_caution_phase(until):
    meeting = Meeting().to("Ideas")
    meeting.add("a bus")
    meeting.keep("nobody will come")
    meeting.to(until)
    for audience in Audience:
        assert "nobody will come" not in meeting.seen_texts(audience)


def test_kept_worries_appear_together_when_check_is_left():
    meeting = Meeting().to("Ideas")
    meeting.add("a bus")
    meeting.keep("first worry")
    meeting.to("Group")
    meeting.keep("second worry", target=f"card:{name('a bus')}")
    meeting.to("Care")
    assert meeting.workshop.run.stage is Stage.CHECK
    assert meeting.workshop.clock.ends_at == meeting.now + meeting.pace.check_ms
    meeting.keep("third worry")
    meeting.next()
    assert meeting.title == "Care"
    assert meeting.workshop.run.stage is Stage.LIVE
    assert {"first worry", "second worry", "third worry"} <= meeting.seen_texts(Audience.SCREEN)
    assert not meeting.seen()["workshop"].keeping


def test_a_worry_kept_too_late_never_lands_alone_and_live():
    meeting = Meeting().to("Ideas")
    late = meeting.card("late worry", CardKind.CAUTION, run=meeting.workshop.head.worry_run)
    meeting.to("Care").next()
    assert refusal(meeting.ask(late)) == Refusal.RUN_OVER


def test_going_back_to_ideas_opens_a_new_worry_run():
    meeting = Meeting().to("Ideas")
    first = meeting.workshop.head.worry_run
    meeting.keep("seen worry")
    meeting.to("Care").next().back("Ideas")
    assert meeting.workshop.head.worry_run != first
    meeting.keep("new worry")
    assert "new worry" not in meeting.seen_texts()
    meeting.to("Care")
    assert meeting.workshop.run.stage is Stage.CHECK
    meeting.next()
    assert {"seen worry", "new worry"} <= meeting.seen_texts()


def test_kept_worries_are_shown_by_a_person_and_never_by_the_clock():
    meeting = Meeting().to("Care")
    press = c.NextPhase(meeting.run, meeting.workshop.clock.version)
    meeting.now += 10 * meeting.pace.check_ms
    assert refusal(meeting.ask(press, Role.ALARM)) == Refusal.WRONG_ROLE
    assert meeting.workshop.run.stage is Stage.CHECK


def test_an_agenda_without_a_caution_phase_offers_no_keeping():
    phases = tuple(p for p in HOUR.phases if p.title not in {"Care", "Ways"})
    meeting = Meeting(agenda=replace(HOUR, phases=phases)).to("Ideas")
    assert not meeting.seen()["workshop"].keeping
    assert meeting.workshop.head.worry_run == ""


# --- tucking away -------------------------------------------------------------------------


def test_tucking_away_is_a_saved_flag_and_the_cards_stay_in_every_view():
    meeting = Meeting().to("Ideas")
    meeting.add("an idea")
    run = meeting.run
    meeting.next()
    meeting.do(c.TuckAway(run, tucked=True, version=0))
    assert meeting.seen()[f"run:{run}"].tucked
    for audience in Audience:
        assert meeting.seen_texts(audience) == {"an idea"}
    assert refusal(meeting.ask(c.TuckAway(run, tucked=False, version=0), Role.FACILITATOR)) == "superseded"


def test_what_was_not_shown_cannot_be_tucked_away():
    meeting = Meeting().to("Ideas")
    answer = meeting.ask(c.TuckAway(meeting.run, tucked=True, version=0), Role.FACILITATOR)
    assert refusal(answer) == Refusal.WRONG_PHASE


def test_of_the_start_only_the_minute_is_kept():
    meeting = Meeting(now=1_800_000_059_999).start()
    assert meeting.workshop.head.started_at == 1_800_000_000_000
