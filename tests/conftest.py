"""What every test may ask for: a browser, pages, a server. Everything ends with the test that asked."""

import os

import hypothesis
import pytest
from playwright.sync_api import sync_playwright

from tests import browsing, keeping, running

# Machines may be busy: no deadline for one example. The build server draws the same examples each time, so that
# its answer depends on the change alone; at home every run looks elsewhere.
hypothesis.settings.register_profile("home", deadline=None)
hypothesis.settings.register_profile("build server", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("build server" if os.environ.get("CI") else "home")


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="soaks, storms and hundreds of crashes, not their short forms")


@pytest.fixture
def long(request):
    """Whether the long form of a test was asked for, as `make faults` and `make hostile` do."""
    return request.config.getoption("long")


@pytest.fixture(scope="session")
def browser():
    """One Chromium for the whole run; tests ask for `open_page`, which gives each a device of its own."""
    with sync_playwright() as playwright:
        chromium = browsing.chromium(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser):
    """`open_page(url, width=360, height=740)`. An error in any page's script fails the test at its end;
    a test that provokes one clears `open_page.faults`."""
    pages = browsing.Pages(browser)
    yield pages
    pages.close()
    assert pages.faults == []


@pytest.fixture
def axe():
    """`axe(page) == []`: nothing that axe would call a barrier."""
    return browsing.axe


@pytest.fixture
def start_server(tmp_path):
    """`start_server(name=value)` starts a server with settings FOLKMOOT_NAME=value; see Running."""
    with running.servers(tmp_path) as start:
        yield start


@pytest.fixture(scope="module")
def start_shared_server(tmp_path_factory):
    """The same for all tests of one file, where a start for each would take long."""
    with running.servers(tmp_path_factory.mktemp("servers")) as start:
        yield start


@pytest.fixture(scope="session")
def redis_url():
    """The address of one real Redis for the whole run; a test takes keys of its own."""
    with keeping.redis() as kept:
        yield kept.url


@pytest.fixture
def own_redis():
    """A real Redis of one's own, which may be killed, started again and made to hang; see Kept."""
    with keeping.redis() as kept:
        yield kept


def pytest_sessionfinish(session):
    """On the build server nothing is skipped quietly: a skipped test fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped") and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
