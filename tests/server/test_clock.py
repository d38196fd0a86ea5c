"""The server's clock counts on evenly, whatever the machine's clock is set to."""

import time

from server.clock import Clock, even_ns


def test_it_begins_with_the_time_of_day():
    before = time.time_ns() // 1_000_000
    now = Clock().now()
    assert before - 1 <= now <= time.time_ns() // 1_000_000 + 1


def test_setting_the_machine_s_clock_moves_nothing():
    day, even = [1_800_000_000_000_000_000], [5_000_000_000]
    clock = Clock(lambda: day[0], lambda: even[0])
    day[0] += 86_400_000_000_000
    even[0] += 250_000_000
    assert clock.now() == 1_800_000_000_250


def test_what_it_counts_with_only_grows():
    found = [even_ns() for _ in range(1000)]
    assert found == sorted(found)
