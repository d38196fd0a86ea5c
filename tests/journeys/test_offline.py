"""Without a line: what is written is kept, arrives once, and never appears by itself where it would unmask."""

import re

from playwright.sync_api import expect

from tests.journeys.gathering import HOUR

THREE = (
    "Benches that face each other, not the sea",
    "A bell on the pier for whoever would like a game of chess",
    "Write to the people who live above the shops",
)
BEFORE = "Open the bowls club to people who do not bowl"


def left_over(person, text):
    """The place where words wait for a decision."""
    return (
        person.at.get_by_role("region", name=re.compile("^You were still writing"))
        .get_by_role("listitem")
        .filter(has_text=text)
    )


def cut_off(person):
    person.page.context.set_offline(True)


def back_again(person):
    person.page.context.set_offline(False)


def test_three_cards_written_offline_survive_the_reveal_and_wait_for_their_writer(gather):
    meeting = gather(HOUR)
    lead, aisha, tom = meeting.lead(), meeting.joins("Aisha"), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, aisha, tom)
    aisha.writes("Idea", BEFORE)
    aisha.has_saved(BEFORE)
    cut_off(aisha)
    aisha.writes("Idea", *THREE)
    mine = aisha.at.get_by_role("list", name="Your cards, from this device")
    expect(mine.get_by_role("article").filter(has_text="Not sent yet")).to_have_count(3)
    aisha.reads("3 things are not sent yet")
    lead.goes_on("Read the ideas")
    tom.sees(BEFORE)
    back_again(aisha)
    aisha.stands_at("Read the ideas")
    aisha.sees(BEFORE)
    for text in THREE:
        expect(left_over(aisha, text)).to_be_visible()
    aisha.returns()
    aisha.stands_at("Read the ideas")
    first, second, third = (left_over(aisha, text) for text in THREE)
    tom.writes("Idea", "Chess on the pier needs no bell")
    for one in (aisha, lead):
        one.sees("Chess on the pier needs no bell")  # what came later has arrived; hers has not
    for one in (tom, lead):
        one.sees_nothing_of(*THREE)
    aisha.presses("Add it now", first)
    aisha.presses("Keep it as a worry for later", second)
    aisha.presses("Delete it", third)
    for one in (tom, lead, aisha):
        one.sees(THREE[0])
    expect(tom.card(THREE[0])).to_contain_text("later")
    expect(aisha.at.get_by_text("You were still writing")).to_be_hidden()
    for one in (tom, lead):
        one.sees_nothing_of(*THREE[1:])


def test_e16_words_written_without_a_line_are_sent_when_it_is_back_and_only_once(gather):
    meeting = gather()
    lead, aisha = meeting.lead(), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, aisha)
    cut_off(aisha)
    aisha.hand.type(aisha.box("Your idea"), "Half a thought about")
    aisha.page.wait_for_function("document.querySelector('textarea').value.length > 10")
    aisha.writes("Idea", *THREE)
    back_again(aisha)
    aisha.has_saved(*THREE)
    aisha.returns()
    aisha.has_saved(*THREE)
    lead.goes_on("Read the ideas")
    for one in (lead, aisha):
        for text in THREE:
            expect(one.card(text)).to_have_count(1)
