"""Handing over a device: the next person finds no key and no word, not with the button for going back,
and not in the files of the browser."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import browsing
from tests.journeys.gathering import Gathering
from tests.journeys.people import Participant
from tests.journeys.settings import SHORT
from tests.waiting import eventually

SENT = "CANARY the last bench on the pier has no back"
WORRY = "CANARY who looks after the heaters"
TYPED = "CANARY half a thought that was"
NAME = "CANARY-Ken"
KEPT = """async () => {
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done, fail) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store);
      for (const what of [all.getAllKeys(), all.getAll()]) {
        found.push(...await new Promise((done) => { what.onsuccess = () => done(what.result); }));
      }
    }
    db.close();
  }
  for (const storage of [sessionStorage, localStorage]) found.push(...Object.entries(storage).flat());
  return JSON.stringify(found);
}"""
"""Everything that scripts of this site can find on the device, as text."""
HEX_KEY = re.compile(r"[0-9a-f]{64}")


@pytest.fixture
def device(browser, tmp_path):
    """A browser with a profile on the disk, as people have one: its page, and the profile's folder."""
    profile = tmp_path / "profile"
    context = browser.browser_type.launch_persistent_context(
        profile, executable_path=os.environ.get("CHROMIUM"), args=browsing.ARGUMENTS, timeout=30_000
    )
    context.set_default_timeout(10_000)
    yield context, profile
    context.close()


def files_with(profile, word):
    """The files of a profile in which this word stands, as bytes or in two bytes for each letter."""
    forms = (word.encode(), word.encode("utf-16-le"))
    files = [path for path in Path(profile).rglob("*") if path.is_file()]
    return [str(path.relative_to(profile)) for path in files if any(form in path.read_bytes() for form in forms)]


def test_a_device_that_is_handed_over_keeps_no_key_and_no_word(gather, device):
    context, profile = device
    meeting, page = gather(), context.pages[0]
    lead = meeting.lead()
    ken = Participant(page, NAME)
    page.goto(meeting.url)
    ken.joins(meeting.link)
    meeting.moves_to("Ideas", lead, ken)
    ken.writes("Idea", SENT)
    ken.has_saved(SENT)
    ken.keeps_a_worry(WORRY)
    ken.hand.type(ken.box("Your idea"), TYPED)
    eventually(lambda: TYPED in page.evaluate(KEPT))
    before = page.evaluate(KEPT)
    assert SENT in before
    assert HEX_KEY.search(before)
    assert files_with(profile, "CANARY half a thought")

    ken.presses(NAME)
    ken.presses("Hand over this device")
    ken.reads(TYPED)
    ken.presses("Yes, hand it over")
    expect(ken.button(re.compile("^Join$"))).to_be_visible()

    def nobody_is_here():
        kept = page.evaluate(KEPT)
        assert "CANARY" not in kept
        assert not HEX_KEY.search(kept)
        assert "CANARY" not in page.content()
        assert [one.input_value() for one in page.locator("input:not([type=checkbox]), textarea").all()] in ([], [""])

    nobody_is_here()
    while page.go_back(wait_until="load") and page.url != "about:blank":
        nobody_is_here()
    page.goto(meeting.link)
    nobody_is_here()
    # The place is given up: nobody can be taken for who was here.
    lead.at.get_by_text("1 person is here").first.wait_for()
    context.close()
    assert {word: files_with(profile, word) for word in ("CANARY half", "CANARY who", "CANARY the", NAME)} == {
        "CANARY half": [],
        "CANARY who": [],
        "CANARY the": [],
        NAME: [],
    }


def test_what_is_typed_and_not_sent_is_on_the_device_and_nowhere_on_the_server(start_server, open_page):
    server = start_server(**SHORT)
    meeting = Gathering(server.url, open_page)
    lead, ken = meeting.lead(), meeting.joins("Ken")
    meeting.moves_to("Ideas", lead, ken)
    ken.hand.type(ken.box("Your idea"), TYPED)
    eventually(lambda: TYPED in ken.page.evaluate(KEPT))
    ken.presses("I'm done")
    ken.reads("✓ I'm done")
    for press, sign in (("Stop the clock", "stopped"), ("Let it run", "left$")):
        lead.presses(press)
        expect(ken.at.get_by_role("timer", name=re.compile(sign)).first).to_be_visible()
    server.kill9()
    assert TYPED in ken.page.evaluate(KEPT)
    files = [path for path in server.data.rglob("*") if path.is_file()]
    assert files
    assert [path.name for path in files if TYPED.encode() in path.read_bytes()] == []
    assert TYPED not in server.log()
    lead.sees_nothing_of(TYPED)


def test_who_can_see_what_is_one_tap_away_where_people_write_and_opens_beside_what_they_write(gather):
    meeting = gather()
    lead, ken = meeting.lead(), meeting.joins("Ken")
    meeting.moves_to("Ideas", lead, ken)
    ken.hand.type(ken.box("Your idea"), TYPED)
    with ken.page.context.expect_page() as opened:
        ken.at.get_by_role("link", name="Who can see what").first.click()
    page = opened.value
    for what in ("How you vote", "That it was you who wrote it", "Your name, and that you are here"):
        expect(page.get_by_role("heading", name=what)).to_be_visible()
    expect(page.get_by_role("button", name="Print this page")).to_be_visible()
    expect(ken.box("Your idea")).to_have_value(TYPED)
