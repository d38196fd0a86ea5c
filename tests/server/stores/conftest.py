"""The stores under test: the contract's tests run on every store there is."""

import pytest
from redis import Redis

from server.stores import STORES


@pytest.fixture
def emptied(redis_url):
    """The address of a Redis with nothing in it."""
    with Redis.from_url(redis_url) as client:
        client.flushdb()
    return redis_url


@pytest.fixture(params=sorted(STORES))
def stores(request, tmp_path):
    """Both stores of a server, of each kind in turn."""
    place = request.getfixturevalue("emptied") if request.param == "redis" else str(tmp_path / "data")
    both = STORES[request.param](place)
    yield both
    both.close()


@pytest.fixture
def store(stores):
    return stores.content


@pytest.fixture
def people(stores):
    return stores.people


@pytest.fixture
def data(tmp_path):
    """The folder of a SQLite store."""
    return tmp_path / "data"


@pytest.fixture
def sqlite(data):
    """`sqlite()` opens both SQLite stores in `data`; opened again, after the first is closed."""
    opened = []

    def start():
        for both in opened:
            both.close()
        opened[:] = [STORES["sqlite"](str(data))]
        return opened[0]

    yield start
    for both in opened:
        both.close()
