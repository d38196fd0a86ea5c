"""Coming back: to lead from another computer, after the server died, on a device that others use too."""

import re

from playwright.sync_api import expect

from tests.journeys.gathering import Gathering
from tests.journeys.lead import Lead
from tests.journeys.people import Participant
from tests.journeys.settings import SHORT

BOATS = ("Repaint the rowing boats together", "Name the boats after grandmothers", "Row them out on Sundays")


def test_the_key_leaves_the_address_bar_and_the_same_link_still_leads_there(gather):
    meeting = gather()
    lead = meeting.lead()
    expect(lead.page).to_have_url(meeting.link)
    lead.page.goto(meeting.link)
    lead.reads("Bring people in")


def test_a_workshop_made_on_monday_opens_on_thursday_with_the_printed_code(gather):
    meeting = gather()
    meeting.lead().starts()
    other = Lead(meeting.page(), "Maureen")
    other.page.goto(meeting.link)
    other.opens("I lead this workshop")
    other.hand.type(other.box("Code for you alone"), meeting.recovery_code.lower().replace("-", " "))
    other.presses("Open the workshop")
    other.stands_at("Our question")
    other.goes_on("What we know")


def test_a_device_that_leads_can_be_signed_out_from_another(gather):
    meeting = gather()
    lead, lost = meeting.lead(), meeting.lead()
    lead.presses("Look which devices can lead")
    lead.presses("Sign out")
    lead.presses("Yes, sign it out")
    lost.reads("You have left this workshop")
    assert lost.button(re.compile("^Start with")).count() == 0
    lead.starts()


def test_a_shared_device_keeps_nothing_when_the_tab_is_closed(gather):
    meeting = gather()
    lead = meeting.lead()
    first = Participant(meeting.page(), "Bea")
    first.page.goto(meeting.link)
    first.hand.tick(first.at.get_by_role("checkbox", name="This is a shared device"))
    first._comes_in()
    meeting.moves_to("What we know", lead, first)
    first.writes("Fact", BOATS[0])
    first.returns()
    first.has_saved(BOATS[0])
    second = Participant(first.page.context.new_page(), "Ken")
    first.page.close()
    second.joins(meeting.link)
    second.presses("Join in")
    second.stands_at("What we know")
    second.sees_nothing_of(BOATS[0])


def test_after_a_power_cut_everybody_is_back_by_themselves_with_all_they_wrote(start_server, open_page):
    server = start_server(**SHORT)
    meeting = Gathering(server.url, open_page)
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, tom)
    tom.writes("Idea", BOATS[0])
    tom.has_saved(BOATS[0])
    server.kill9()
    tom.writes("Idea", BOATS[1])
    expect(tom.card(BOATS[1])).to_contain_text("Not sent yet")
    server.start()
    tom.has_saved(*BOATS[:2])
    tom.writes("Idea", BOATS[2])
    tom.has_saved(BOATS[2])
    lead.goes_on("Read the ideas")
    for one in (lead, tom):
        for text in BOATS:
            expect(one.card(text)).to_have_count(1)
