import hashlib

import pytest

from server.limits import Bucket, Turns, WrongCodes, veiled


def test_a_bucket_lets_a_burst_through_and_then_one_after_the_other(clock):
    bucket = Bucket(10, 20, clock)
    assert [bucket.wait() for _ in range(20)] == [0.0] * 20
    assert bucket.wait() == pytest.approx(0.1)
    assert bucket.wait() == pytest.approx(0.2)
    clock.time += 10
    assert bucket.wait() == 0.0


def test_a_bucket_never_holds_more_than_its_burst(clock):
    bucket = Bucket(10, 2, clock)
    clock.time += 1000
    assert [bucket.wait() > 0 for _ in range(3)] == [False, False, True]


def test_wrong_codes_cost_more_and_more_time_and_a_minute_later_nothing(clock):
    wrong = WrongCodes(clock)
    delays = []
    for _ in range(14):
        delays.append(wrong.delay("192.0.2.1"))
        wrong.missed("192.0.2.1")
    assert delays == [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    wrong.missed("192.0.2.1")
    assert wrong.delay("192.0.2.1") == wrong.most
    assert wrong.delay("192.0.2.2") == 0
    clock.time += 61
    assert wrong.delay("192.0.2.1") == 0


def test_addresses_are_kept_only_as_a_keyed_hash(clock):
    wrong = WrongCodes(clock)
    wrong.missed("192.0.2.1")
    assert list(wrong._misses) == [veiled("192.0.2.1")]
    assert "192.0.2.1" not in repr(wrong)
    assert hashlib.sha256(b"192.0.2.1").digest() != veiled("192.0.2.1") != veiled("192.0.2.2")


def test_in_a_slowed_room_each_device_has_one_turn_in_so_many_seconds(clock):
    turns = Turns(20, clock)
    assert [turns.take("p1"), turns.take("p1"), turns.take("p2")] == [True, False, True]
    clock.time += 19
    assert not turns.take("p1")
    clock.time += 1
    assert turns.take("p1")


def test_a_turn_whose_card_was_refused_was_none(clock):
    turns = Turns(20, clock)
    turns.take("p1")
    turns.give_back("p1")
    assert turns.take("p1")


def test_who_had_a_turn_is_not_remembered_any_longer_than_it_counts(clock):
    turns = Turns(20, clock)
    turns.take("p1")
    clock.time += 20
    turns.take("p2")
    assert set(turns._taken) == {"p2"}
