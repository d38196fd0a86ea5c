"""Drawing on the board: the other sees the same, undo takes back only one's own, and no pointer is needed."""

import pytest
from playwright.sync_api import expect

from tests.journeys.hands import Keys
from tests.journeys.people import exactly
from tests.wire import Line

pytestmark = pytest.mark.usefixtures("house")


def drawings(person):
    return person.at.locator(".ink-item")


def draw_with_the_pen(person):
    person.presses(exactly("Draw"))
    person.presses(exactly("Pen"))
    stroke(person, 200, 220)


def stroke(person, across, down):
    """A line from this place of the board, with the tool that is in hand."""
    box = person.at.locator(".canvas").bounding_box()
    mouse = person.page.mouse
    mouse.move(box["x"] + across, box["y"] + down)
    mouse.down()
    mouse.move(box["x"] + across + 100, box["y"] + down + 40, steps=6)
    mouse.up()


def test_what_one_person_draws_the_other_sees_and_each_undoes_only_their_own(gather):
    workshop = gather()
    lead, ana = workshop.lead(), workshop.joins("Ana")
    workshop.moves_to("Our question", lead, ana)
    draw_with_the_pen(ana)
    expect(drawings(lead)).to_have_count(1)
    assert drawings(lead).first.get_attribute("transform") == drawings(ana).first.get_attribute("transform")
    expect(lead.at.get_by_role("button", name=exactly("Undo"))).to_have_attribute("aria-disabled", "true")
    lead.page.keyboard.press("Control+Z")
    expect(drawings(ana)).to_have_count(1)
    ana.page.keyboard.press("Control+Z")
    expect(drawings(lead)).to_have_count(0)
    ana.page.keyboard.press("Control+Shift+Z")
    expect(drawings(lead)).to_have_count(1)


def test_a_text_is_added_by_keyboard_and_read_in_the_list(gather):
    workshop = gather()
    lead, ana = workshop.lead(), workshop.joins("Ana", Keys)
    workshop.moves_to("Our question", lead, ana)
    lead.presses(exactly("List"))
    ana.presses(exactly("Draw"))
    ana.presses(exactly("Add without drawing"))
    ana.hand.tick(ana.at.get_by_role("radio", name="Text", exact=True))
    ana.hand.type(ana.box("Words"), "Together")
    ana.presses(exactly("Add it"))
    lead.reads("Text: Together")


def test_an_arrow_between_two_things_is_made_by_keyboard(gather):
    workshop = gather()
    lead, ana = workshop.lead(), workshop.joins("Ana", Keys)
    workshop.moves_to("Our question", lead, ana)
    lead.presses(exactly("List"))
    ana.presses(exactly("Draw"))
    for words in ("Here", "There"):
        ana.presses(exactly("Add without drawing"))
        ana.hand.tick(ana.at.get_by_role("radio", name="Text", exact=True))
        ana.hand.type(ana.box("Words"), words)
        ana.presses(exactly("Add it"))
        lead.reads(f"Text: {words}")
    ana.presses(exactly("Add without drawing"))
    ana.hand.tick(ana.at.get_by_role("radio", name="Arrow", exact=True))
    ana.hand.choose(ana.at.get_by_role("combobox", name="From", exact=True), "Here")
    ana.hand.choose(ana.at.get_by_role("combobox", name="To", exact=True), "There")
    ana.presses(exactly("Add it"))
    lead.reads("Arrow from “Here” to “There”.")


def test_a_tied_arrow_is_dragged_off_whole_and_an_end_is_dragged_onto_another_thing(gather):
    workshop = gather()
    lead, ana = workshop.lead(), workshop.joins("Ana")
    workshop.moves_to("Our question", lead, ana)
    device = Line(workshop.url, workshop._token)
    ids = {"Here": "1" * 32, "There": "2" * 32}
    for at, (words, one) in enumerate(ids.items()):
        place = {"x": 2200 + 260 * at, "y": 100, "width": 90, "height": 40}
        device.do("AddItem", id=one, run=device.run, kind="text", text=words, **place)
    ends = {"start": f"item:{ids['Here']}", "end": f"item:{ids['There']}"}
    line = {"kind": "arrow", "x": 0, "y": 0, "width": 9, "height": 9, "points": [0, 0, 9, 9]}
    device.do("AddItem", id="3" * 32, run=device.run, **line, **ends)
    device.close()
    board = ana.at.get_by_role("application", name="Board")
    seen = lead.at.get_by_role("application", name="Board")
    named = exactly("Arrow from “Here” to “There”.")
    for page in (seen, board):  # in the column of this step, where everybody looks
        expect(page.get_by_role("button", name=named)).to_be_attached()
    arrow = ana.at.locator(f'.ink-item[data-item="item:{"3" * 32}"]')
    drag(ana, *middle(arrow), 0, 150)
    expect(seen.get_by_role("button", name=exactly("Arrow."))).to_be_attached()
    expect(seen.get_by_role("button", name=named)).to_have_count(0)
    ana.page.mouse.click(*middle(arrow))
    x, y = middle(ana.at.locator('.ink-handle[data-which="end"]:visible'))
    to_x, to_y = middle(board.get_by_role("button", name=exactly("Text: There")))
    drag(ana, x, y, to_x - x, to_y - y)
    expect(seen.get_by_role("button", name=exactly("Arrow to “There”."))).to_be_attached()


def middle(thing):
    box = thing.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(person, x, y, across, down):
    mouse = person.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + across / 2, y + down / 2)
    mouse.move(x + across, y + down)
    mouse.up()
