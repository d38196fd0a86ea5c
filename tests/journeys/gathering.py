"""A workshop that people come to: made over the public interface, so that a test begins where it matters."""

import json
from urllib.request import Request, urlopen

from tests.journeys.content import TITLE
from tests.journeys.hands import Mouse
from tests.journeys.lead import Lead
from tests.journeys.people import Participant, Wall
from tests.journeys.settings import BRITISH

QUICK = "quick-hats-20"
HOUR = "hats-problem-60"


class Gathering:
    """One workshop on a server, and pages for those who come."""

    def __init__(self, url, open_page, agenda=QUICK):
        self.url, self._open = url, open_page
        body = json.dumps({"agenda": agenda, "title": TITLE}).encode()
        asked = Request(f"{url}/api/workshops", body, {"Content-Type": "application/json"})  # noqa: S310 - our own server
        with urlopen(asked, timeout=10) as answer:  # noqa: S310 - the same
            made = json.load(answer)
        self.id, self.link, self.key_link = made["workshop"], url + made["link"], url + made["facilitator_link"]
        self.code, self.recovery_code = made["join_code"], made["recovery_code"]

    def page(self, **options):
        return self._open(**(BRITISH | options))

    def lead(self, name="Maureen", **options):
        lead = Lead(self.page(**options), name)
        lead.page.goto(self.key_link)
        lead.reads("Bring people in")
        return lead

    def joins(self, name, hand=Mouse, **options):
        person = Participant(self.page(**options), name, hand)
        person.joins(self.link)
        return person

    def wall(self, lead):
        wall = Wall(self.page(), "the wall")
        wall.page.goto(lead.screen_link())
        wall.reads("We start soon")
        return wall


def go_to(title, lead, *others):
    """Start if need be, and go on until everybody is in the step of this title."""
    if lead.button("Start with").is_visible():
        lead.starts()
    for _ in range(20):
        if lead.heading(title, 1).is_visible():
            break
        lead.goes_on_anyhow()
    for one in (lead, *others):
        one.stands_at(title)
