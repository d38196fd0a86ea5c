"""Whatever opens on a page: axe in each look and in three languages, targets, wide spacing, and 400 %.

The short form walks over the board alone, with axe at some places, in another look and language each time."""

from itertools import cycle, islice, product

from playwright.sync_api import expect

from tests.journeys.gathering import HOUR
from tests.journeys.looks import LANGUAGES, LOOKS, barriers, barriers_in_each_language, speak
from tests.journeys.openings import Openings
from tests.journeys.people import exactly
from tests.journeys.test_accessibility import CUT, SMALL, SPACED

WIDEN = """css => { window.before = document.adoptedStyleSheets; const sheet = new CSSStyleSheet();
  sheet.replaceSync(css); document.adoptedStyleSheets = [...window.before, sheet]; }"""
TOO_WIDE = """() => [document.documentElement, ...document.querySelectorAll("dialog[open], dialog[open] .dialog-body")]
  .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => `${one.tagName} is ${one.scrollWidth} wide`)"""


def in_small_windows(person):
    """What is too small to be pressed; what wide spacing cuts off, here and in a window at 400 %."""
    found = [f"small: {one}" for one in person.at.evaluate(SMALL, 24)]
    before = person.page.viewport_size
    person.page.evaluate(WIDEN, SPACED)
    for size in (before, {"width": 320, "height": 256}) if before["width"] < 1000 else (before,):
        person.page.set_viewport_size(size)
        found += [f"at {size['width']}: {one}" for script in (CUT, TOO_WIDE) for one in person.at.evaluate(script)]
    person.page.set_viewport_size(before)
    person.page.evaluate("document.adoptedStyleSheets = window.before")
    return found


def test_nothing_that_opens_has_a_barrier_in_any_look_or_language_at_any_size(gather, long):
    found, turn = {}, cycle(product(LANGUAGES, LOOKS))
    for number, (name, who) in enumerate(islice(Openings(gather(HOUR)), None if long else 12)):
        found[name, who.name] = in_small_windows(who)
        if long:
            found[name, who.name] += barriers_in_each_language(who)
        elif number % 3 == 0:
            language, look = next(turn)
            speak(who, language)
            found[name, who.name] += barriers(who, (look,))
            speak(who, "en")
    assert {place: lines for place, lines in found.items() if lines} == {}
    assert len(found) > (25 if long else 10)


def test_a_column_shows_its_whole_name_with_wide_spacing(gather):
    """WCAG 1.4.12: how much lies in it goes under the name."""
    meeting = gather(HOUR)
    lead = meeting.lead(width=1400)
    meeting.moves_to("What we know", lead)
    lead.presses("Go to…")
    lead.presses(exactly("What we do not know"))
    name = lead.at.locator(".canvas:not([data-far]) .area-name", has_text="What we do not know")
    expect(name).to_be_visible()
    lead.page.evaluate(WIDEN, SPACED)
    assert name.evaluate("one => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]") == [0, 0]
    head = name.locator("..")
    assert head.evaluate("one => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]") == [0, 0]
