"""A vote in real browsers, interrupted at every step: no vote is lost, and nobody has a second one."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.people import Participant
from tests.journeys.settings import SHORT
from tests.journeys.test_edge_votes import result
from tests.waiting import eventually

BUS, TEA, PIER = "Let the bus wait", "Tea in the boathouse", "Light the pier"
MARKED = "✓ Counted"


class Loser(Participant):
    """Somebody whose line loses the first answer to what is named here; `lost`: what was, `asked`: how often it was
    asked for. Both ways of asking are watched: the ballot over the socket, the vote over HTTP."""

    def __init__(self, page, name, what):
        super().__init__(page, name)
        self._what, self.lost, self.casts = what, [], []
        if what == "ballot":
            page.route_web_socket(re.compile("/socket.io/"), self._pass_on)
        page.route(re.compile("/cast$"), self._cast)

    def _pass_on(self, line):
        server = line.connect_to_server()

        def hear(said):
            if '"sig"' in str(said) and not self.lost:
                self.lost.append(said)
            else:
                line.send(said)

        server.on_message(hear)

    def _cast(self, route):
        self.casts.append(route.request)
        if self._what == "vote" and not self.lost:
            self.lost.append(route.fetch().text())  # the server has it, and said so
            route.abort()
        else:
            route.continue_()

    def loses(self):
        """Wait until an answer was lost."""
        eventually(lambda: self.page.evaluate("true") and self.lost)  # asked, so that the page goes on meanwhile

    def marks(self, option):
        self.hand.tick(self.at.get_by_role("checkbox", name=option, exact=True))


@pytest.fixture
def server(start_server):
    return start_server(**SHORT)


def test_reloads_crashes_and_lost_answers_at_every_step_cost_nobody_a_vote_and_give_nobody_two(gather, server):
    meeting = gather(url=server.url)
    lead = meeting.lead()
    loses = {"Tom": "", "Aisha": "ballot", "Ken": "ballot", "Mia": "vote", "Ben": "vote"}
    people = tom, aisha, ken, mia, ben = [Loser(meeting.page(), name, what) for name, what in loses.items()]
    for one in people:
        one.joins(meeting.link)
    meeting.moves_to("Ideas", lead, *people)
    tom.writes("Idea", BUS, TEA, PIER)
    tom.has_saved(BUS, TEA, PIER)
    meeting.moves_to("What pulls you", lead, *people)
    lead.opens_the_vote(6)
    tom.returns()  # before it has asked, or while it does
    for one in (aisha, ken):
        one.loses()
    ken.returns()  # the ballot is signed, and the page that knew is gone
    for one in people:
        expect(one.at.get_by_role("checkbox", name=BUS, exact=True)).to_be_visible()
    for one in (mia, ben):
        one.marks(BUS)
    for one in (mia, ben):
        one.loses()
    ben.returns()  # his vote is in the box, and his page has not heard of it
    tom.marks(BUS)
    server.kill9()  # whatever was under way
    for one in (aisha, ken):
        one.marks(BUS)
    tom.marks(TEA)
    server.start()
    for one in people:
        expect(one.shown(MARKED)).to_be_visible(timeout=30_000)
    server.kill9()
    server.start()
    ken.returns()
    expect(ken.at.get_by_role("checkbox", name=BUS, exact=True)).to_be_checked()
    ken.marks(PIER)
    expect(ken.shown(MARKED)).to_be_visible(timeout=30_000)
    lead.picks(PIER)
    lead.closes_the_vote()
    for one in (lead, tom):
        one.reads("6 people voted, of 6 who could.")
        for option, said in ((BUS, "picked by 5 people"), (PIER, "picked by 2 people"), (TEA, "picked by 1 person")):
            expect(result(one).filter(has_text=option)).to_contain_text(said)
    tokens = {mark for one in people for mark in secrets_of(one)}
    for one in people:
        assert one.casts
        for cast in one.casts:
            assert len(cast.post_data_buffer) == 1024
            assert not {"authorization", "cookie", "referer"} & set(cast.headers)
            assert not [token for token in tokens if token in cast.post_data + cast.url]


def secrets_of(person):
    """What this device would be known by: its token and its place."""
    return person.page.evaluate(
        """() => new Promise((resolve) => {
            const name = "folkmoot-" + location.pathname.split("/")[2];
            const opening = indexedDB.open(name);
            opening.onsuccess = () => {
                const asked = opening.result.transaction("own").objectStore("own").get("seat");
                asked.onsuccess = () => resolve([asked.result.token, asked.result.seat]);
            };
        })"""
    )


def test_on_a_page_that_came_without_encryption_people_vote_all_the_same_and_are_told(gather):
    """Browsers keep their cryptography from such pages: a workshop in a room with its own Wi-Fi is one."""
    meeting = gather()
    lead = meeting.lead()
    names = ("Tom", "Aisha", "Ken")
    people = []
    for name in names:
        page = meeting.page()
        page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });")
        people.append(one := Participant(page, name))
        one.joins(meeting.link)
    meeting.moves_to("Ideas", lead, *people)
    people[0].writes("Idea", BUS, TEA)
    people[0].has_saved(BUS, TEA)
    meeting.moves_to("What pulls you", lead, *people)
    lead.opens_the_vote(4)
    for one in people:
        one.picks(BUS)
        one.reads("People on this network could watch how you vote.")
    lead.closes_the_vote()
    expect(result(people[0]).filter(has_text=BUS)).to_contain_text("picked by 3 people")


def test_a_part_of_the_page_that_could_not_be_fetched_when_the_vote_opened_costs_nobody_a_vote(gather):
    meeting = gather()
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, tom)
    tom.writes("Idea", BUS)
    tom.has_saved(BUS)
    lost = []
    for part in ("voting", "blinding-(web|plain)"):
        tom.page.route(re.compile(f"/assets/{part}-"), lambda route: (lost.append(1), route.abort()), times=1)
    meeting.moves_to("What pulls you", lead, tom)
    lead.opens_the_vote(2)
    tom.picks(BUS)
    expect(tom.shown(MARKED)).to_be_visible(timeout=30_000)
    assert len(lost) == 2
