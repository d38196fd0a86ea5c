"""What is left for a moment is handed out once, and is gone in time; in memory, and in a real Redis."""

from contextlib import closing

import pytest
from redis import Redis

from server.luggage import Luggage
from server.stores import open_redis
from tests.waiting import eventually


class Hours:
    time = 0

    def __call__(self):
        return self.time


@pytest.fixture
def hours():
    return Hours()


def test_what_was_left_is_handed_out_once(hours):
    luggage = Luggage(hours)
    luggage.leave("a", b"coat", 10)
    assert (luggage.collect("a"), luggage.collect("a"), luggage.collect("b")) == (b"coat", None, None)


def test_what_nobody_collects_in_time_is_thrown_away_by_itself(hours):
    luggage = Luggage(hours)
    luggage.leave("a", b"coat", 10)
    hours.time = 10
    luggage.sweep()
    assert luggage._kept == {}
    assert luggage.collect("a") is None


def test_something_new_takes_the_place_of_what_had_its_name(hours):
    luggage = Luggage(hours, room=4)
    assert luggage.leave("a", b"coat", 10)
    assert luggage.leave("a", b"hats", 10)
    assert luggage.collect("a") == b"hats"


def test_no_more_is_taken_than_there_is_room_for(hours):
    luggage = Luggage(hours, room=5)
    assert luggage.leave("a", b"coat", 10)
    assert not luggage.leave("b", b"hats", 10)
    luggage.collect("a")
    assert luggage.leave("b", b"hats", 10)


def test_several_processes_hand_it_out_once_and_redis_forgets_it_in_time(redis_url, hours):
    with closing(open_redis(redis_url)) as one, closing(open_redis(redis_url)) as other:
        here, there = Luggage(hours, one.sharing), Luggage(hours, other.sharing)
        here.leave("a", b"coat", 60_000)
        assert here._kept == {}
        assert (there.collect("a"), here.collect("a")) == (b"coat", None)
        here.leave("b", b"hats", 1)
        with Redis.from_url(redis_url) as client:
            eventually(lambda: not client.exists("folkmoot:left:b"))


def test_a_mark_is_new_once_and_again_when_its_time_is_over(hours):
    luggage = Luggage(hours)
    assert (luggage.first("a", 10), luggage.first("a", 10), luggage.first("b", 10)) == (True, False, True)
    hours.time = 10
    assert luggage.first("a", 10)


def test_a_mark_is_new_once_in_all_processes_and_only_its_hash_is_kept(redis_url, hours):
    with closing(open_redis(redis_url)) as one, closing(open_redis(redis_url)) as other:
        here, there = Luggage(hours, one.sharing), Luggage(hours, other.sharing)
        assert (here.first("proof", 60_000), there.first("proof", 60_000)) == (True, False)
        with Redis.from_url(redis_url, decode_responses=True) as client:
            (kept,) = client.keys("folkmoot:shown:*")
            assert "proof" not in kept
