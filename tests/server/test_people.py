"""Everybody in a workshop: who counts as here, and for whom a device speaks."""

from server.people import Company, Who
from server.stores.people import DoneMark, Part, People, Place, RollLine, Salt

W = "c" * 32


def place(name, part=Part.PARTICIPANT, **more):
    return Place(name, part, "", name, **more)


def test_the_room_counts_seats_and_not_devices():
    company = Company(W, People())
    company.put(place("fay", Part.FACILITATOR))
    company.put(place("phone", Part.FACILITATOR, seat="fay"))
    company.put(place("pat"))
    company.put(place("gone", retired=True))
    company.put(place("wall", Part.SCREEN))
    company.put(DoneMark("r" * 32, "pat"))
    company.waiting.add("pat")
    room = company.room({"phone", "wall", "gone"}, "r" * 32)
    assert [(seat.id, seat.here, seat.facilitator, seat.done) for seat in room.seats] == [
        ("fay", True, True, False),
        ("pat", False, False, True),
    ]
    assert room.waiting == ("pat",)


def test_a_seat_speaks_for_all_its_devices():
    assert Who(W, place("phone", Part.FACILITATOR, seat="fay")).seat == "fay"
    assert Who(W, place("pat")).seat == "pat"


def test_who_waits_at_another_process_waits_here_too_until_the_roll_says_otherwise():
    company = Company(W, People({"pat": place("pat"), "mia": place("mia")}))
    company.elsewhere = frozenset({"mia", "stranger"})
    company.waiting.add("pat")
    assert company.room(set(), "").waiting == ("mia", "pat")
    line = RollLine("b" * 32, "pat")
    company.take(People(company.places, rolls={line.ballot: {line.seat: line}}))
    assert company.room(set(), "").waiting == ("mia",)


def test_whom_a_meeting_program_named_is_forgotten_and_their_seat_stays():
    company = Company(W, People({"pat": place("pat", known="k" * 64, proved=True)}, salt=Salt("own key")))
    company.forget_meeting()
    assert company.places == {"pat": place("pat")}
    assert company.salt is None
    assert company.changes == {"place:pat": place("pat"), "salt": None}
    company.changes.clear()
    company.forget_meeting()
    assert company.changes == {}
