"""Nothing around or within the steps has a barrier that axe can find, in any colours; the steps: test_framed.py."""

from tests.journeys.gathering import HOUR, QUICK
from tests.journeys.looks import barriers
from tests.journeys.people import Person
from tests.journeys.test_offline import back_again, cut_off


def test_no_page_around_a_workshop_has_a_barrier(gather):
    meeting = gather(QUICK)
    found = {}
    page = meeting.page(width=360, height=740)
    for path, heading in (
        ("/", "Think together, one way at a time"),
        ("/join", "Join a workshop"),
        ("/who-can-see", "Who can see what"),
        ("/w/nowhere", "There is nothing at this address."),
        (meeting.link, "Nobody alone this winter"),
        (f"/w/{'0' * 32}", "There is nothing at this address."),
    ):
        page.goto(path if path.startswith("http") else meeting.url + path)
        page.get_by_role("heading", name=heading, level=1).wait_for()
        found[path] = barriers(Person(page))
    page.goto(meeting.url)
    page.get_by_role("button", name="Set up a workshop").click()
    page.get_by_role("textbox", name="What is your question?").wait_for()
    found["new"] = barriers(Person(page))
    page.get_by_role("button", name="Make the workshop").click()
    found["new, nothing filled in"] = barriers(Person(page))
    assert {place: lines for place, lines in found.items() if lines} == {}


def test_nothing_that_opens_within_a_step_has_a_barrier(gather):
    meeting = gather(HOUR)
    lead, tom, aisha = meeting.lead(width=360, height=740), meeting.joins("Tom"), meeting.joins("Aisha")
    found = {}
    tom.presses("Tom")
    found["you"] = barriers(tom)
    tom.presses("Close")
    meeting.moves_to("Ideas", lead, tom, aisha)
    tom.opens("What helps here")
    tom.presses("Keep a worry for later")
    found["worry"] = barriers(tom)
    lead.desk("All steps")
    for drawer in ("Who is here", "What is on the board", "Take the plan home"):
        if lead.at.locator("summary", has_text=drawer).count():
            lead.opens(drawer)
    found["desk"] = barriers(lead)
    lead.leaves_the_desk()
    cut_off(aisha)
    aisha.writes("Idea", "A choir that meets on the ferry")
    aisha.reads("1 thing is not sent yet")
    found["line"] = barriers(aisha)
    tom.writes("Idea", "Soup", "Songs")
    lead.goes_on("Read the ideas")
    back_again(aisha)
    aisha.reads("You were still writing")
    found["leftovers"] = barriers(aisha)
    late = meeting.joins("Ken")
    late.reads("Good that you are here")
    found["catch-up"] = barriers(late)
    lead.goes_on("Like with like")
    tom.hand.tick(tom.at.get_by_role("checkbox", name="Soup"))
    tom.presses("Put 1 card into")
    found["put into"] = barriers(tom)
    cut_off(lead)
    lead.reads("Connecting again")
    found["desk without a line"] = barriers(lead)
    assert {place: lines for place, lines in found.items() if lines} == {}
