"""By finger on the board: a finger that rests chooses, taps choose more, and what is chosen is dragged together."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.people import exactly
from tests.wire import Line

pytestmark = pytest.mark.usefixtures("house")

PLACE = "piece => `${piece.style.left} ${piece.style.top}`"
WORDS = ("Here", "There", "Far away")


class Fingertip:
    """One real finger on a page: Chromium makes pointer events of it, as a phone does."""

    def __init__(self, page):
        self._page, self._wire = page, page.context.new_cdp_session(page)

    def _say(self, kind, *points):
        spots = [{"x": x, "y": y} for x, y in points]
        self._wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": spots})

    def rests(self, at):
        """Puts it down and waits until what lies there is in the hand."""
        self._say("touchStart", at)
        expect(self._page.locator(".canvas [data-held]").first).to_be_attached()

    def drags(self, at, across, down):
        for part in (0.3, 0.7, 1):
            self._say("touchMove", (at[0] + across * part, at[1] + down * part))

    def lifts(self):
        self._say("touchEnd")


def middle(thing):
    box = thing.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.fixture
def drawn(gather):
    """Three texts on the board of an open step; whoever leads, and a phone with its board open."""
    meeting = gather()
    lead, phone = meeting.lead(), meeting.joins("Ana", width=480, height=800, has_touch=True)
    meeting.moves_to("Our question", lead, phone)
    device = Line(meeting.url, meeting._token)
    for at, text in enumerate(WORDS):
        place = {"x": 2200, "y": 90 + 130 * at, "width": 320, "height": 100}
        device.do("AddItem", id=f"{at + 1:032x}", run=device.run, kind="text", text=text, **place)
    device.close()
    board = phone.page.get_by_role("application", name="Board")
    for one in (lead, phone):  # in the column of this step, where everybody looks
        expect(one.page.get_by_role("button", name=re.compile(WORDS[0]))).to_be_attached()
    return lead, phone, {text: board.get_by_role("button", name=re.compile(text)) for text in WORDS}


def test_a_finger_that_rests_chooses_taps_choose_more_and_all_are_dragged_together(drawn):
    lead, phone, things = drawn
    for one in (lead, phone):
        one.presses("Show all")
    finger = Fingertip(phone.page)
    before = {text: thing.evaluate(PLACE) for text, thing in things.items()}
    finger.rests(middle(things["Here"]))
    finger.lifts()
    phone.reads("1 chosen")
    phone.page.touchscreen.tap(*middle(things["There"]))
    phone.reads("2 chosen")
    assert {text: thing.evaluate(PLACE) for text, thing in things.items()} == before  # choosing moves nothing
    at = middle(things["There"])
    finger.rests(at)
    finger.drags(at, 60, 90)
    finger.lifts()
    phone.reads("Moved")
    after = {text: thing.evaluate(PLACE) for text, thing in things.items()}
    assert [text for text in WORDS if after[text] != before[text]] == ["Here", "There"]
    board = lead.page.get_by_role("application", name="Board")
    for text in WORDS:
        there = re.escape("left: {}; top: {};".format(*after[text].split()))
        expect(board.get_by_role("button", name=re.compile(text))).to_have_attribute("style", re.compile(there))
    phone.presses(exactly("Done"))  # Chromium makes no click of a first tap after a made-up drag
    expect(phone.at.get_by_text("2 chosen")).to_have_count(0)
