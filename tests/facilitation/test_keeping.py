"""How long a workshop is kept: a day is all that is stored of time, and nobody who writes moves it."""

from dataclasses import replace

import pytest

from facilitation import commands as c
from facilitation.context import Role
from facilitation.keeping import DAY_MS, NOON_MS, day_of, forgotten_on, today
from facilitation.rules import Audience
from facilitation.states import State
from tests.meeting import Meeting, refusal

MONDAY = 20_000
MORNING, EVENING = MONDAY * DAY_MS + 8 * 3_600_000, MONDAY * DAY_MS + 20 * 3_600_000


def meeting(now=MORNING):
    """A workshop that is kept for 30 days, at this time of a Monday."""
    made = Meeting(now=now)
    made.do(c.StillUsed(day_of(now), 30), Role.SERVER)
    return made


def keeping(made, audience=Audience.PARTICIPANT):
    return made.seen(audience)["keeping"]


@pytest.mark.parametrize(("now", "day"), [(MORNING, MONDAY), (EVENING, MONDAY + 1)])
def test_days_count_from_noon_to_noon_so_that_nothing_goes_before_its_time_is_over(now, day):
    assert day_of(now) == day
    assert today(now) == day - 1
    for days in (1, 30):
        due = next(ms for ms in range(now, now + (days + 2) * DAY_MS, 3_600_000) if today(ms) >= day + days)
        assert days * DAY_MS <= due - now <= (days + 1) * DAY_MS
        assert due % DAY_MS == NOON_MS


def test_noon_itself_is_the_day():
    assert day_of(MONDAY * DAY_MS + NOON_MS) == today(MONDAY * DAY_MS + NOON_MS) == MONDAY


def test_from_the_end_on_people_know_the_date():
    made = meeting()
    made.start()
    assert (keeping(made).days, keeping(made).day) == (30, 0)
    made.now = EVENING
    made.do(c.EndWorkshop(made.run))
    assert keeping(made).day == MONDAY + 1 + 30 == forgotten_on(made.workshop.head)
    assert "keeping" not in made.seen(Audience.SCREEN)
    assert "keeping" not in made.seen(Audience.RECORD)


def test_before_the_end_no_view_tells_on_which_day_somebody_was_here():
    made = meeting().start()
    before = {audience: made.seen(audience) for audience in Audience}
    made.do(c.StillUsed(MONDAY + 5, 30), Role.SERVER)
    assert forgotten_on(made.workshop.head) == MONDAY + 35
    assert {audience: made.seen(audience) for audience in Audience} == before


def test_what_is_written_moves_no_day():
    made = meeting()
    made.to("Ideas")
    head = made.workshop.head
    made.now += 5 * DAY_MS
    made.add("An idea")
    assert made.workshop.head == head


def test_a_day_only_moves_on_and_not_after_the_end():
    made = meeting()
    made.do(c.StillUsed(MONDAY + 2, 7), Role.SERVER)
    made.do(c.StillUsed(MONDAY + 1, 7), Role.SERVER)
    assert (made.workshop.head.used_on, made.workshop.head.keep_days) == (MONDAY + 2, 30)
    made.now += 3 * DAY_MS
    made.do(c.EndWorkshop(made.run))
    told = keeping(made)
    made.do(c.StillUsed(MONDAY + 9, 7), Role.SERVER)
    assert keeping(made) == told


@pytest.mark.parametrize("state", [State.WAITING, State.RUNNING, State.ENDED])
def test_a_workshop_of_an_older_server_gets_a_date_once(state):
    made = Meeting(now=MORNING)
    if state is not State.WAITING:
        made.start()
    if state is State.ENDED:
        made.do(c.EndWorkshop(made.run))
    made.workshop = replace(made.workshop, head=replace(made.workshop.head, used_on=0))
    assert forgotten_on(made.workshop.head) == 0
    made.do(c.StillUsed(MONDAY, 30), Role.SERVER)
    assert forgotten_on(made.workshop.head) == MONDAY + 30
    assert made.ask(c.StillUsed(MONDAY, 30), Role.SERVER) is made.workshop


def test_who_opened_it_says_for_how_long_at_any_time():
    made = meeting()
    for days, say in ((7, lambda: None), (8, made.start), (9, lambda: made.do(c.EndWorkshop(made.run)))):
        say()
        version = keeping(made).version
        made.do(c.KeepFor(days, version))
        assert (keeping(made).days, keeping(made).version) == (days, version + 1)
        assert made.ask(c.KeepFor(days, version), Role.FACILITATOR) is made.workshop  # sent again
        assert refusal(made.ask(c.KeepFor(days + 1, version), Role.FACILITATOR)) == "superseded"
    assert keeping(made).day == MONDAY + 9
    assert refusal(made.ask(c.KeepFor(5, 3), Role.COFACILITATOR)) == "not_opener"
    assert refusal(made.ask(c.KeepFor(5, 3), Role.PARTICIPANT)) == "wrong_role"


def test_fewer_days_than_have_gone_by_are_refused_so_that_nothing_is_deleted_by_a_slip():
    made = meeting()
    made.do(c.EndWorkshop(made.run))
    made.now += 10 * DAY_MS
    assert refusal(made.ask(c.KeepFor(9, 0), Role.FACILITATOR)) == "day_over"
    made.do(c.KeepFor(10, 0))
    assert keeping(made).day == MONDAY + 10


def test_fewer_days_in_a_workshop_that_goes_on_count_from_now():
    made = meeting().start()
    made.now += 10 * DAY_MS
    made.do(c.KeepFor(1, 0))
    assert forgotten_on(made.workshop.head) == MONDAY + 11


def test_only_who_opened_it_deletes_it_and_then_nothing_goes_on_in_it():
    made = meeting().start()
    run, it = made.run, made.workshop.head.id
    other = c.DeleteWorkshop("f" * 32)  # a press meant for another one
    assert refusal(made.ask(other, Role.FACILITATOR)) == "no_such_workshop"
    assert refusal(made.ask(c.DeleteWorkshop(it), Role.COFACILITATOR)) == "not_opener"
    assert refusal(made.ask(c.DeleteWorkshop(it), Role.PARTICIPANT)) == "wrong_role"
    made.do(c.DeleteWorkshop(it))
    assert forgotten_on(made.workshop.head) == 1  # at once, whenever the server comes to it
    assert made.ask(c.DeleteWorkshop(it), Role.FACILITATOR) is made.workshop
    late = [c.NextPhase(run, 0), c.RenameWorkshop("Late", 0), c.KeepFor(300, 0), c.EndWorkshop(run)]
    assert {refusal(made.ask(one, Role.FACILITATOR)) for one in late} == {"no_such_workshop"}
    assert refusal(made.ask(c.StillUsed(MONDAY + 9, 30), Role.SERVER)) == "no_such_workshop"
