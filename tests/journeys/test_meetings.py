"""Inside a meeting: our page, with the meeting program's own library in it, in a page that plays the program."""

import re

import pytest
from playwright.sync_api import expect

from tests import running
from tests.journeys.lead import Lead
from tests.journeys.looks import barriers
from tests.journeys.meetings import in_teams, in_zoom
from tests.journeys.people import Participant, exactly
from tests.journeys.settings import SHORT
from tests.server.zoom_context import SETTINGS

PANEL = {"width": 340, "height": 720}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running.servers(tmp_path_factory.mktemp("meetings")) as start:
        yield start(**SHORT, **SETTINGS, teams_client_id="ours", teams_tenants="t")


@pytest.fixture
def comes(open_page, server, request):
    """`comes(name, role)`: somebody opens us in the meeting of this test."""

    def comes(name, role="participant", **options):
        page = in_zoom(open_page, server, name, request.node.name, role, **(PANEL | options))
        kind = Participant if role == "participant" else Lead
        return kind(page, name, at=page.frames[1])

    return comes


def starts_here(lead):
    lead.presses("Start a workshop here")
    lead.hand.type(lead.box("What is your question?"), "Nobody alone this winter")
    lead.presses("Make the workshop")


def test_the_host_starts_in_the_meeting_everybody_comes_in_by_themselves_and_a_reload_keeps_the_place(comes):
    pat = comes("Pat")
    expect(pat.heading("Nobody has started here yet", 1)).to_be_visible()
    assert barriers(pat) == []
    lead = comes("Hanna", "host")
    starts_here(lead)
    lead.waits()
    expect(pat.box("Your name, if you like")).to_have_value("From Zoom")
    pat.hand.type(pat.box("Your name, if you like"), "Pat")
    pat.presses(exactly("Join"))
    pat.waits()
    lead.starts()
    pat.stands_at("Our question")
    pat.returns()
    pat.at = pat.hand.at = pat.page.frames[1]
    pat.stands_at("Our question")
    expect(pat.button("Pat")).to_be_visible()
    assert pat.at.evaluate("document.cookie") == ""


def test_the_lead_shows_it_to_everybody_by_the_programs_own_invitation(comes):
    lead = comes("Hanna", "host")
    starts_here(lead)
    lead.waits()
    lead.presses("Show this to everyone in the meeting")
    lead.reads("Your meeting program asks them now.")
    assert "sendAppInvitationToAllParticipants" in lead.page.evaluate("window.heard")


def test_whoever_becomes_cohost_in_the_meeting_leads_from_then_on(comes):
    lead, pat = comes("Hanna", "host"), comes("Pat")
    starts_here(lead)
    pat.presses(exactly("Join"))
    pat.waits()
    pat.page.evaluate("window.role = 'coHost'; window.say('onMyUserContextChange', { role: 'coHost', timestamp: 1 })")
    pat.page.wait_for_function("() => document.querySelector('iframe')")
    expect(pat.page.frame_locator("iframe").get_by_role("button", name=re.compile("^Start with"))).to_be_visible()


def test_a_program_that_says_nothing_leaves_the_plain_page_and_a_quiet_word(open_page, server):
    page = in_zoom(open_page, server, "Pat", "silence", silent=True, **PANEL)
    pat = Participant(page, "Pat", at=page.frames[1])
    pat.reads("Your meeting program does not answer.")
    expect(pat.box("Join code")).to_be_visible()
    assert barriers(pat) == []


def test_a_page_that_plays_the_program_elsewhere_gets_no_frame_of_ours(open_page, server):
    page = open_page()
    body = f'<iframe title="x" src="{server.url}/host/zoom"></iframe>'
    page.context.route("https://evil.test/**", lambda route: route.fulfill(content_type="text/html", body=body))
    page.context.grant_permissions(["local-network-access"])
    page.goto("https://evil.test/")
    expect(page.locator("iframe")).to_be_visible()
    page.wait_for_function("() => performance.now() > 0")
    assert page.frames[1].url in {"", "about:blank", "chrome-error://chromewebdata/"}
    open_page.faults.clear()


@pytest.fixture
def teams(open_page, server, request):
    """`teams(name)`: a guest opens us in the Teams meeting of this test."""

    def teams(name):
        page = in_teams(open_page, server, f"19:{request.node.name}@thread.v2", **PANEL)
        return Lead(page, name, at=page.frames[1])

    yield teams
    # Microsoft's library asks Microsoft for a list; our policy lets nothing out, and it goes on without.
    open_page.faults[:] = [one for one in open_page.faults if "validDomains" not in one]


def test_in_teams_the_page_is_as_dark_and_in_the_language_that_teams_is_also_when_that_changes(teams):
    pat = teams("Pat")
    expect(
        pat.heading("Hier hat noch niemand begonnen", 1).or_(pat.heading("Nobody has started here yet", 1))
    ).to_be_visible()
    ink = "getComputedStyle(document.body).color"
    light = pat.at.evaluate(ink)
    pat.page.evaluate("window.say('themeChange', ['dark'])")
    pat.at.wait_for_function(f"before => {ink} !== before", arg=light)
    assert pat.at.evaluate("document.documentElement.style.colorScheme") == "dark"
    assert pat.at.evaluate("document.documentElement.lang") == "de"
    assert barriers(pat) == []
    pat.page.evaluate("window.say('themeChange', ['default'])")
    pat.at.wait_for_function(f"before => {ink} === before", arg=light)


def test_in_teams_guests_of_one_meeting_come_to_one_workshop_and_it_is_put_on_the_stage(teams):
    lead = teams("Hanna")
    lead.at.get_by_role("heading", level=1).wait_for()
    lead.at.locator("select").first.select_option("en")
    lead.opens("Do you lead this?")
    starts_here(lead)
    lead.waits()
    lead.presses("Show this to everyone in the meeting")
    lead.reads("Everyone in the meeting sees it now.")
    shared = [args for func, args in lead.page.evaluate("window.heard") if func == "meeting.shareAppContentToStage"]
    assert shared[0][1] == {"sharingProtocol": "Collaborative"}
    assert "/host/teams" in shared[0][0]
    guest = teams("Pat")
    expect(guest.box("Your name, if you like").or_(guest.at.get_by_role("textbox").first)).to_be_visible()
    assert guest.page.url.startswith("https://teams.microsoft.com/")
