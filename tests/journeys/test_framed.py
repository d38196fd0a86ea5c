"""Inside a meeting: our pages in a frame of another site, 320 px wide, with that site's rules on cookies."""

import pytest
from playwright.sync_api import expect

from tests.journeys.content import TWO
from tests.journeys.gathering import HOUR, Gathering
from tests.journeys.host import hosts
from tests.journeys.hour import Walk
from tests.journeys.lead import Lead
from tests.journeys.looks import barriers
from tests.journeys.people import Participant
from tests.journeys.settings import BRITISH, SHORT
from tests.journeys.test_any_device import offers

NO_COOKIES_OF_OTHERS = {
    "enableThirdPartyCookieRestriction": True,
    "disableThirdPartyCookieMetadata": True,
    "disableThirdPartyCookieHeuristics": True,
}

NARROW, WIDE = {"width": 320, "height": 700}, {"width": 1280, "height": 800}

STORAGE_THROWS = """{
  const no = () => { throw new DOMException("Storage is not allowed here", "SecurityError"); };
  IDBFactory.prototype.open = no;
  for (const name of ["sessionStorage", "localStorage"]) Object.defineProperty(window, name, { get: no });
}"""


@pytest.fixture
def start_host():
    with hosts() as start:
        yield start


@pytest.fixture
def panel(open_page):
    """`panel(host, link)`: a page of the host with the link in its frame, 320 px wide, third-party cookies blocked."""

    def panel(host, link):
        page = open_page(**NARROW, **BRITISH)
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.send("Network.setCookieControls", NO_COOKIES_OF_OTHERS)
        page.goto(host.showing(link))
        return page

    return panel


def framed(page):
    return page.frames[1]


def test_two_people_in_side_panels_run_the_hour_without_a_barrier_and_keep_their_places(
    start_host, start_server, open_page, panel
):
    host = start_host()
    server = start_server(**SHORT, embed_origins=host.origin)
    meeting = Gathering(server.url, open_page, HOUR)
    page = panel(host, meeting.key_link)
    lead = Lead(page, "Maureen", at=framed(page))
    page = panel(host, meeting.link)
    tom = Participant(page, "Tom", at=framed(page))
    tom._comes_in()
    wall = meeting.wall(lead)
    found = {"waiting": barriers_of_all(lead, tom, wall)}
    for screen in Walk(lead, [tom], TWO, [wall]):
        assert fits(lead), screen
        assert fits(tom), screen
        found[screen] = barriers_of_all(lead, tom, wall)
        if screen in ("hello-written", "picks", "actions"):
            title = lead.at.get_by_role("heading", level=1).inner_text()
            for one in (lead, tom):
                one.returns()
                one.at = one.hand.at = framed(one.page)
                one.stands_at(title)
        if screen == "picks":
            expect(tom.shown("✓ Counted")).to_be_visible()
    assert {screen: lines for screen, lines in found.items() if lines} == {}
    assert len(found) > 20
    assert tom.at.evaluate("document.cookie") == ""


def fits(person):
    """Nothing sticks out sideways."""
    return person.at.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def barriers_of_all(lead, tom, wall):
    """Of the desk in a panel that was pulled wide, of a narrow panel, and of the room's screen."""
    pull(lead, WIDE)
    found = [f"{one.name}: {line}" for one in (lead, tom, wall) for line in barriers(one)]
    pull(lead, NARROW)
    return found


def pull(person, size):
    """Make the panel as wide as this."""
    person.page.set_viewport_size(size)
    person.at.wait_for_function("width => innerWidth === width", arg=size["width"])


def test_a_place_moves_into_a_side_panel_and_out_of_it_again(start_host, start_server, open_page, panel):
    host = start_host()
    server = start_server(**SHORT, embed_origins=host.origin)
    meeting = Gathering(server.url, open_page)
    lead, phone = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, phone)
    phone.writes("Idea", "A choir on the pier")
    phone.has_saved("A choir on the pier")
    page = panel(host, f"{server.url}/join")
    inside = Participant(page, "Tom", at=framed(page))
    goes_over(phone, inside)
    inside.has_saved("A choir on the pier")
    inside.rewrites("A choir on the pier", "A choir on the beach")
    outside = Participant(meeting.page(), "Tom")
    outside.page.goto(f"{server.url}/join")
    goes_over(inside, outside)
    outside.has_saved("A choir on the beach")
    lead.goes_on("Read the ideas")
    expect(lead.card("A choir on the beach")).to_have_count(1)


def goes_over(here, there):
    """Somebody goes on at another device, at which the page for codes is open."""
    code = offers(here)
    there.hand.type(there.box("Join code"), code.lower())
    there.presses("Go on")
    there.stands_at("Ideas")
    here.reads("Your place is on the other device now")


def test_third_party_cookies_are_blocked_in_these_panels(start_host, start_server, panel):
    host = start_host()
    page = panel(host, start_server(**SHORT, embed_origins=host.origin).url)
    frame = framed(page)
    frame.get_by_role("heading", level=1).wait_for()
    assert frame.evaluate("document.cookie = 'a=1; SameSite=None; Secure'; document.cookie") == ""


def test_a_site_that_is_not_allowed_cannot_frame_us(start_host, start_server, open_page, panel):
    allowed, other = start_host(), start_host()
    server = start_server(**SHORT, embed_origins=allowed.origin)
    link = Gathering(server.url, open_page).link
    assert "Nobody alone" in framed(panel(allowed, link)).get_by_role("heading", level=1).inner_text()
    page = panel(other, link)
    expect(page.locator("iframe")).to_be_visible()
    assert framed(page).url.startswith("chrome-error:")
    assert len(open_page.faults) == 1
    assert "frame-ancestors" in open_page.faults.pop()
    alone = Participant(open_page(**BRITISH), "Tom")
    alone.joins(link)  # the same link in a tab of its own
    alone.stands_at("We start soon")


def test_storage_that_throws_works_and_says_what_that_means(gather):
    meeting = gather()
    lead = meeting.lead()
    page = meeting.page()
    page.add_init_script(STORAGE_THROWS)
    bea = Participant(page, "Bea")
    page.goto(meeting.link)
    bea.reads("This device keeps nothing. If you close or reload this page, words that were not sent are lost")
    bea._comes_in()
    bea.stands_at("We start soon")
    lead.starts()
    lead.goes_on("What we know")
    bea.stands_at("What we know")
    bea.writes("Fact", "The ferry office has a waiting room nobody uses")
    bea.has_saved("The ferry office has a waiting room nobody uses")
    lead.goes_on("Ideas")
    lead.opens("The board so far")
    lead.sees("The ferry office has a waiting room nobody uses")
    bea.returns()
    bea.reads("This device keeps nothing.")
    expect(bea.button("Join").first).to_be_visible()
