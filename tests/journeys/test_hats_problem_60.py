"""Six pages run the whole hour, and what they leave with says what they did."""

import pytest

from tests.journeys import shots
from tests.journeys.content import CALLS, FINDING, LIFTS, QUESTION, SEASIDE, TITLE, TOGETHER, WARM
from tests.journeys.ears import Ears
from tests.journeys.hands import Finger, Keys
from tests.journeys.hour import AGENDA, Walk
from tests.journeys.hour_of_canaries import HourOfCanaries
from tests.journeys.lead import Lead
from tests.journeys.outlets import outlets
from tests.journeys.people import Participant, Wall
from tests.journeys.settings import BRITISH, SHORT
from tests.journeys.word import Reading

BOARD = "groups"  # the screen whose picture stands in the README


@pytest.fixture
def six(start_server, open_page):
    """Maureen leads, the room has a screen, and four take part: by mouse, by finger, and by the keys alone. And what
    any of them writes unseen, with ears on all pages."""
    server = start_server(**SHORT)
    lead = Lead(open_page(width=1440, height=900, **BRITISH), "Maureen")
    wall = Wall(open_page(width=1440, height=900, **BRITISH), "the wall")
    tom = Participant(open_page(width=1440, height=900, **BRITISH), "Tom")
    aisha = Participant(open_page(width=1280, height=720, **BRITISH), "Aisha")
    bea = Participant(open_page(width=360, height=740, has_touch=True, is_mobile=True, **BRITISH), "Bea", Finger)
    ken = Participant(open_page(width=768, height=1024, **BRITISH), "Ken", Keys)
    ears = {one.name: Ears(one.page) for one in (lead, wall, tom, aisha, bea, ken)}
    shots.empty()
    lead.makes(server.url, TITLE, AGENDA)
    wall.page.goto(lead.screen_link())
    tom.joins(lead.link())
    aisha.joins_by_code(server.url, lead.code())
    bea.joins(lead.link())
    ken.joins_by_code(server.url, lead.code())
    walk, workshop = Walk(lead, [tom, aisha, bea, ken], SEASIDE, [wall]), lead.page.url.split("/w/")[1][:32]
    return walk, HourOfCanaries(walk, ears, lambda: outlets(server, workshop))


def keep_pictures(walk, screen):
    """Everybody's page as it is: the desk at each width, the others at their own, the phone from top to end."""
    tom, bea, ken = (walk.people[name].page for name in ("Tom", "Bea", "Ken"))
    shots.take_at_each_width(walk.lead.page, f"{screen}-desk")
    for page in (bea, ken, tom):
        shots.take(page, screen, page.viewport_size["width"], whole=page is bea)
    shots.take(walk.watching[0].page, f"{screen}-wall", 1440)
    if screen == BOARD:
        shots.take_picture(walk.watching[0].page)


def test_six_pages_run_the_hour_nobody_gets_what_is_unseen_and_all_leave_with_a_plan(six):
    walk, canaries = six
    keep_pictures(walk, "waiting")
    seen = []
    for screen in walk:
        keep_pictures(walk, screen)
        canaries.look(screen)
        seen.append(screen)
    assert len(seen) == len(set(seen)) >= 20
    path, name = walk.people["Tom"].takes_home("Plan for Word")
    assert name.endswith(f" {TITLE} – plan.docx")
    plan = Reading(path)
    says_what_was_done(plan)
    says_what_was_written(plan)
    says_how_they_voted(plan)


def says_what_was_done(plan):
    assert (plan.title, plan.language, plan.bare_tables()) == (TITLE, "en-GB", [])
    assert plan.under("Still to agree") == [
        "What we need, what we have, who could help",
        "An owner and a date for: Make a rota for the kettle",
    ]
    assert plan.headings()[0] == "Still to agree"
    assert plan.under("The problem we want to tackle") == [f"{QUESTION} (signed: Maureen)"]
    assert plan.under("What we decided") == [SEASIDE.decision.text]
    assert plan.under("The solution we will try")[0] == SEASIDE.decision.text
    assert plan.under("How we tell people about it") == [SEASIDE.told.text]
    assert plan.under("Over what time") == ["From 30 November 2026 to 11 December 2026"]
    assert [row[:3] for row in plan.rows("Who does what")] == [
        ("Make a rota for the kettle", "Nobody yet", "No date yet"),
        ("Ask the trustees for Tuesday and Thursday mornings", "Tom", "30 November 2026"),
        ("Tell the surgery and the chemists", "Ken", "4 December 2026"),
        ("Apply to the warm spaces fund", "Aisha", "11 December 2026"),
    ]


def says_what_was_written(plan):
    """Every fact, gap, idea, benefit, caution and way round, each in its place."""
    assert set(plan.under("How we know")) == {card.text for card in SEASIDE.facts}
    assert set(plan.under("What we do not know yet")) == {card.text for card in SEASIDE.gaps}
    ideas = "Ideas, and what speaks for and against them"
    for group, cards in SEASIDE.ideas.items():
        late = [f"{card.text} (later)" for card in SEASIDE.late if card.about == group]
        written = {*(card.text for card in cards), *late}
        assert set(plan.under(ideas, group)) - {"Chosen"} == written
        benefits = {card.text for card in SEASIDE.benefits if card.about == group}
        assert set(plan.lines.get((ideas, group, "Why it could work"), [])) == benefits
    for card in SEASIDE.alone:
        assert plan.under(ideas, card.text) == []
    weighed = [
        row
        for place, tables in plan.tables.items()
        if place[0] in (ideas, "About the question as a whole")
        for table in tables
        for row in [tuple(cell.text for cell in line.cells) for line in table.rows][1:]
    ]
    cautions = {card.text for card in (*SEASIDE.worries, *SEASIDE.cautions)}
    assert {caution for caution, _ in weighed} == cautions
    for fix in SEASIDE.fixes:
        assert [way for caution, way in weighed if caution.startswith(fix.about)] == [fix.text]


def says_how_they_voted(plan):
    voted = "How we voted"
    picks = {option: int(picked) for option, picked, _ in plan.rows(voted, "What pulls you")}
    assert picks == {WARM: 4, CALLS: 4, LIFTS: 3, TOGETHER: 2, FINDING: 2} | {card.text: 0 for card in SEASIDE.alone}
    dots = {option: int(dots) for option, dots, _ in plan.rows(voted, "Dots")}
    assert dots == {WARM: 4, CALLS: 4, LIFTS: 1, TOGETHER: 1}
    assert "Too close to call, so there was a run-off." in plan.under(voted, "Dots")
    assert plan.rows(voted, "Dots: run-off") == [(WARM, "4", "4"), (CALLS, "1", "1")]
    assert f"Chosen: {WARM}" in plan.under(voted, "Dots: run-off")
