"""Edge cases of time, as people meet them: going on while somebody types, coming late, falling out of the line."""

import re

from playwright.sync_api import expect

from tests.journeys.gathering import HOUR
from tests.journeys.test_offline import left_over

HALF = "Half a thought about the harbour café"


def test_e02_what_somebody_was_typing_when_the_step_ended_stays_theirs(gather):
    meeting = gather(HOUR)
    lead, tom, aisha = meeting.lead(), meeting.joins("Tom"), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, tom, aisha)
    tom.hand.type(tom.box("Your idea"), HALF)
    lead.goes_on("Read the ideas")
    tom.stands_at("Read the ideas")
    waiting = left_over(tom, "")
    expect(waiting.get_by_role("textbox")).to_have_value(HALF)
    for choice in ("Add it now", "Keep it as a worry for later", "Delete it"):
        expect(waiting.get_by_role("button", name=choice)).to_be_visible()
    tom.returns()
    expect(waiting.get_by_role("textbox")).to_have_value(HALF)
    aisha.writes("Idea", "Something else meanwhile")
    for one in (lead, tom):
        one.sees("Something else meanwhile")
    for one in (lead, aisha):
        one.sees_nothing_of(HALF)
    tom.presses("Delete it")
    expect(tom.at.get_by_text("You were still writing")).to_be_hidden()


def test_e02_whoever_leads_is_told_that_not_all_are_done(gather):
    meeting = gather()
    lead = meeting.lead()
    people = [meeting.joins(name) for name in ("Tom", "Aisha", "Bea", "Ken", "Olu")]
    meeting.moves_to("Ideas", lead, *people)
    people[0].is_done()
    lead.presses(re.compile("^Show all ideas"))
    lead.reads("Not everybody has said “I'm done”.")
    lead.presses("Not yet")
    for one in (lead, *people):
        one.stands_at("Ideas")


def test_e03_an_idea_that_comes_after_the_reveal_is_marked_later_and_nothing_else(gather):
    meeting = gather(HOUR)
    lead, tom, aisha = meeting.lead(), meeting.joins("Tom"), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, tom, aisha)
    tom.writes("Idea", "In time")
    lead.goes_on("Read the ideas")
    aisha.stands_at("Read the ideas")
    aisha.writes("Idea", "A second thought")
    for one in (lead, tom, aisha):
        expect(one.card("A second thought").filter(visible=True)).to_have_text(re.compile("^A second thoughtlater$"))
        expect(one.card("In time").filter(visible=True)).to_have_text("In time")


def test_e10_who_comes_late_gets_one_page_to_catch_up_and_then_everything_that_is_shown(gather):
    meeting = gather(HOUR)
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Our question", lead, tom)
    tom.writes("Question", "How might we keep the pier lit?")
    lead.sees("How might we keep the pier lit?")
    meeting.moves_to("Ideas", lead, tom)
    tom.writes("Idea", "Lanterns lent out at the kiosk")
    late = meeting.joins("Ken")
    for words in ("Good that you are here", "How might we keep the pier lit?", "Step 5 of 13: Ideas", "Join in"):
        late.reads(words)
    expect(late.at.get_by_role("timer")).to_be_visible()
    late.sees_nothing_of("Lanterns lent out")
    late.presses("Join in")
    late.stands_at("Ideas")
    late.writes("Idea", "Paint the railings with something that glows")
    late.has_saved("Paint the railings with something that glows")
    lead.goes_on("Read the ideas")
    late.sees("Lanterns lent out at the kiosk", "Paint the railings")


def test_e12_when_somebody_goes_their_cards_stay_and_the_same_link_brings_them_back(gather):
    meeting = gather()
    lead, tom, aisha = meeting.lead(), meeting.joins("Tom"), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, tom, aisha)
    tom.writes("Idea", "Boules on the sand at low tide")
    tom.has_saved("Boules on the sand at low tide")
    tom.hand.type(tom.box("Your idea"), HALF)
    tom.page.wait_for_timeout(0)
    tom.page.close()
    expect(lead.at.get_by_text("2 people are here").first).to_be_visible()
    again = type(tom)(tom.page.context.new_page(), "Tom")
    again.page.goto(meeting.link)
    again.stands_at("Ideas")
    again.has_saved("Boules on the sand at low tide")
    expect(again.box("Your idea")).to_have_value(HALF)
    expect(lead.at.get_by_text("3 people are here").first).to_be_visible()
    again.page.close()
    lead.goes_on("Read the ideas")
    aisha.sees("Boules on the sand at low tide")


def test_e13_of_two_tabs_one_writes_and_the_other_offers_to(gather):
    meeting = gather()
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, tom)
    tom.hand.type(tom.box("Your idea"), HALF)
    other = type(tom)(tom.page.context.new_page(), "Tom")
    other.page.goto(meeting.link)
    other.stands_at("Ideas")
    other.reads("You are writing in another tab")
    expect(other.box("Your idea")).not_to_be_editable()
    expect(tom.box("Your idea")).to_be_editable()
    other.presses("Write here instead")
    expect(other.box("Your idea")).to_be_editable()
    expect(other.box("Your idea")).to_have_value(HALF)
    expect(tom.box("Your idea")).not_to_be_editable()
    tom.reads("You are writing in another tab")
    other.writes("Idea", "Finished in the second tab")
    other.has_saved("Finished in the second tab")
    other.page.close()
    expect(tom.box("Your idea")).to_be_editable()
    tom.has_saved("Finished in the second tab")
    expect(lead.at.get_by_text("2 people are here").first).to_be_visible()


def test_e15_when_the_facilitator_drops_the_step_goes_on_and_a_co_facilitator_takes_over(gather):
    meeting = gather()
    lead, tom = meeting.lead(), meeting.joins("Tom")
    helper = type(lead)(meeting.page(), "Olu")
    helper.page.goto(lead.helper_link())
    helper.reads("Bring people in")
    meeting.moves_to("Ideas", lead, helper, tom)
    helper.page.close()
    lead.page.close()
    tom.reads("The facilitator is away. The clock and the board go on.")
    before = tom.clock()
    tom.writes("Idea", "Ask the harbour master")
    tom.has_saved("Ask the harbour master")
    expect(tom.at.get_by_role("timer")).not_to_have_text(f"{before // 60}:{before % 60:02}")
    assert tom.at.get_by_role("button", name=re.compile("Show all .*cards|[Gg]o on to")).count() == 0
    again = type(lead)(helper.page.context.new_page(), "Olu")
    again.page.goto(meeting.link)
    again.stands_at("Ideas")
    expect(tom.at.get_by_text("The facilitator is away")).to_be_hidden()
    again.goes_on("Read the ideas")
    tom.sees("Ask the harbour master")
