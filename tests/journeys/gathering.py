"""A workshop that people come to: made over the public interface, so that a test begins where it matters."""

import json
from urllib.request import Request, urlopen

from tests.journeys.content import TITLE
from tests.journeys.hands import Mouse
from tests.journeys.lead import Lead
from tests.journeys.people import Participant, Wall
from tests.journeys.settings import BRITISH
from tests.wire import Line, next_phase

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
        self.run = ""  # of the step that `moves_to` went to last
        self.code, self.recovery_code = made["join_code"], made["recovery_code"]

    def page(self, **options):
        return self._open(**(BRITISH | options))

    def lead(self, name="Maureen", **options):
        lead = Lead(self.page(**options), name)
        with lead.page.expect_response(f"{self.url}/api/workshops/{self.id}/facilitators") as answer:
            lead.page.goto(self.key_link)
        self._token = answer.value.json()["token"]
        lead.reads("Bring people in")
        return lead

    def line(self):
        """Whoever leads, on the wire."""
        return Line(self.url, self._token)

    def joins(self, name, hand=Mouse, **options):
        person = Participant(self.page(**options), name, hand)
        person.joins(self.link)
        return person

    def wall(self, lead):
        wall = Wall(self.page(), "the wall")
        wall.page.goto(lead.screen_link())
        wall.waits()
        return wall

    def moves_to(self, title, *people):
        """Whoever leads goes on to the step of this title, on the wire and not on the page: most journeys are
        about what happens there, and not about the way. Then everybody stands there."""
        device = self.line()
        if device.view["workshop"]["state"] == "waiting":
            for one in people:
                one.waits()  # or they would come late, and be shown what they missed
            device.do("StartWorkshop")
            device.until(lambda view: view["workshop"]["run"])
        while title_of(device.view) != title:
            next_phase(device)
        self.run = device.run
        device.close()
        for one in people:
            one.stands_at(title)


def title_of(view):
    """The title of the step that goes on."""
    here = view["workshop"]
    return here["phases"][view[f"run:{here['run']}"]["phase"]]["title"]
