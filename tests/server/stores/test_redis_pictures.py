"""Pictures in Redis: gone with their workshop, in one step."""

from contextlib import closing

from redis import Redis

from server.stores import open_redis
from tests.server.stores.sample import begin


def test_a_workshop_that_is_forgotten_takes_its_pictures_with_it(emptied):
    with closing(open_redis(emptied)) as stores, Redis.from_url(emptied) as client:
        workshop = begin(stores.content)
        stores.pictures.keep(workshop, "a" * 32, b"CANARY")
        assert client.keys("folkmoot:pictures:*")
        stores.content.forget(workshop)
        assert not client.keys("folkmoot:pictures:*")
