"""The short agenda from end to end, led from a phone, and everything that can be taken home from it."""

import json

from PIL import Image
from playwright.sync_api import expect

from tests.journeys.hands import Finger, Keys
from tests.journeys.paper import printed, stands_in_order

IDEAS = ("Borrow the school minibus at weekends", "A notice board at the chemist's, with tear-off numbers")
WORRY = "The minibus needs a driver with the right licence"


def test_two_phones_and_a_keyboard_run_twenty_minutes(gather):
    meeting = gather()
    phone = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
    lead, bea = meeting.lead(**phone), meeting.joins("Bea", Finger, **phone)
    lead.hand = Finger(lead.page)
    ken = meeting.joins("Ken", Keys, width=768, height=1024)
    everybody = (lead, bea, ken)
    for one in everybody:
        one.waits()
    lead.starts()
    for one in everybody:
        one.stands_at("Our question")
    ken.writes("Note", "How do we get people to the shops?")
    bea.sees("How do we get people to the shops?")
    all_go_on(everybody, "What we know", "Ideas")
    bea.writes("Idea", IDEAS[0])
    ken.writes("Idea", IDEAS[1])
    ken.keeps_a_worry(WORRY)
    all_go_on(everybody, "Read the ideas", "What is good")
    ken.turns_to(IDEAS[0])
    ken.writes("Benefit", "It stands idle from Friday to Monday")
    all_go_on(everybody, "What to watch")
    lead.shows_the_worries()
    bea.sees(WORRY)
    all_go_on(everybody, "What pulls you")
    lead.opens_the_vote(3)
    for one in everybody:
        one.picks(IDEAS[0])
    lead.closes_the_vote()
    bea.reads("picked by 3 people")
    saves_the_result(bea)
    all_go_on(everybody, "What we do next")
    ken.agrees("Ask the head teacher", "Ken", "2026-12-01")
    lead.ends()
    bea.stands_at("Thank you")
    takes_everything_home(bea)
    sheets = " ".join(printed(bea.page))
    came_to = ("Actions", "Ask the head teacher", "Ken", "1 December 2026", "How we voted", "picked by 3 people")
    assert stands_in_order(sheets, *came_to, "Ideas", IDEAS[0], "Cautions", WORRY), sheets


def all_go_on(everybody, *titles):
    """The first of them leads."""
    for title in titles:
        everybody[0].goes_on(title)
    for one in everybody:
        one.stands_at(titles[-1])


def saves_the_result(person):
    """As a picture whose words are words, and as one that opens everywhere."""
    person.presses("Save the result as a picture")
    path, name = person.takes_home("As SVG")
    assert name.endswith(", result.svg")
    assert f"{IDEAS[0]}: picked by 3 people (chosen)" in path.read_text()
    path, _ = person.takes_home("As PNG")
    with Image.open(path) as image:
        assert image.width == 2 * 960
        assert (28, 87, 70) in {colour for _, colour in image.convert("RGB").getcolors(1 << 24)}  # its bars
    person.page.keyboard.press("Escape")


def takes_everything_home(person):
    """Every file holds the idea, the worry and the action, and none of them the name of who wrote unsigned."""
    for button, ending in (
        ("Plan for Word", ".docx"),
        ("Plan to print", ".html"),
        ("Plan as text", ".md"),
        ("Everything, as data", ".json"),
    ):
        path, name = person.takes_home(button)
        assert name.endswith(ending)
        if ending == ".docx":
            continue
        words = path.read_text()
        assert [text for text in (IDEAS[0], WORRY, "Ask the head teacher", "Ken") if text not in words] == []
        assert "Bea" not in words
        if ending == ".json":
            json.loads(words)
    expect(person.at.get_by_text("Ready: ").first).to_be_visible()
