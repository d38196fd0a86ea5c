"""Hearing nudges: each one while the line holds, and that some may be missing after it broke."""

import threading
from contextlib import closing

import pytest
from redis import Redis

from server.stores.redis_ear import Ear
from server.stores.redis_line import Lines
from tests.waiting import eventually


@pytest.fixture
def ear(own_redis):
    heard = []
    with (
        closing(Lines(own_redis.url)) as lines,
        closing(Ear(lines, "folkmoot:test", lambda *one: heard.append(one), 0.5)),
    ):
        yield heard


def say(own_redis, text):
    with Redis.from_url(own_redis.url) as client:
        client.publish("folkmoot:test", text)


def test_a_nudge_is_heard_with_its_name_and_number(own_redis, ear):
    say(own_redis, "abc 7")
    eventually(lambda: ear == [("abc", 7)])


def test_after_a_restart_it_listens_again_and_says_that_something_may_be_missing(own_redis, ear):
    own_redis.kill9()
    own_redis.start()
    eventually(lambda: ear == [("", 0)])
    say(own_redis, "abc 8")
    eventually(lambda: ear[-1] == ("abc", 8))


def test_a_redis_that_hangs_is_noticed_and_heard_again(own_redis, ear):
    own_redis.hang()
    threading.Timer(1.5, own_redis.go_on).start()  # longer than it waits for a sign of life
    eventually(lambda: ("", 0) in ear)
    say(own_redis, "abc 9")
    eventually(lambda: ear[-1:] == [("abc", 9)])
