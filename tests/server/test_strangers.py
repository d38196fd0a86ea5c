"""Strangers: who waits before opening a socket, and who never does."""

import pytest

from server.strangers import APART_S, CLOSE_S, FORGIVEN, LONGEST_S, MOST_KNOWN, ONE, PATIENCE_S, SHORT_S, Strangers

HERE, THERE = b"here", b"there"


@pytest.fixture
def strangers(clock):
    return Strangers(clock)


def come_to_nothing(strangers, times, address=HERE):
    for _ in range(times):
        strangers.in_vain(address)


def test_a_whole_venue_that_comes_at_once_does_not_wait(strangers):
    assert {strangers.wait(HERE) for _ in range(5_000)} == {0.0}


def test_who_comes_to_nothing_again_and_again_waits_in_line_and_others_do_not(strangers):
    come_to_nothing(strangers, int(ONE.free))
    waits = [strangers.wait(HERE) for _ in range(3)]
    assert waits == pytest.approx([0, 1 / ONE.rate, 2 / ONE.rate], abs=1 / ONE.rate)
    assert waits == sorted(set(waits))
    assert strangers.wait(THERE) == 0.0


def test_however_many_come_only_so_many_a_second_get_their_turn(strangers, clock):
    """A loop that comes again as soon as it was refused."""
    let_in = 0
    for _ in range(1_000):
        if strangers.wait(HERE) is not None:
            let_in += 1
            strangers.in_vain(HERE)
        clock.time += 0.01
    assert let_in <= ONE.free + (10 + LONGEST_S) * ONE.rate + 1


def test_a_line_that_is_too_long_takes_nobody_more(strangers):
    come_to_nothing(strangers, int(ONE.free))
    waits = [strangers.wait(HERE) for _ in range(1_000)]
    assert None in waits
    assert max(wait for wait in waits if wait is not None) <= LONGEST_S


def test_all_come_one_after_the_other_and_there_is_room_between(strangers, clock):
    assert [strangers.come() for _ in range(3)] == pytest.approx([0, CLOSE_S, 2 * CLOSE_S])
    clock.time += 1
    assert strangers.come() == 0.0


def test_a_room_of_three_hundred_comes_in_closer_together_than_a_long_line(strangers):
    waits = [strangers.come() for _ in range(1_000)]
    assert waits[299] < SHORT_S
    assert waits[-1] - waits[-2] == pytest.approx(APART_S)


def test_a_thousand_who_come_back_at_once_are_all_let_in_and_a_line_has_an_end(strangers):
    assert None not in [strangers.come() for _ in range(1_000)]
    waits = [strangers.come() for _ in range(10_000)]
    assert max(wait for wait in waits if wait is not None) <= PATIENCE_S
    assert waits[-1] is None


def test_soon_after_it_is_over_nobody_pays_for_it(strangers, clock):
    come_to_nothing(strangers, 100_000)
    clock.time += ONE.debt_s + 0.1
    assert strangers.wait(HERE) == 0.0


def test_who_owes_nothing_is_not_remembered(strangers, clock):
    for number in range(MOST_KNOWN + 1):
        strangers.in_vain(str(number).encode())
    clock.time += 60
    strangers.in_vain(HERE)
    assert list(strangers._known) == [HERE]


def test_a_room_whose_line_flaps_does_not_wait_and_a_loop_does(strangers):
    for place in range(1_000):
        strangers.hasty(HERE, f"place {place}")
    assert strangers.wait(HERE) == 0.0
    for _ in range(FORGIVEN + int(ONE.free) + 2):
        strangers.hasty(HERE, "a loop")
    assert max(strangers.wait(HERE) for _ in range(3)) > 0
