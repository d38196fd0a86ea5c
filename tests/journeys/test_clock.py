"""One clock for all: the server's."""

import re

from playwright.sync_api import expect

AN_HOUR_FAST = """{
  const now = Date.now, Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(now() + 3_600_000); }
    static now() { return now() + 3_600_000; }
  };
}"""


def show_the_same(*people):
    """Read one after the other within a moment, the clocks are at most a second apart."""
    read = [one.clock() for one in (*people, people[0])]
    assert max(read) - min(read) <= 1, read


def test_e07_a_device_an_hour_wrong_and_one_that_came_late_show_the_same_time(gather):
    meeting = gather()
    lead, tom = meeting.lead(), meeting.joins("Tom")
    page = meeting.page()
    page.add_init_script(AN_HOUR_FAST)
    wrong = type(tom)(page, "Bea")
    wrong.joins(meeting.link)
    assert abs(page.evaluate("Date.now()") - tom.page.evaluate("Date.now()") - 3_600_000) < 60_000
    meeting.moves_to("What we know", lead, tom, wrong)
    show_the_same(lead, tom, wrong)
    late = meeting.joins("Ken")
    expect(late.at.get_by_role("timer")).to_be_visible()
    show_the_same(lead, tom, wrong, late)
    lead.presses("+2 minutes")
    for one in (lead, tom, wrong, late):
        expect(one.at.get_by_role("timer").first).to_have_accessible_name(re.compile("^(4 minutes|5 minutes)"))
    show_the_same(lead, tom, wrong, late)


def test_e01_when_the_time_is_up_all_are_told_and_nothing_is_cut(gather):
    meeting = gather()
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("What we know", lead, tom)
    tom.hand.type(tom.box("A fact"), "The pier closes at")
    for left in ("^(1 minute|2 minutes)", "^(1 minute left|59 seconds|5. seconds)", "^time is up"):
        lead.presses("\N{MINUS SIGN}1 minute")
        expect(lead.at.get_by_role("timer").first).to_have_accessible_name(re.compile(left))
    for one in (lead, tom):
        expect(one.at.get_by_role("timer", name="time is up").first).to_be_visible()
    expect(tom.at.get_by_text("Time is up. You can still finish what you are writing.")).to_be_attached()
    expect(tom.box("A fact")).to_have_value("The pier closes at")
    tom.writes("Fact", "The pier closes at dusk from October on")
    tom.has_saved("The pier closes at dusk from October on")
    for one in (lead, tom):
        one.stands_at("What we know")
