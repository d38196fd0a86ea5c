"""The list is the same board: with the keys alone, in one's own size of words, and with as much said as one wants."""

import secrets

import pytest
from playwright.sync_api import expect

from tests.journeys.gathering import HOUR
from tests.journeys.hands import Keys
from tests.journeys.looks import barriers
from tests.journeys.people import Participant, exactly
from tests.journeys.test_board import Canvas
from tests.waiting import another_second
from tests.wire import VERIFIER, Line, post

IDEAS = ("Benches that face the sea", "Lend out garden sheds", "Row the old boats on Sundays", "A bus stop choir")
PHONE = {"width": 400, "height": 800}

# Keeps what the announcer says, one entry for each time that it speaks.
LISTEN = """() => {
  const region = document.querySelector("[data-announcer]");
  window.said = [];
  new MutationObserver(() => window.said.push(region.textContent)).observe(region, {
    childList: true, characterData: true, subtree: true,
  });
}"""
# Keeps the size of words that the page had when its first element was drawn.
FIRST_LOOK = """
  new MutationObserver(() => {
    window.first ??= document.querySelector("#app > *") && document.documentElement.dataset.text;
  }).observe(document, { childList: true, subtree: true });
"""


@pytest.fixture
def writer(gather, house):
    """A workshop of an hour, and a device that writes in it over the wire."""
    meeting = gather(HOUR)
    meeting.lead_page = meeting.lead()
    device = Line(house.url, post(house.url, f"/api/workshops/{meeting.id}/seats", name="")["token"])

    def write(kind, *texts, signed=""):
        device.until(lambda view: view["workshop"]["run"] == meeting.run)  # it hears of a step as the others do
        for text in texts:
            mark = {"id": secrets.token_hex(16), "verifier": VERIFIER}
            device.do("AddCard", **mark, run=device.run, kind=kind, text=text, signed=signed)

    yield meeting, write
    device.close()


def come(meeting, name, hand=Keys, **options):
    person = Participant(meeting.page(**options), name, hand)
    person.joins(meeting.link)
    person.presses(exactly("Join in"))  # it has begun
    return person


def cards_in_order(person):
    """The words of the cards in somebody's list, in the order in which they are read."""
    lines = person.at.locator("article[id^=card-] .card-text")
    return [text for text in lines.all_inner_texts() if text in IDEAS]


def opens_card(person, text):
    person.presses(f"More about this card: {text}")
    expect(person.at.get_by_role("dialog", name="This card")).to_be_visible()


def test_with_the_keys_alone_cards_are_grouped_ordered_and_coloured_and_the_canvas_shows_the_same(writer):
    meeting, write = writer
    meeting.moves_to("Ideas")
    write("idea", *IDEAS)
    meeting.moves_to("Like with like")
    ana, bo = come(meeting, "Ana", **PHONE), Canvas(come(meeting, "Bo"))
    ana.opens("The board so far")
    opens_card(ana, IDEAS[2])
    found = barriers(ana)
    ana.presses("Move to…")
    found += barriers(ana)
    assert found == []
    ana.hand.type(ana.box("A new group"), "By the sea")
    ana.presses("Make this group")
    expect(bo.thing(f"{IDEAS[2]}. In the group By the sea.")).to_be_visible()
    expect(ana.at.locator("article[id^=card-]", has_text=IDEAS[2])).to_be_focused()

    last = cards_in_order(ana)[-1]
    opens_card(ana, last)
    ana.presses("Move to…")
    ana.presses("To the top")
    loose = [text for text in IDEAS if text != IDEAS[2]]
    wanted = [last, *(text for text in cards_in_order(ana) if text in loose and text != last)]
    expect(ana.at.locator("article[id^=card-]", has_text=last)).to_be_focused()
    expect(ana.at.get_by_role("group", name="Stands alone").locator(".card-text")).to_have_text(wanted)
    for text in wanted:
        expect(bo.thing(text)).to_be_visible()
    assert sorted(wanted, key=lambda text: bo.place(text)[::-1]) == wanted

    opens_card(ana, last)
    ana.opens("Colour")
    ana.presses(exactly("Pink"))
    expect(bo.thing(f"{last}. Colour: Pink.")).to_be_visible()


def test_thirty_cards_in_five_seconds_are_told_in_two_sentences_and_none_is_left_out(writer):
    meeting, write = writer
    meeting.moves_to("Our question")
    ana = come(meeting, "Ana", **PHONE)
    ana.heading("Our question", 1).wait_for()
    ana.page.evaluate(LISTEN)
    for turn in range(5):
        write("question", *(f"Question {turn} {nr}?" for nr in range(6)), signed="Bo")
        another_second()
    ana.sees("Question 4 5?")
    ana.page.wait_for_function(
        "() => window.said.join().match(/\\d+(?= question)/g)?.reduce((a, b) => a + +b, 0) === 30"
    )
    said = ana.page.evaluate("() => window.said.filter((text) => text.includes('question'))")
    assert len(said) <= 2, said


def test_what_is_read_out_is_large_in_the_room_and_moves_nobody(writer):
    meeting, write = writer
    lead = meeting.lead_page
    meeting.moves_to("Ideas")
    write("idea", *IDEAS)
    meeting.moves_to("Like with like")
    ana = come(meeting, "Ana", **PHONE)
    ana.opens("The board so far")
    ana.hand.reach(ana.button(f"More about this card: {IDEAS[3]}"))
    before = ana.page.evaluate("() => [scrollY, document.activeElement.ariaLabel]")
    lead.opens("Read the cards out")
    lead.presses("Read the first card")
    lead.reads("3 of 4 left")
    ana.reads("Being read out now")
    assert ana.page.evaluate("() => document.activeElement.ariaLabel") == before[1]
    for _ in range(3):
        lead.presses("Next card")
    lead.reads("This was the last one.")
    lead.presses("Stop reading out")
    lead.reads("All 4 cards were read out.")
    expect(ana.at.get_by_text("Being read out now")).to_have_count(0)


def test_the_size_of_words_and_silence_are_this_device_s_and_there_before_the_page_is_drawn(writer):
    meeting, _ = writer
    meeting.moves_to("Our question")
    ana = come(meeting, "Ana", **PHONE)
    ana.page.keyboard.press("?")
    help_ = ana.at.get_by_role("dialog", name="Help")
    expect(help_.get_by_role("button", name="How much time is left?")).to_be_visible()
    ana.opens("How it looks and sounds on this device")
    assert barriers(ana) == []
    ana.hand.choose(ana.at.get_by_label("Size of the words"), "Largest")
    ana.hand.choose(ana.at.get_by_label("What a screen reader says by itself"), "Nothing")
    ana.hand.tick(ana.at.get_by_role("checkbox", name="Single letters as keys"), on=False)
    ana.page.add_init_script(FIRST_LOOK)
    ana.returns()
    ana.stands_at("Our question")
    assert ana.page.evaluate("() => window.first") == "largest"
    assert ana.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    ana.page.keyboard.press("?")
    expect(help_).to_have_count(0)
