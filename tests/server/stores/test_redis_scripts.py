"""The scripts: known to Redis by the names that we call them by, and all as a whole or not at all."""

import pytest
from redis import Redis

from server.stores.redis_scripts import LOADED, digest


@pytest.mark.parametrize("script", LOADED)
def test_redis_knows_each_script_by_the_name_that_we_use(redis_url, script):
    with Redis.from_url(redis_url, decode_responses=True) as client:
        assert client.script_load(script) == digest(script)


@pytest.mark.parametrize("script", [one for one in LOADED if "TIME" not in one])
def test_no_script_but_that_of_presence_asks_for_the_time(script):
    assert "time" not in script.lower()
