"""Edge cases of keeping the room safe, as people meet them: hidden cards, a vote that loses one, a slower room."""

import contextlib
import re

import pytest
from playwright.sync_api import TimeoutError as TooLong
from playwright.sync_api import expect

from tests.journeys import shots
from tests.journeys.hands import Keys
from tests.journeys.looks import barriers
from tests.journeys.people import exactly
from tests.waiting import eventually

UNKIND, TEA, PIER = "Pat never helps anyway", "Tea in the boathouse", "Light the pier"
HIDDEN = "Hidden by the facilitator: about a person."
SOMEBODY_ASKS = "Somebody asks you to look at a card"


@pytest.fixture
def reading(gather):
    """Three ideas by Tom, shown to all; Aisha uses the keyboard only."""
    meeting = gather()
    lead, tom, aisha = meeting.lead(), meeting.joins("Tom"), meeting.joins("Aisha", Keys)
    meeting.moves_to("Ideas", lead, tom, aisha)
    tom.writes("Idea", UNKIND, TEA, PIER)
    tom.has_saved(UNKIND, TEA, PIER)
    meeting.moves_to("Read the ideas", lead, tom, aisha)
    return meeting, lead, tom, aisha


def about(person, text):
    """Opens what can be done about a card."""
    person.presses(f"More about this card: {text}")
    return person.at.get_by_role("dialog", name="This card")


def seen(lead):
    """Puts away what is asked, where it stands there; it may go by itself between the look and the press."""
    asked = lead.button("I have seen it")
    if asked.count():
        with contextlib.suppress(TooLong):
            asked.first.click(timeout=1000)
    return not asked.count()


def hides(lead, dialog, why="About a person"):
    lead.hand.tick(dialog.get_by_role("radio", name=why))
    lead.presses("Hide this card", dialog)
    expect(dialog).to_be_hidden()


def test_e33_a_card_is_flagged_hidden_reworded_and_brought_back_and_nobody_learns_whose_it_is(reading):
    _meeting, lead, tom, aisha = reading
    dialog = about(aisha, UNKIND)
    aisha.presses("Ask them to look at this", dialog)
    expect(dialog.get_by_text("You asked for a look at this card.")).to_be_visible()
    assert barriers(aisha) == []
    aisha.presses("Close", dialog)
    expect(lead.heading(SOMEBODY_ASKS)).to_be_visible()
    assert SOMEBODY_ASKS not in tom.words()
    shots.take_at_each_width(lead.page, "moderation-asked")
    dialog = about(lead, UNKIND)
    assert barriers(lead) == []
    hides(lead, dialog)
    expect(lead.heading(SOMEBODY_ASKS)).to_be_hidden()
    for one in (lead, tom, aisha):
        one.sees(HIDDEN)
    for one in (tom, aisha):
        one.opens("Did you write this?")
        shots.take_at_each_width(one.page, f"moderation-hidden-{one.name.lower()}")
        assert barriers(one) == []
    aisha.reads("This device did not write it.")
    aisha.sees_nothing_of(UNKIND)
    tom.reads("This is yours. You can reword it.")
    tom.presses("Reword it")
    tom.hand.type(tom.box("Change your words"), "Ask Pat what would help")
    tom.presses(exactly("Save"))
    card = lead.at.get_by_role("article").filter(has_text=HIDDEN)
    lead.hand.press(card.get_by_role("button", name=re.compile("More about this card")))
    dialog = lead.at.get_by_role("dialog", name="This card")
    expect(dialog.get_by_text("Ask Pat what would help")).to_be_visible()
    shots.take_at_each_width(lead.page, "moderation-back")
    lead.presses("Bring it back", dialog)
    for one in (lead, tom, aisha):
        one.sees("Ask Pat what would help")


def test_e33_somebody_asks_for_a_talk_by_name_and_the_others_hear_nothing_of_it(reading):
    _meeting, lead, tom, aisha = reading
    dialog = about(aisha, TEA)
    aisha.presses("Ask for a talk", dialog)
    expect(lead.shown("Aisha asks for a talk")).to_be_visible()
    aisha.returns()
    aisha.stands_at("Read the ideas")
    expect(lead.shown("Aisha asks for a talk")).to_be_visible()
    assert "Aisha" not in tom.words()
    # On a slow machine her page may come back after this was pressed, and ask once more.
    eventually(lambda: seen(lead))


def test_e31_a_card_hidden_on_an_open_vote_gives_its_dots_back_and_the_vote_goes_on(reading):
    meeting, lead, tom, aisha = reading
    meeting.moves_to("What pulls you", lead, tom, aisha)
    lead.opens_the_vote(3)
    for one in (lead, tom, aisha):
        one.picks(UNKIND)
    tom.picks(TEA)
    lead.desk("Keeping the room safe")
    lead.hand.type(lead.box("Find a card to hide"), "pat never")
    lead.presses(exactly(UNKIND))
    hides(lead, lead.at.get_by_role("dialog", name="This card"))
    for one in (tom, aisha):
        one.reads("It is not in the vote any more.")
        expect(one.at.get_by_role("checkbox", name=UNKIND)).to_be_hidden()
        expect(one.at.get_by_role("checkbox", name=HIDDEN)).to_be_hidden()
    tom.reads("1 of 2 left")
    aisha.reads("2 of 2 left")
    expect(tom.shown("✓ Counted")).to_be_visible()
    shots.take_at_each_width(aisha.page, "moderation-vote")
    shots.take_at_each_width(lead.page, "moderation-vote-desk")
    assert barriers(lead) == barriers(aisha) == []
    lead.presses("Let the vote go on")
    for one in (lead, aisha):
        one.picks(TEA)
    lead.closes_the_vote()
    first = tom.at.get_by_role("list", name="The result").get_by_role("listitem").first
    expect(first).to_contain_text(re.compile(f"{TEA}.*picked by 3 people"))
    tom.sees_nothing_of(UNKIND)


def test_e34_a_slowed_room_and_a_closed_door_are_for_everybody(gather):
    meeting = gather()
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, tom)
    lead.desk("Keeping the room safe")
    assert barriers(lead) == []
    lead.presses("Slow the room down")
    tom.reads("The room is slowed down for everybody: one card every 20 seconds.")
    tom.writes("Idea", TEA, PIER)
    tom.has_saved(TEA)
    expect(tom.at.get_by_role("article").filter(has_text=PIER).filter(has_text="Not sent yet")).to_be_visible()
    shots.take_at_each_width(tom.page, "moderation-slow")
    shots.take_at_each_width(lead.page, "moderation-safety")
    lead.desk("Keeping the room safe")
    lead.presses("Let it be as quick as before")
    tom.has_saved(PIER)
    lead.presses("Close the door")
    late = meeting.page()
    late.goto(meeting.link)
    late.get_by_role("button", name="Join", exact=True).click()
    expect(late.get_by_text("The door is closed: nobody new can come in now.")).to_be_visible()
    tom.returns()
    tom.stands_at("Ideas")
