"""Whoever leads has the server checked, and reads what held and what did not."""

import re
from html import unescape
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.looks import barriers
from tests.journeys.people import exactly

PATIENCE_MS = 120_000


def test_whoever_leads_has_the_server_checked_reads_the_report_and_saves_it(gather):
    meeting = gather()
    lead, found = meeting.lead(width=360, height=740), {}
    lead.desk("Check this server")
    lead.reads("A workshop made only for this")
    found["before"] = barriers(lead)
    lead.presses("Check this server now")
    lead.reads("The check goes on.")
    expect(lead.button("Check this server now")).to_be_hidden()
    expect(lead.at.get_by_role("group", name="Check this server")).to_be_focused()
    found["meanwhile"] = barriers(lead)
    said = lead.at.get_by_role("heading", name=re.compile(r"^\d+ promises held$"), level=3)
    expect(said).to_be_visible(timeout=PATIENCE_MS)
    found["report"] = barriers(lead)
    assert {place: lines for place, lines in found.items() if lines} == {}
    expect(lead.at.get_by_role("heading", name=re.compile("did not hold"))).to_be_hidden()
    held = lead.at.get_by_role("listitem").filter(has=lead.at.locator("strong"))
    promises = held.locator("strong").all_inner_texts()
    assert len(promises) >= int(said.inner_text().split()[0]) > 10
    lead.reads("What such a check cannot find out")
    path, name = lead.takes_home("Save the report")
    assert name == "check-of-this-server.html"
    page = unescape(Path(path).read_text())
    assert [one for one in promises if one not in page] == []
    expect(lead.button(exactly("Check again"))).to_be_visible()
    assert lead.page.evaluate("document.documentElement.scrollWidth") <= 360
