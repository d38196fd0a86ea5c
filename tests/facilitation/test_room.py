"""Who is here: exact for facilitators, coarse for everybody else."""

import pytest

from facilitation.room import Done, Room, Seat, done_step, room_entry


def room(here: int, done: int = 0) -> Room:
    return Room(tuple(Seat(str(n), "", n == 0, here=True, done=n < done) for n in range(here)))


@pytest.mark.parametrize(("here", "people"), [(1, 0), (4, 0), (5, 5), (9, 5), (10, 10), (14, 10)])
def test_people_are_counted_in_fives_and_not_below(here, people):
    entry = room_entry(room(here), exact=False)
    assert (entry.people, entry.small) == (people, here < 5)
    assert entry.seats == ()


def test_done_moves_in_coarse_steps_and_is_unknown_below_five():
    steps = [done_step(done, 6) for done in range(7)]
    assert steps == [Done.NONE, Done.SOME, Done.SOME, Done.HALF, Done.HALF, Done.HALF, Done.ALL]
    assert done_step(4, 4) is Done.UNKNOWN


def test_whoever_leads_need_not_be_done_for_everybody_to_be_done():
    leader = Seat("f", "Fay", facilitator=True, here=True)
    writers = tuple(Seat(str(n), "", facilitator=False, here=True, done=True) for n in range(5))
    assert room_entry(Room((leader, *writers)), exact=False).done is Done.ALL


def test_no_audience_learns_who_is_done():
    for exact in (True, False):
        assert "done=True" not in str(room_entry(room(6, done=2), exact=exact))


def test_everybody_may_know_the_name_of_who_leads_and_no_other():
    seats = (
        Seat("1", "Ana", facilitator=False, here=True),
        Seat("2", "", facilitator=True, here=True),
        Seat("3", "Fay", facilitator=True, here=True),
        Seat("4", "Gus", facilitator=True, here=False),
    )
    assert room_entry(Room(seats), exact=False).leading == "Fay"
    assert room_entry(Room(seats[:2]), exact=False).leading == ""


def test_it_is_known_to_all_whether_a_facilitator_is_here():
    away = Room((Seat("1", "Ana", facilitator=True, here=False), Seat("2", "", facilitator=False, here=True)))
    assert not room_entry(away, exact=False).facilitator_here


def test_that_nothing_can_be_saved_is_told_to_everybody():
    for exact in (True, False):
        assert room_entry(Room(), exact=exact).saving is True
        assert room_entry(Room(saving=False), exact=exact).saving is False
