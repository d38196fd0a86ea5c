"""The short agenda from end to end, led from a phone, and everything that can be taken home from it."""

import json

from playwright.sync_api import expect

from tests.journeys.gathering import go_to
from tests.journeys.hands import Finger, Keys

IDEAS = ("Borrow the school minibus at weekends", "A notice board at the chemist's, with tear-off numbers")
WORRY = "The minibus needs a driver with the right licence"


def test_two_phones_and_a_keyboard_run_twenty_minutes(gather):
    meeting = gather()
    phone = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
    lead, bea = meeting.lead(**phone), meeting.joins("Bea", Finger, **phone)
    lead.hand = Finger(lead.page)
    ken = meeting.joins("Ken", Keys, width=768, height=1024)
    everybody = (lead, bea, ken)
    go_to("Our question", *everybody)
    ken.writes("Note", "How do we get people to the shops?")
    bea.sees("How do we get people to the shops?")
    go_to("Ideas", *everybody)
    bea.writes("Idea", IDEAS[0])
    ken.writes("Idea", IDEAS[1])
    ken.keeps_a_worry(WORRY)
    go_to("What is good", *everybody)
    ken.turns_to(IDEAS[0])
    ken.writes("Benefit", "It stands idle from Friday to Monday")
    go_to("What to watch", *everybody)
    lead.shows_the_worries()
    bea.sees(WORRY)
    go_to("What pulls you", *everybody)
    lead.opens_the_vote(3)
    for one in everybody:
        one.picks(IDEAS[0])
    lead.closes_the_vote()
    bea.reads("picked by 3 people")
    go_to("What we do next", *everybody)
    ken.agrees("Ask the head teacher", "Ken", "2026-12-01")
    lead.ends()
    bea.stands_at("Thank you")
    takes_everything_home(bea)


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
