"""A phone that sleeps: whatever happened meanwhile, it comes back by itself, with every word and none of them twice."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.gathering import HOUR
from tests.waiting import pace

BEFORE, TYPED, MEANWHILE = "A bench at every bus stop", "Half a thought about", "Soup on Thursdays"
SLEEP, NAP = 300.0, 1.0  # seconds


class Phone:
    """The system takes a page's time away, and its line: nothing runs, no timer and no answer."""

    def __init__(self, person):
        self._context = person.page.context
        self._page = self._context.new_cdp_session(person.page)
        self._asleep = []
        self._page.on("Debugger.paused", self._sleeps)
        self._page.send("Debugger.enable")

    def _sleeps(self, said):
        self._asleep.append(said)

    def sleeps(self):
        self._page.send("Debugger.pause")  # at the next thing that would run: the clock on the page ticks
        while not self._asleep:
            self._context.cookies()  # lets the browser tell us
        self._context.set_offline(True)

    def wakes(self):
        self._context.set_offline(False)
        self._page.send("Debugger.resume")
        self._page.send("Debugger.disable")


@pytest.mark.parametrize("writes_while_cut_off", [False, True])
def test_after_a_sleep_all_is_there_once_and_the_clock_is_right(gather, long, writes_while_cut_off):
    meeting = gather(HOUR)
    lead, aisha, tom = meeting.lead(), meeting.joins("Aisha", width=360, height=740), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, aisha, tom)
    phone = Phone(aisha)
    aisha.writes("Idea", BEFORE)
    aisha.has_saved(BEFORE)
    if writes_while_cut_off:
        aisha.page.context.set_offline(True)
        aisha.writes("Idea", TYPED)
        aisha.reads("1 thing is not sent yet")
    else:
        aisha.hand.type(aisha.box("Your idea"), TYPED)
    phone.sleeps()
    tom.writes("Idea", MEANWHILE)
    tom.has_saved(MEANWHILE)
    pace(SLEEP if long and not writes_while_cut_off else NAP)
    if not writes_while_cut_off:
        lead.goes_on("Read the ideas")
    phone.wakes()
    if writes_while_cut_off:
        aisha.has_saved(BEFORE, TYPED)
        lead.goes_on("Read the ideas")
    aisha.stands_at("Read the ideas")
    for one in (aisha, lead, tom):
        one.sees(BEFORE, MEANWHILE)
        expect(one.card(BEFORE)).to_have_count(1)
    if writes_while_cut_off:
        expect(lead.card(TYPED)).to_have_count(1)
    else:
        left = aisha.at.get_by_role("region", name=re.compile("^You were still writing"))
        expect(left.get_by_role("textbox")).to_have_value(TYPED)
        lead.sees_nothing_of(TYPED)
    assert abs(aisha.clock() - lead.clock()) <= 1
