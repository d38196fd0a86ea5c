"""How often the screens learn who is here, and how many are done."""

from facilitation.room import Done, Room, Seat, room_entry
from server.room_pace import RoomPace


def room(*here, done=(), saving=True):
    seats = tuple(Seat(one, one, facilitator=False, here=one in here, done=one in done) for one in "abcdefghij")
    return Room(seats, saving=saving)


def here(told):
    return "".join(seat.id for seat in told.seats if seat.here)


def step(told):
    return room_entry(told, exact=False).done


def test_while_something_unsigned_may_be_written_coming_and_going_is_told_on_a_fixed_tick():
    pace, told = RoomPace(5_000), []
    for now, people in ((0, "ab"), (1_000, "abc"), (5_000, "abcd"), (14_999, "abcd"), (15_000, "abd"), (20_000, "a")):
        told.append(here(pace.next(room(*people), "run", now, hides=True)))
    assert told == ["ab", "ab", "ab", "ab", "abd", "abd"]


def test_otherwise_it_is_told_on_each_tick_of_the_room():
    pace = RoomPace(5_000)
    assert [here(pace.next(room(*one), "run", 0, hides=False)) for one in ("ab", "abc", "a")] == ["ab", "abc", "a"]


def test_that_saving_is_paused_is_told_at_once():
    pace = RoomPace(5_000)
    pace.next(room("a"), "run", 0, hides=True)
    assert not pace.next(room("a", saving=False), "run", 1, hides=True).saving


def test_how_many_are_done_is_told_every_half_minute_and_only_when_several_changed():
    pace, ten = RoomPace(5_000), "abcdefghij"
    told = [
        step(pace.next(room(*ten, done=done), "run", now, hides=True))
        for now, done in (
            (0, ""),
            (10_000, "abc"),
            (30_000, "abc"),  # three are new, and it is time
            (59_999, "abcdef"),
            (60_000, "abcdef"),
            (90_000, "abcde"),  # one changed their mind
            (120_000, "abcd"),
            (150_000, "ab"),  # four did
            (155_000, ten),
            (180_000, ten),
        )
    ]
    some, half = Done.SOME, Done.HALF
    assert told == [Done.NONE, Done.NONE, some, some, half, half, half, some, some, Done.ALL]


def test_that_all_are_done_is_told_also_when_it_took_one_more():
    pace = RoomPace(5_000)
    for now, done in ((0, ""), (30_000, "abcd"), (60_000, "abcde")):
        told = pace.next(room(*"abcde", done=done), "run", now, hides=True)
    assert step(told) is Done.ALL


def test_one_more_or_less_who_is_done_changes_nothing_that_is_told():
    for more in ("f", "fg"):
        paces = [RoomPace(5_000), RoomPace(5_000)]
        for now in range(0, 120_000, 5_000):
            done = ["abc" if now else "", f"abc{more}" if now > 30_000 else "abc" if now else ""]
            rooms = [room(*"abcdefghij", done=one) for one in done]
            told = [pace.next(one, "run", now, hides=True) for pace, one in zip(paces, rooms, strict=True)]
            assert told[0] == told[1]


def test_another_step_begins_with_nobody_done():
    pace = RoomPace(5_000)
    for now, run, done in ((0, "one", ""), (30_000, "one", "abcdefghij"), (31_000, "two", "abcdefghij")):
        told = pace.next(room(*"abcdefghij", done=done), run, now, hides=True)
    assert step(told) is Done.NONE
