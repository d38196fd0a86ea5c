"""A workshop in other languages: on the smallest phones nothing is cut off, and Arabic pages are turned round."""

import json
import re
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from tests.journeys.gathering import title_of
from tests.journeys.looks import barriers
from tests.journeys.people import Person
from tests.wire import Line, next_phase

# The longest words, the most forms, and the other direction; 320 is a small phone, or a page at 400 %.
SMALL = {"de": 320, "cy": 320, "ar": 360}
TITLES = {
    "de": "Niemand allein in diesem Winter",
    "cy": "Neb ar ei ben ei hun y gaeaf hwn",
    "ar": "لا أحد وحده هذا الشتاء",
}
JOIN = {"de": "Mitmachen", "cy": "Ymuno", "ar": "انضمام"}
SAID = {"de": "Ein Chor auf der Fähre", "cy": "Côr ar y fferi", "ar": "جوقة على العبّارة"}
WITH_AXE = {"cy": {0, 2, 4}, "ar": {0, 2, 4, 6}}
"""The steps, by number, in which axe looks at the page in all its colours."""

CUT_OFF = """() => {
  const width = document.documentElement.clientWidth, found = [];
  const whole = document.scrollingElement.scrollWidth;
  if (whole > width + 1) found.push(`the page is ${whole} wide`);
  for (const one of document.querySelectorAll("button, a, summary, label, h1, h2, p, legend, select")) {
    const box = one.getBoundingClientRect();
    if (!box.width || one.closest(".visually-hidden, [hidden]")) continue;
    const clipped = /BUTTON|SUMMARY/.test(one.tagName) && one.scrollWidth > one.clientWidth + 1;
    if (clipped || box.left < -1 || box.right > width + 1) found.push(`${one.tagName} ${one.textContent.trim()}`);
  }
  return found;
}"""


def call(url, body):
    asked = Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})  # noqa: S310 - our own server
    with urlopen(asked, timeout=10) as answer:  # noqa: S310 - the same
        return json.load(answer)


@pytest.mark.parametrize("language", SMALL)
def test_a_workshop_fits_on_the_smallest_phone(house, open_page, language):
    made = call(
        f"{house.url}/api/workshops", {"agenda": "quick-hats-20", "title": TITLES[language], "language": language}
    )
    key = made["facilitator_link"].partition("#")[2]
    seat = call(f"{house.url}/api/workshops/{made['workshop']}/facilitators", {"key": key, "name": "", "label": ""})
    leads = Line(house.url, seat["token"])
    page = open_page(locale=language, width=SMALL[language], height=640)
    person, found = Person(page), {}
    page.goto(house.url + made["link"])
    expect(page.get_by_role("heading", level=1, name=TITLES[language])).to_be_visible()
    found["join"] = page.evaluate(CUT_OFF)
    page.get_by_role("button", name=re.compile(f"^{JOIN[language]}$")).click()
    expect(page.get_by_role("button", name=re.compile(f"^{JOIN[language]}$"))).to_be_hidden()
    found["waiting"] = page.evaluate(CUT_OFF)
    assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
    leads.do("StartWorkshop")
    leads.until(lambda view: view["workshop"]["run"])
    for step in range(8):
        title = title_of(leads.view)
        expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
        if step == 2:
            box = page.locator("form textarea").first
            box.fill(SAID[language])
            box.press("Enter")
            expect(page.get_by_role("article").filter(has_text=SAID[language])).to_be_visible()
        found[title] = page.evaluate(CUT_OFF)
        if step in WITH_AXE.get(language, ()):
            found[f"{title}, axe"] = barriers(person)
        if step < 7:
            next_phase(leads)
    leads.close()
    assert {place: lines for place, lines in found.items() if lines} == {}


def test_the_language_changes_and_what_was_typed_stays(gather):
    meeting = gather()
    page = meeting.page(width=360, height=740)
    page.goto(meeting.link)
    page.get_by_role("textbox", name="Your name, if you like").fill("Siân")
    page.get_by_role("combobox", name="Language").select_option("cy")
    name = page.get_by_role("textbox", name="Eich enw, os hoffech")
    expect(name).to_have_value("Siân")
    page.get_by_role("combobox", name="Iaith").select_option("ar")
    expect(page.get_by_role("combobox", name="اللغة")).to_be_visible()  # its words have come
    brand, choice = (page.locator(one).first.bounding_box() for one in (".brand", ".language"))
    assert brand["x"] > choice["x"]
    page.reload()
    expect(page.get_by_role("combobox", name="اللغة")).to_have_value("ar")
