"""What is said without being looked at: steps, time, a line or a card that is lost; and where the focus is then."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.gathering import HOUR, title_of
from tests.journeys.people import exactly
from tests.journeys.test_offline import back_again, cut_off
from tests.waiting import eventually
from tests.wire import Line, next_phase, post

# Keeps all that the announcer says.
LISTEN = """() => {
  const region = document.querySelector("[data-announcer]");
  window.said = [];
  new MutationObserver(() => window.said.push(region.textContent)).observe(region, {
    childList: true, characterData: true, subtree: true,
  });
}"""
HERE = "document.activeElement.ariaLabel || document.activeElement.textContent"


@pytest.fixture
def hearing(gather):
    """Maureen leads; Tom hears all that is said to him, and has the focus on "Help"."""
    meeting = gather(HOUR)
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, tom)
    tom.page.evaluate(LISTEN)
    tom.button("Help").focus()
    return meeting, lead, tom


def hears(person, words):
    """Waits until this was said."""
    eventually(lambda: re.search(words, " ".join(person.page.evaluate("window.said"))))


def test_a_stopped_clock_and_a_lost_line_are_said_and_move_no_focus_and_a_new_step_begins_at_its_heading(hearing):
    _, lead, tom = hearing
    lead.presses("Stop the clock")
    hears(tom, "The clock is stopped")
    lead.presses("Let it run")
    hears(tom, "The clock goes on")
    cut_off(tom)
    hears(tom, "Connecting again")
    assert tom.page.evaluate(HERE) == "Help"
    back_again(tom)
    lead.goes_on("Read the ideas")
    hears(tom, "New step: Read the ideas")
    expect(tom.heading("Read the ideas", 1)).to_be_focused()


def test_the_clock_is_a_timer_that_is_not_live_and_a_key_says_what_it_shows(hearing):
    _, lead, tom = hearing
    for one in (lead, tom):
        timer = one.at.get_by_role("timer").first
        expect(timer).to_have_accessible_name(re.compile("left$"))
        assert timer.evaluate("one => one.closest('[aria-live]:not([aria-live=off])') === null")
    tom.page.keyboard.press("t")
    hears(tom, r"\d+ minutes? (\d+ seconds? )?left")
    assert tom.page.evaluate(HERE) == "Help"


def test_a_card_that_was_taken_back_hands_the_focus_to_its_neighbour_and_says_so(hearing):
    _, lead, tom = hearing
    lead.writes("Idea", "Soup", "Songs")
    tom.writes("Idea", "Sheds", "Ships")
    lead.goes_on("Read the ideas")
    tom.stands_at("Read the ideas")
    tom.presses(exactly("List"))
    tom.at.locator("article[id^=card-]", has_text="Soup").focus()
    lead.presses(exactly("List"))
    lead.opens("on this device")
    lead.takes_back("Soup")
    expect(tom.at.locator("article[id^=card-]", has_text="Soup")).to_have_count(0)
    hears(tom, "The card you were on was taken back")
    assert tom.page.evaluate("document.activeElement.matches('article[id^=card-]')")


def test_help_stands_in_the_same_place_in_every_step_and_leads_to_a_person(gather):
    """WCAG 3.2.6."""
    meeting = gather()
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Our question", lead, tom)
    device = Line(meeting.url, meeting._token)
    last = device.view["workshop"]["phases"][-1]["title"]
    places = {lead.name: set(), tom.name: set()}
    while True:
        for one in (lead, tom):
            one.stands_at(title_of(device.view))
            places[one.name].add(tuple(one.button(exactly("Help")).bounding_box().values()))
        if title_of(device.view) == last:
            break
        next_phase(device)
    device.close()
    assert {name: len(found) for name, found in places.items()} == {"Maureen": 1, "Tom": 1}
    tom.presses(exactly("Help"))
    tom.presses("Ask for a talk")
    lead.reads("Tom asks for a talk")


def test_what_stands_in_a_language_of_its_own_says_so(gather):
    """WCAG 3.1.2."""
    meeting = gather(HOUR)
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Our question", lead, tom)
    writer = Line(meeting.url, post(meeting.url, f"/api/workshops/{meeting.id}/seats", name="")["token"])
    mark = {"id": "c" * 32, "verifier": "d" * 64}
    writer.do("AddCard", **mark, run=writer.run, kind="question", text="Pwy sydd yma?", language="cy", signed="Siân")
    writer.close()
    tom.presses(exactly("List"))
    card = tom.at.locator("article[id^=card-] .card-text", has_text="Pwy sydd yma?")
    expect(card).to_have_attribute("lang", "cy")
    tom.presses(exactly("Board"))
    piece = tom.at.get_by_role("application", name="Board").get_by_role("button", name="Pwy sydd yma?")
    expect(piece.locator("[lang=cy]").or_(piece.and_(tom.at.locator("[lang=cy]"))).first).to_be_attached()
