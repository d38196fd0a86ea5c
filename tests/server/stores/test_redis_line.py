"""The lines to a Redis: refused where it could forget, dropped when in doubt, never used to say a thing twice."""

from contextlib import closing

import pytest
from redis import Redis

from server.stores.redis_line import Lines
from server.stores.redis_scripts import CLAIM
from server.stores.store import CannotOpen, OutcomeUnknown, Unavailable
from tests import keeping


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("appendonly", "no"),
        ("appendfsync", "everysec"),
        ("maxmemory-policy", "allkeys-lru"),
        ("slowlog-log-slower-than", "10000"),
    ],
)
def test_a_redis_that_could_lose_what_it_answered_is_refused_with_what_to_set(own_redis, name, value):
    with Redis.from_url(own_redis.url) as client:
        client.config_set(name, value)
    with pytest.raises(CannotOpen, match=name):
        Lines(own_redis.url)
    Lines(own_redis.url, check=False).close()


@pytest.mark.parametrize("url", ["127.0.0.1:6379", "http://127.0.0.1/"])
def test_what_is_no_address_of_a_redis_is_said(url):
    with pytest.raises(CannotOpen, match="FOLKMOOT_REDIS_URL"):
        Lines(url)


def test_where_no_redis_answers_is_said_without_its_password():
    url = f"redis://:secret@127.0.0.1:{keeping.free_port()}/0"
    with pytest.raises(CannotOpen, match="cannot be used") as refused:
        Lines(url)
    assert "secret" not in str(refused.value)


def test_a_line_that_redis_closed_is_replaced_before_anything_is_said_on_it(redis_url):
    with closing(Lines(redis_url)) as lines, Redis.from_url(redis_url) as client:
        assert lines.ask(("PING",), writes=True) == [b"PONG"]
        client.client_kill_filter(_type="normal", skipme=True)
        assert lines.ask(("PING",), writes=True) == [b"PONG"]


def test_without_an_answer_reading_failed_and_writing_is_unknown(own_redis):
    with closing(Lines(own_redis.url, patience=0.2)) as lines:
        for writes, error in ((False, Unavailable), (True, OutcomeUnknown)):
            lines.ask(("PING",))
            own_redis.hang()
            with pytest.raises(error):
                lines.ask(("PING",), writes=writes)
            own_redis.go_on()


def test_scripts_that_were_thrown_away_are_brought_again(redis_url):
    with closing(Lines(redis_url)) as lines, Redis.from_url(redis_url) as client:
        asked = lines.run(CLAIM, ("folkmoot:claims:test",), "what", "by")
        assert lines.ask(asked) == [1]
        client.script_flush()
        with pytest.raises(Unavailable, match="NoScript"):
            lines.ask(asked)
        assert lines.ask(asked) == [1]


def test_the_epoch_is_the_same_on_every_line_until_redis_starts_anew(own_redis):
    with closing(Lines(own_redis.url)) as one, closing(Lines(own_redis.url)) as other:
        before = one.epoch
        assert (len(before), other.epoch) == (32, before)
        own_redis.kill9()
        own_redis.start()
        one.ask(("PING",))
        other.ask(("PING",))
        assert one.epoch == other.epoch != before


def test_an_error_names_its_kind_and_repeats_nothing(redis_url):
    with closing(Lines(redis_url)) as lines:
        lines.ask(("SET", "folkmoot:text", "x"))
        with pytest.raises(Unavailable, match="WRONGTYPE") as refused:
            lines.ask(("HSET", "folkmoot:text", "a", "A worry"))
        assert "worry" not in str(refused.value)
