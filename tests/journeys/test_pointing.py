"""Where somebody points, and "Everyone look here": seen by the others for a moment, never while people write unseen."""

import re

from playwright.sync_api import expect

from tests.journeys.people import exactly

OPEN, PRIVATE = "Our question", "What we know"


def dots(person):
    return person.at.locator(".ink-dot")


def world(person):
    """What moves as the board is moved."""
    return person.at.locator(".world")


def camera(person):
    """How the world of the canvas is moved, as the page shows it, once it is."""
    expect(world(person)).to_have_attribute("style", re.compile("translate"))
    return world(person).get_attribute("style")


def points(person):
    """Presses, moves a little and lets go, with the pointer in the hand."""
    box = person.at.locator(".canvas").bounding_box()
    mouse = person.page.mouse
    mouse.move(box["x"] + 240, box["y"] + 220)
    mouse.down()
    mouse.move(box["x"] + 330, box["y"] + 260, steps=4)
    return mouse


def counts_dots(person):
    """Counts on this page every dot that is shown from now on."""
    person.page.evaluate(
        """() => { window.dots = 0; new MutationObserver(all => { for (const one of all)
        for (const node of one.addedNodes) window.dots += node.classList?.contains('ink-dot') ? 1 : 0;
        }).observe(document.body, { childList: true, subtree: true }) }"""
    )


def test_others_see_where_one_points_it_fades_and_in_a_private_step_there_is_no_pointer(gather):
    meeting = gather()
    lead, ana = meeting.lead(), meeting.joins("Ana")
    calm = meeting.joins("Bo", reduced_motion="reduce")
    meeting.moves_to(OPEN, lead, ana, calm)
    for one in (lead, calm):
        counts_dots(one)
    ana.presses(exactly("Draw"))
    ana.presses("Point at something")
    mouse = points(ana)
    for one in (lead, calm):
        one.page.wait_for_function("() => window.dots > 0")
    expect(dots(calm)).not_to_have_class("ink-fading")
    mouse.up()
    for one in (lead, calm):
        expect(dots(one)).to_have_count(0)
    meeting.moves_to(PRIVATE, lead, ana, calm)
    expect(ana.button("Point at something")).to_have_count(0)
    lead.page.evaluate("window.dots = 0")
    points(ana).up()
    ana.writes("Fact", "The last bus goes at six")
    ana.has_saved("The last bus goes at six")
    assert lead.page.evaluate("window.dots") == 0


def test_whoever_leads_asks_all_to_look_and_nobody_who_writes_is_moved(gather):
    meeting = gather()
    lead, ana, bo = meeting.lead(), meeting.joins("Ana"), meeting.joins("Bo")
    meeting.moves_to(OPEN, lead, ana, bo)
    bo.hand.type(bo.box("Your note"), "Half a sen")
    bo.box("Your note").focus()
    before = camera(bo)
    lead.presses("Larger")
    lead.presses("Larger")
    lead.presses("Everyone look here")
    ana.reads("The board has moved: everyone is asked to look here.")
    bo.reads("You are asked to look at one place on the board.")
    expect(bo.box("Your note")).to_be_focused()
    assert camera(bo) == before
    bo.presses("Look there")
    expect(world(bo)).not_to_have_attribute("style", before)
    there = camera(ana)
    ana.presses("Back to where I was")
    expect(world(ana)).not_to_have_attribute("style", there)
    expect(ana.button("Everyone look here")).to_have_count(0)
