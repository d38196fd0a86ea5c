"""What axe cannot see: sizes, spacing, focus, what is said in order. ACCESSIBILITY.md names these tests."""

import pytest
from playwright.sync_api import expect

from tests.journeys.gathering import HOUR
from tests.journeys.looks import LOOKS
from tests.journeys.people import exactly
from tests.waiting import eventually

PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}

# WCAG 2.5.8: what can be pressed, but for links within a sentence and what is only there for a screen reader.
SMALL = """least => [...document.querySelectorAll("button, a, input, select, textarea, summary, [role=button]")]
  .map(one => one.matches("input[type=radio], input[type=checkbox]") ? one.closest("label") ?? one : one)
  .filter(one => !one.closest("p, .visually-hidden") && one.checkVisibility({ visibilityProperty: true }))
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 2 && (box.width < least - 0.5 || box.height < least - 0.5))
  .map(([one, box]) => `${one.textContent.trim() || one.ariaLabel || one.id} ${box.width}x${box.height}`)"""

# WCAG 1.4.12, as the criterion words it.
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
SPACED += " p { margin-block-end: 2em !important }"

# What holds words and cuts some of them off.
CUT = """() => [...document.querySelectorAll("main *, header *, aside *")]
  .filter(one => one.childElementCount === 0 && one.textContent.trim() && one.checkVisibility())
  .filter(one => !one.closest(".visually-hidden, .wide-word, svg") && getComputedStyle(one).display !== "inline")
  .filter(one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 2)
  .filter(one => getComputedStyle(one).overflow !== "visible")
  .map(one => one.textContent.trim())"""

# WCAG 2.4.11: whether anything else lies over the whole of what has the focus.
COVERED = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const at = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]]
    .map(([x, y]) => document.elementFromPoint(box.x + x * box.width, box.y + y * box.height));
  const mine = found => found && (one.contains(found) || found.contains(one) || found.closest("label")?.contains(one));
  return at.some(mine) ? "" : `${one.textContent.trim().slice(0, 40)} ${JSON.stringify(box)}`;
}"""


@pytest.fixture
def ideas(gather):
    """Maureen leads; Tom and Aisha write in the green step, with the list; Tom on a phone."""
    meeting = gather(HOUR)
    lead, tom = meeting.lead(), meeting.joins("Tom", **PHONE)
    aisha = meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, tom, aisha)
    for one in (lead, aisha):
        one.presses(exactly("List"))
    return lead, tom, aisha


def fits(person):
    return person.at.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_whatever_can_be_pressed_is_large_enough_and_the_main_things_on_a_phone_larger(ideas):
    lead, tom, _ = ideas
    for one in (lead, tom):
        assert one.at.evaluate(SMALL, 24) == []
    main = tom.at.get_by_role("button", name="Add idea")
    box = main.bounding_box()
    assert min(box["width"], box["height"]) >= 44


def test_with_wide_spacing_no_word_is_cut_and_nothing_sticks_out(ideas):
    _, tom, aisha = ideas
    tom.writes("Idea", "A lunch club in the old ticket hall, twice a week, with lifts from the estate")
    for one in (tom, aisha):
        one.page.evaluate(
            """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }""",
            SPACED,
        )
        assert fits(one)
        assert one.at.evaluate(CUT) == []


def test_at_400_percent_everything_is_there_in_one_column(ideas):
    """A window of 1280 pixels at 400 % is 320 wide and 256 high (WCAG 1.4.10)."""
    _, _, aisha = ideas
    aisha.writes("Idea", "Benches with a view")
    aisha.page.set_viewport_size({"width": 320, "height": 256})
    assert fits(aisha)
    expect(aisha.card("Benches with a view").first).to_be_attached()
    aisha.hand.type(aisha.box("Your idea"), "Tea")
    aisha.presses("Add idea")
    expect(aisha.box("Your idea")).to_have_value("")


def test_what_has_the_focus_is_never_all_hidden_behind_something_else(ideas):
    aisha = ideas[2]
    aisha.writes("Idea", *(f"Idea number {n}" for n in range(12)))
    aisha.page.set_viewport_size({"width": 360, "height": 500})
    aisha.button("Skip to what we do now").focus()
    stops = set()
    for _ in range(60):
        aisha.page.keyboard.press("Tab")
        here = aisha.at.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        if here.startswith("<body"):
            break
        stops.add(here)
        eventually(lambda: aisha.at.evaluate(COVERED) == "")  # what is still coming may push it once more
    assert len(stops) > 10


def test_what_others_do_takes_neither_focus_nor_caret_nor_place(gather):
    meeting = gather(HOUR)
    lead, tom, aisha = meeting.lead(), meeting.joins("Tom"), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, tom, aisha)
    tom.writes("Idea", "Soup", "Songs", "Sheds")
    aisha.writes("Idea", *(f"Idea number {n}" for n in range(20)))
    lead.goes_on("Read the ideas")
    aisha.stands_at("Read the ideas")
    aisha.presses(exactly("List"))
    aisha.opens("Add what they spark")
    box = aisha.box("Your idea")
    aisha.hand.type(box, "Half a thought")
    box.evaluate("box => box.setSelectionRange(4, 4)")
    aisha.page.evaluate("scrollTo(0, 200)")
    where = aisha.at.evaluate("[scrollY, document.activeElement.selectionStart]")
    tom.writes("Idea", "One more that comes now")
    aisha.sees("One more that comes now")
    assert aisha.at.evaluate("[scrollY, document.activeElement.selectionStart]") == where
    expect(box).to_be_focused()
    expect(box).to_have_value("Half a thought")


def test_the_board_is_said_in_the_order_of_its_meaning(gather):
    """Hat, group and card as headings and lists (WCAG 1.3.1, 1.3.2)."""
    meeting = gather(HOUR)
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, tom)
    tom.writes("Idea", "Soup", "Songs")
    lead.goes_on("Read the ideas")
    lead.goes_on("Like with like")
    tom.stands_at("Like with like")
    tom.groups("Warm things", "Soup")
    expect(tom.heading("Warm things", 2)).to_be_visible()
    tom.presses(exactly("List"))
    said = tom.at.get_by_role("main").aria_snapshot()
    order = ['heading "Like with like" [level=1]', 'heading "Warm things" [level=2]', "Soup", "Songs"]
    places = [said.index(one) for one in order]
    assert places == sorted(places), said


def test_every_page_has_a_title_a_language_one_main_heading_and_landmarks(ideas):
    lead, tom, _ = ideas
    for one in (lead, tom):
        assert "Nobody alone this winter" in one.page.title()
        assert one.at.evaluate("document.documentElement.lang").startswith("en")
        expect(one.at.get_by_role("heading", level=1)).to_have_count(1)
        expect(one.at.get_by_role("main")).to_have_count(1)
        expect(one.at.get_by_role("banner").first).to_be_attached()


def test_nobody_solves_a_puzzle_to_come_in_and_the_code_can_be_pasted(gather):
    meeting = gather()
    page = meeting.page(**PHONE)
    page.goto(f"{meeting.url}/join")
    box = page.get_by_role("textbox", name="Join code")
    box.focus()
    page.evaluate("code => document.execCommand('insertText', false, code)", f" {meeting.code.lower()} ")
    page.get_by_role("button", name="Go on").click()
    name = page.get_by_role("textbox", name="Your name, if you like")
    expect(name).to_have_attribute("autocomplete", "name")


def test_who_wants_no_motion_gets_none(gather):
    meeting = gather()
    page = meeting.page(reduced_motion="reduce")
    page.goto(meeting.link)
    page.get_by_role("button", name="Join", exact=True).click()
    page.get_by_role("heading", name="We start soon").wait_for()
    moving = """() => document.getAnimations().filter(one => one.effect.getComputedTiming().duration > 1).length"""
    assert page.evaluate(moving) == 0


def test_a_press_that_is_let_go_elsewhere_does_nothing(ideas):
    """WCAG 2.5.2."""
    _, _, aisha = ideas
    aisha.hand.type(aisha.box("Your idea"), "Not yet")
    box = aisha.button("Add idea").bounding_box()
    aisha.page.mouse.move(box["x"] + 5, box["y"] + 5)
    aisha.page.mouse.down()
    aisha.page.mouse.move(2, 2)
    aisha.page.mouse.up()
    expect(aisha.box("Your idea")).to_have_value("Not yet")


def test_each_hat_can_be_told_without_its_colour(ideas):
    """A word, a drawing and a pattern; also in forced colours (WCAG 1.4.1)."""
    tom = ideas[1]
    for look in LOOKS.values():
        tom.page.emulate_media(**look)
        badge = tom.at.get_by_role("main").get_by_text("Ideas", exact=True).first
        expect(badge).to_be_visible()
        drawn = badge.evaluate("one => one.closest('.hat').querySelector('svg') !== null")
        pattern = badge.evaluate("one => getComputedStyle(one.closest('.hat'), '::before').maskImage")
        assert drawn
        assert pattern != "none"
