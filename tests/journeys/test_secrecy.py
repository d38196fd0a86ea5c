"""What is written unseen stays unseen: five people listen to every byte while the sixth writes."""

import pytest

from tests import running
from tests.journeys.canaries import Canaries
from tests.journeys.ears import Ears, Mouth
from tests.journeys.gathering import Gathering
from tests.journeys.lead import all_have_heard_later_news
from tests.journeys.outlets import outlets
from tests.journeys.people import ASKS, Participant, Wall
from tests.journeys.settings import SHORT
from tests.server.verify import leaks

FACT = "The last bench on the pier has no back"
IDEA = "Lend out garden sheds as workshops for two"
BENEFIT = "Sheds are dry and nobody has to tidy up first"
WORRY = "Somebody will have to look after the heaters"
LATE_WORRY = "Insurance may not cover a shed"
AGAIN = "Paint the benches with the names of the boats"
DRAFT = "Canary of a draft"
AUTOSAVE = """addEventListener("input", (event) =>
  fetch("/api/drafts", { method: "POST", body: JSON.stringify({ text: event.target.value }) }), true);"""
"""`a_draft_that_is_saved_on_the_server`, as a script of the page would do it."""


@pytest.fixture
def six(gather):
    """The one who leads, the room's screen, three who take part, and Ken, who writes; the first five listen."""
    meeting = gather()
    lead = meeting.lead()
    pages = [meeting.page() for _ in range(4)]
    ears = [Ears(page) for page in (*pages, lead.page)]
    lead.returns()  # the ears hear all of it, from the first request on
    lead.reads("Bring people in")
    wall = Wall(pages[0], "the wall")
    wall.page.goto(lead.screen_link())
    others = [Participant(page, name) for page, name in zip(pages[1:], ("Tom", "Aisha", "Bea"), strict=True)]
    for one in others:
        one.joins(meeting.link)
    return meeting, lead, meeting.joins("Ken"), [wall, *others], ears


def nobody_has(ears, *texts):
    assert [(ear.page.url, text) for ear in ears for text in texts if ear.has_heard(text)] == []


def everybody_has(ears, *texts):
    assert [(ear.page.url, text) for ear in ears for text in texts if not ear.has_heard(text)] == []


def test_what_one_person_writes_unseen_reaches_none_of_the_five_others(six):
    meeting, lead, ken, others, ears = six
    for step, kind, text, after in (
        ("What we know", "Fact", FACT, "Ideas"),
        ("Ideas", "Idea", IDEA, "Read the ideas"),
        ("What is good", "Benefit", BENEFIT, "What to watch"),
    ):
        meeting.moves_to(step, lead, ken, *others)
        ken.writes(kind, text)
        ken.has_saved(text)
        if kind == "Idea":
            ken.keeps_a_worry(WORRY)
        others[1].is_done()
        all_have_heard_later_news(lead, others)
        nobody_has(ears, text, WORRY)
        lead.goes_on(after)
        all_have_heard_later_news(lead, others)
        everybody_has(ears, text)
    ken.stands_at("What to watch")
    ken.writes("Caution", LATE_WORRY)
    ken.has_saved(WORRY, LATE_WORRY)
    all_have_heard_later_news(lead, others)
    nobody_has(ears, WORRY, LATE_WORRY)
    lead.shows_the_worries()
    all_have_heard_later_news(lead, others)
    everybody_has(ears, WORRY, LATE_WORRY)


def test_after_going_back_what_was_shown_stays_and_what_is_new_stays_unseen(six):
    meeting, lead, ken, others, ears = six
    meeting.moves_to("Ideas", lead, ken)
    ken.writes("Idea", IDEA)
    ken.has_saved(IDEA)
    ken.keeps_a_worry(WORRY)
    lead.goes_on("Read the ideas")
    for one in (lead, *others):
        one.sees(IDEA)
    lead.goes_back("Ideas")
    for one in (ken, *others):
        one.stands_at("Ideas")
    ken.writes("Idea", AGAIN)
    ken.has_saved(AGAIN)
    ken.keeps_a_worry(LATE_WORRY)
    all_have_heard_later_news(lead, others)
    nobody_has(ears, AGAIN, WORRY, LATE_WORRY)
    for one in (lead, *others[1:]):
        one.opens("The board so far")
        one.sees(IDEA)
    lead.goes_on("Read the ideas")
    all_have_heard_later_news(lead, others)
    everybody_has(ears, IDEA, AGAIN)
    nobody_has(ears, WORRY, LATE_WORRY)


def test_no_kind_of_unseen_content_reaches_anybody_else_before_its_time_or_leaves_the_server_otherwise_ever(six, house):
    """A card, its wording before, one that is taken back, a kept worry, a draft, a name, the recovery code."""
    meeting, lead, ken, others, ears = six
    meeting.moves_to("Ideas", lead, ken, *others)
    ken.writes("Idea", "Canary of a first wording", "Canary that is taken back", IDEA)
    ken.has_saved("Canary of a first wording", "Canary that is taken back", IDEA)
    ken.rewrites("Canary of a first wording", "Canary of a second wording")
    ken.takes_back("Canary that is taken back")
    ken.keeps_a_worry(WORRY)
    ken.hand.type(ken.box(ASKS["Idea"]), DRAFT)
    all_have_heard_later_news(lead, others)
    unseen = ["Canary", IDEA, WORRY]
    nobody_has(ears, *unseen)
    codes = [meeting.recovery_code, meeting.recovery_code.replace("-", "")]
    nobody_has(ears[:-1], "Ken", *codes)
    everywhere = outlets(house, meeting.id)
    assert all(everywhere[one] for one in ("process list", "file names", "/healthz", "error of /api/join"))
    secrets = [*unseen, "Ken", *codes]
    assert [(place, word) for place, data in everywhere.items() for word in secrets if word.encode() in data] == []
    lead.goes_on("Read the ideas")
    all_have_heard_later_news(lead, others)
    everybody_has(ears, IDEA, "Canary of a second wording")
    nobody_has(ears, "Canary of a first", "Canary that is", DRAFT, WORRY)
    nobody_has(ears[:-1], "Ken", *codes)
    everywhere = outlets(house, meeting.id)
    assert [(place, word) for place, data in everywhere.items() for word in secrets if word.encode() in data] == []


def test_a_server_that_shows_cards_to_who_leads_is_noticed(start_server, open_page):
    """`sealed_cards_for_who_leads`: what looks through the whole hour (test_hats_problem_60.py) sees it."""
    server = start_server(command=(running.SERVER[0], leaks.__file__, "sealed_cards_for_who_leads"), **SHORT)
    meeting = Gathering(server.url, open_page)
    lead, ken = meeting.lead(), Participant(meeting.page(), "Ken")
    canaries = Canaries({"Maureen": Ears(lead.page), "Ken": Ears(ken.page)}, lambda: outlets(server, meeting.id))
    lead.returns()
    ken.joins(meeting.link)
    meeting.moves_to("What we know", lead, ken)
    canaries.look()
    canaries.hatch("Ken", FACT)
    ken.writes("Fact", FACT)
    ken.has_saved(FACT)
    all_have_heard_later_news(lead, [ken])
    with pytest.raises(AssertionError, match=f"'Maureen', '{FACT}'"):
        canaries.look()


def sent_while_typing(meeting, script=""):
    """All that a page sends on which one idea is sent and another one is being typed."""
    lead, page = meeting.lead(), meeting.page()
    if script:
        page.add_init_script(script)
    ken, mouth = Participant(page, "Ken"), Mouth(page)
    ken.joins(meeting.link)
    meeting.moves_to("Ideas", lead, ken)
    ken.writes("Idea", IDEA)
    ken.has_saved(IDEA)
    ken.hand.type(ken.box(ASKS["Idea"]), DRAFT)
    ken.is_done()
    all_have_heard_later_news(lead, [ken])
    assert IDEA.encode() in mouth.said()
    return mouth.said()


def test_what_is_being_typed_leaves_the_device_by_no_way(gather):
    assert DRAFT.encode() not in sent_while_typing(gather())


def test_a_page_that_sends_what_is_being_typed_is_noticed(gather):
    assert DRAFT.encode() in sent_while_typing(gather(), AUTOSAVE)
