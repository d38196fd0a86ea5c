"""What the journeys share: one server with short settings, and workshops on it."""

import pytest
from playwright.sync_api import expect

from tests import running
from tests.journeys.gathering import Gathering
from tests.journeys.settings import SHORT

expect.set_options(timeout=10_000)  # milliseconds; a busy machine is no fault of the page


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """One server for all journeys that need none of their own."""
    with running.servers(tmp_path_factory.mktemp("house")) as start:
        yield start(**SHORT)


@pytest.fixture
def gather(house, open_page):
    """`gather()` or `gather(HOUR)`: a new workshop to come to."""

    def gather(*agenda, url=house.url):
        return Gathering(url, open_page, *agenda)

    return gather
