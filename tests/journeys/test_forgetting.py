"""Until when all is kept, and deleting it now: what people read, and what is left on their devices."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from facilitation.keeping import day_of
from tests.journeys import shots
from tests.waiting import eventually

LEFT = """async () => {
  const databases = (await indexedDB.databases()).map(({ name }) => name);
  return [...databases, ...Object.keys(sessionStorage), ...Object.keys(localStorage)].join(" ");
}"""
"""The names of all places in which scripts of this site keep anything."""
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 360, "height": 740}
DRAWER, UNSENT = "How long all this is kept", "Half a thought about the treasurer"


def date_after(days):
    """The date on which what ends today is deleted, so many days later, as people say it."""
    day = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day_of(int(time.time() * 1000)) + days)
    return f"{day.day} {day:%B %Y}"


def nothing_left(person, workshop):
    eventually(lambda: workshop not in person.page.evaluate(LEFT))


@pytest.mark.parametrize(("desk", "phone"), [(WIDE, NARROW), (NARROW, WIDE)], ids=["wide desk", "narrow desk"])
def test_delete_now_offers_the_plan_tells_everybody_and_leaves_nothing_on_any_device(gather, axe, desk, phone):
    meeting = gather()
    lead, pat, ada = meeting.lead(**desk), meeting.joins("Pat", **phone), meeting.joins("Ada")
    meeting.moves_to("Ideas", lead, pat, ada)
    lead_writes = "A bench on the pier"
    pat.writes("Idea", lead_writes)
    pat.hand.type(pat.box("Your idea"), UNSENT)
    assert meeting.id in pat.page.evaluate(LEFT)
    ada.page.context.set_offline(True)  # she is on a train, and comes back later
    ada.page.goto("about:blank")

    lead.desk(DRAWER)
    lead.reads("Everything here is deleted 30 days after the workshop ends.")
    lead.presses("Delete now")
    lead.reads("Take the plan home first:")
    lead.reads("Nobody can bring it back.")
    shots.take(lead.page, "delete-now", desk["width"])
    assert axe(lead.page) == []
    with lead.page.expect_download() as got:
        lead.presses("Plan for Word")
    assert got.value.suggested_filename.endswith(".docx")
    assert meeting.id in pat.page.evaluate(LEFT)  # nothing is gone before the second press
    lead.presses("Yes, delete everything now")

    for one in (lead, pat):
        one.stands_at("This workshop was deleted")
        one.reads("This device keeps nothing of it either.")
        nothing_left(one, meeting.id)
        one.sees_nothing_of(lead_writes)
        assert axe(one.page) == []
    assert pat.box("Your words that were not sent").input_value() == UNSENT
    shots.take(pat.page, "deleted", phone["width"])

    ada.page.context.set_offline(False)
    for one in (ada, pat):
        one.page.goto(meeting.link)
        one.stands_at("There is nothing at this address.")
        nothing_left(one, meeting.id)
        assert "deleted" not in one.words()
    lead.page.goto(meeting.key_link)
    lead.stands_at("There is nothing at this address.")


def test_after_the_end_everybody_reads_the_date_and_who_opened_it_may_move_it(gather, axe):
    meeting = gather()
    lead, pat = meeting.lead(**WIDE), meeting.joins("Pat", **NARROW)
    pat.presses("Pat")
    pat.reads("Everything here is deleted 30 days after the workshop ends.")
    pat.presses("Close")
    lead.starts()
    lead.ends_early()
    pat.stands_at("Thank you")
    pat.reads(f"Everything here is deleted on {date_after(30)}.")
    shots.take(pat.page, "goodbye-date", 360)
    lead.desk(DRAWER)
    lead.hand.type(lead.box("Days to keep it"), "366")
    expect(lead.button("Keep it for so long")).to_be_hidden()
    lead.hand.type(lead.box("Days to keep it"), "7")
    shots.take(lead.page, "days-to-keep", 1440)
    assert axe(lead.page) == []
    lead.presses("Keep it for so long")
    pat.reads(f"Everything here is deleted on {date_after(7)}.")
    pat.presses("Pat")
    expect(pat.page.get_by_role("dialog").get_by_text(f"deleted on {date_after(7)}.")).to_be_visible()
