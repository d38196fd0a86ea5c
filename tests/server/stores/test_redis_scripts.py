"""The scripts: known to Redis by the names that we call them by, and all as a whole or not at all."""

from contextlib import closing

import pytest
from redis import Redis

from facilitation.workshop import Vote
from server.stores import open_redis
from server.stores.redis import keys_of
from server.stores.redis_scripts import LOADED, digest
from tests.server.stores.sample import begin, card, drop, hashed, new_id, put


@pytest.mark.parametrize("script", LOADED)
def test_redis_knows_each_script_by_the_name_that_we_use(redis_url, script):
    with Redis.from_url(redis_url, decode_responses=True) as client:
        assert client.script_load(script) == digest(script)


@pytest.mark.parametrize("script", [one for one in LOADED if "TIME" not in one])
def test_no_script_but_that_of_presence_asks_for_the_time(script):
    assert "time" not in script.lower()


def test_when_a_vote_closes_no_key_of_a_ballot_stays_in_the_changes(redis_url):
    with (
        closing(open_redis(redis_url)) as one,
        closing(open_redis(redis_url)) as other,
        Redis.from_url(redis_url) as redis,
    ):
        workshop, vote = begin(one.content), Vote(hashed("a secret"), new_id(), 1, {"card:1": 1})
        put(one.content, workshop, 1, vote)
        drop(one.content, workshop, 2, vote)
        assert vote.id not in str(redis.xrange(keys_of(workshop)[2]))
        assert other.content.changes_since(workshop, 2) is None
        assert put(one.content, workshop, 3, card()) == 4
        assert len(other.content.changes_since(workshop, 3).changes) == 1
