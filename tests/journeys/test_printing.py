"""The workshop on paper: what Chromium prints when somebody presses Ctrl+P, or Print."""

import io

from PIL import Image

from tests.journeys.paper import printed, stands_in_order
from tests.journeys.people import exactly

FACT, IDEAS = "The last bus goes at six", ("A choir at the bus stop", "A bench that faces the sea")


def test_the_cards_are_printed_by_hat_black_on_white_and_nothing_that_can_be_pressed(gather):
    meeting = gather()
    lead, ana = meeting.lead(), meeting.joins("Ana", color_scheme="dark")
    meeting.moves_to("What we know", lead, ana)
    ana.writes("Fact", FACT)
    ana.has_saved(FACT)
    (unseen,) = printed(ana.page)
    assert "The workshop still goes on." in unseen
    assert FACT not in unseen  # what nobody else sees yet is on nobody's paper
    meeting.moves_to("Ideas", lead, ana)
    ana.writes("Idea", *IDEAS)
    ana.has_saved(*IDEAS)
    meeting.moves_to("Read the ideas", lead, ana)
    ana.sees(*IDEAS)
    (sheet,) = printed(ana.page)
    first, second = sorted(IDEAS, key=sheet.find)
    assert stands_in_order(sheet, "Ideas", first, second, "Facts", FACT), sheet
    for control in ("Print", "Zoom", "I'm done", "List", "Help"):
        assert control not in sheet.replace("Printed on", "")
    assert ana.at.locator(".paper").count() == 0  # the page is back
    assert whites(ana.page) > 0.9


def test_whoever_leads_prints_out_of_the_desk_and_the_way_back_prints_as_it_stands(gather):
    meeting = gather()
    lead = meeting.lead(width=700)
    meeting.moves_to("What we know", lead)
    lead.page.evaluate("window.print = () => { window.onPaper = document.querySelector('.paper')?.textContent ?? '' }")
    lead.desk("Take the plan home")
    lead.presses(exactly("Print"))
    assert "Printed on" in lead.page.evaluate("window.onPaper")
    lead.page.evaluate("dispatchEvent(new Event('afterprint'))")
    lead.page.keyboard.press("Escape")


def whites(page):
    """How much of a sheet is white."""
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    with Image.open(io.BytesIO(page.screenshot())) as sheet:
        points = sheet.convert("L").histogram()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return points[255] / sum(points)
