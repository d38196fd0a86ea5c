"""The board as a canvas: what one hand moves, everybody sees at the same place; by mouse, by keys, by finger."""

import re
import secrets

import pytest
from playwright.sync_api import expect

from tests.journeys.gathering import HOUR
from tests.journeys.people import Participant, exactly
from tests.wire import VERIFIER, Line, post

IDEAS = ("Benches that face the sea", "Lend out garden sheds", "Row the old boats on Sundays", "A bus stop choir")
PLACE = "piece => `${piece.style.left} ${piece.style.top}`"


class Canvas:
    """The board on somebody's page."""

    def __init__(self, person):
        self.page = person.page
        self.person = person

    def thing(self, name):
        return self.page.get_by_role("application", name="Board").get_by_role("button", name=name)

    def place(self, name):
        """Where a card lies, in units of the board."""
        numbers = re.findall(r"-?[\d.]+", self.thing(name).evaluate(PLACE))
        return tuple(round(float(number)) for number in numbers)

    def lies(self, name, place):
        """Waits until a card lies there."""
        expect(self.thing(name)).to_have_attribute("style", re.compile(rf"left: {place[0]}px; top: {place[1]}px;"))

    def drags(self, name, across, down):
        box = self.thing(name).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + across / 2, y + down / 2)
        self.page.mouse.move(x + across, y + down)
        self.page.mouse.up()

    def says(self, text):
        expect(self.page.locator(".canvas-said")).to_have_text(text)


@pytest.fixture
def sorting(gather, house):
    """A workshop in which ideas are sorted, and how to come in."""
    meeting = gather(HOUR)
    lead = meeting.lead()
    meeting.moves_to("Ideas")
    writer = Line(house.url, post(house.url, f"/api/workshops/{meeting.id}/seats", name="")["token"])
    for text in IDEAS:
        writer.do("AddCard", id=secrets.token_hex(16), run=writer.run, kind="idea", verifier=VERIFIER, text=text)
    meeting.moves_to("Like with like")
    writer.close()

    def come(name, **options):
        person = Participant(meeting.page(**options), name)
        person.joins(meeting.link)
        person.presses(exactly("Join in"))
        return Canvas(person)

    return meeting, lead, come


def test_what_one_drags_lies_at_the_same_place_for_everybody(sorting, axe):
    _, _, come = sorting
    ana, bo = come("Ana"), come("Bo", width=1000)
    before = bo.place(IDEAS[0])
    ana.drags(IDEAS[0], 40, 180)
    there = ana.place(IDEAS[0])
    assert there[1] > before[1] + 100
    bo.lies(IDEAS[0], there)
    ana.says("Moved.")
    ana.person.presses("Undo")
    bo.lies(IDEAS[0], before)
    assert axe(ana.page) == []


def test_a_card_goes_into_a_group_by_hand_and_out_of_it_again(sorting):
    _, _, come = sorting
    ana, bo = come("Ana"), come("Bo")
    ana.thing(IDEAS[0]).click()
    ana.person.presses(exactly("More…"))
    ana.page.get_by_text("Put into a group…").click()
    ana.person.box("A new group").fill("By the sea")
    ana.person.presses("Make this group")
    expect(bo.thing("Group: By the sea")).to_be_visible()
    card, frame = ana.thing(IDEAS[1]).bounding_box(), ana.thing("Group: By the sea").bounding_box()
    ana.drags(IDEAS[1], frame["x"] + 60 - card["x"], frame["y"] + 40 - card["y"])
    expect(bo.thing(f"{IDEAS[1]}. In the group By the sea.")).to_be_visible()
    ana.drags(IDEAS[1], 0, 200)
    expect(bo.thing(re.compile(f"{IDEAS[1]}.$"))).to_be_visible()
    bo.lies(IDEAS[1], ana.place(IDEAS[1]))


def test_with_the_keys_alone_a_card_is_found_moved_and_coloured(sorting):
    _, _, come = sorting
    ana, bo = come("Ana"), come("Bo")
    before, keys = ana.place(IDEAS[2]), ana.page.keyboard
    ana.person.button(exactly("Board")).focus()
    for _ in range(8):
        if ana.page.evaluate("document.activeElement.dataset.key ?? ''"):
            break
        keys.press("Tab")
    keys.press("f")
    ana.person.box("What are you looking for?").fill("boats")
    keys.press("Enter")
    expect(ana.thing(IDEAS[2])).to_be_focused()
    keys.press("m")
    for key in ("ArrowDown", "ArrowDown", "Shift+ArrowDown"):
        keys.press(key)
    keys.press("Enter")
    bo.lies(IDEAS[2], (before[0], before[1] + 240))
    expect(ana.thing(IDEAS[2])).to_be_focused()
    keys.press("m")
    keys.press("ArrowDown")
    keys.press("Escape")
    assert ana.place(IDEAS[2]) == (before[0], before[1] + 240)
    keys.press("Enter")
    ana.person.presses(exactly("Blue"))
    expect(bo.thing(f"{IDEAS[2]}. Colour: Blue.")).to_be_visible()


def test_on_a_phone_a_tap_says_where_a_card_goes(sorting):
    _, _, come = sorting
    phone = come("Bo", width=360, height=740, has_touch=True)
    expect(phone.person.button(exactly("List"))).to_have_attribute("aria-pressed", "true")
    phone.person.button(exactly("Board")).tap()
    phone.person.button("Find").tap()
    phone.person.box("What are you looking for?").fill("benches")
    phone.page.keyboard.press("Enter")
    before = phone.place(IDEAS[0])
    phone.person.button(exactly("Move it")).tap()
    board = phone.page.get_by_role("application", name="Board").bounding_box()
    phone.page.touchscreen.tap(board["x"] + board["width"] / 2, board["y"] + board["height"] * 0.4)
    phone.says("Moved.")
    assert phone.place(IDEAS[0]) != before
    come("Ana").lies(IDEAS[0], phone.place(IDEAS[0]))


def test_while_people_write_unseen_the_board_is_for_looking(gather):
    meeting = gather(HOUR)
    lead = meeting.lead()
    meeting.moves_to("What we know")
    lead.writes("Fact", "The bus stops at six")
    meeting.moves_to("Ideas")
    ana = Canvas(lead)
    lead.presses("Go to…")
    lead.presses(exactly("Facts"))
    before = ana.place("The bus stops at six")
    ana.drags("The bus stops at six", 60, 60)
    assert ana.place("The bus stops at six") == before
    ana.thing("The bus stops at six").dblclick()
    lead.reads("In this step the board is for looking.")


def test_a_card_that_lies_on_the_frame_of_a_group_can_still_be_picked_up(sorting):
    meeting, _, come = sorting
    ana = come("Ana")
    device = meeting.line()
    group = "e" * 32
    device.do("AddGroup", id=group, run=device.run, name="Laid over everything")
    first = next(key for key, entry in device.view.items() if key.startswith("card:") and entry["text"] == IDEAS[0])
    x, y = ana.place(IDEAS[0])
    device.do("Place", what=f"group:{group}", placed=True, x=x - 40, y=y - 60, version=0)
    ana.thing("Group: Laid over everything").wait_for()
    ana.lies("Group: Laid over everything", (x - 40, y - 60))
    ana.thing(IDEAS[0]).click()
    expect(ana.page.locator(f"[data-key='{first}'][data-chosen]")).to_be_visible()
    device.close()
