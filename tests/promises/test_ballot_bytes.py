"""A vote that is over: its key, its roll, its ballots and their secrets are in no byte of any file that a server or
its Redis keeps. The totals are."""

import base64
import hashlib

import pytest
import requests
from redis import Redis

from server.demo.ticket import Ticket
from tests import keeping, wire
from tests.promises.test_forgotten_bytes import raw
from tests.server.conftest import FAST
from tests.waiting import eventually

PEOPLE = 4


def hashed(word):
    return hashlib.sha256(word.encode()).hexdigest()


@pytest.fixture(params=["sqlite", "redis"])
def kept(request, start_server):
    """A server, and the folders that hold all that is kept."""
    if request.param == "sqlite":
        server = start_server(**FAST)
        yield server, [server.data]
        return
    with keeping.redis() as content, keeping.redis() as people:
        for one in (content, people):
            with Redis.from_url(one.url) as client:
                client.config_set("rdbcompression", "no")  # else nothing would be found, and all would be well
        server = start_server(store="redis", redis_url=content.url, redis_people_url=people.url, **FAST)
        yield server, [server.data, content.folder, people.folder]


class Vote:
    """A vote in which all have voted, one of them twice. `secret`: what has to go; `stays`: what has to stay."""

    def __init__(self, url):
        self.made = made = wire.Made(url)
        self.lead, self.people = made.facilitator(), [made.participant() for _ in range(PEOPLE)]
        wire.to_stage(self.lead, "write", "ideate")
        while not self.lead.view["workshop"]["keeping"]:
            wire.next_phase(self.lead)
        for number in range(6):
            self.lead.do("AddCard", **wire.card(self.lead.run, "idea", f"idea {number}"))
        wire.to_stage(self.lead, "vote")
        self.ballot = self.lead.view[f"run:{self.lead.run}"]["ballot"]
        seats = [one.entered["seat"] for one in self.people]
        self.lead.do("ConfirmRoll", run=self.lead.run, ballot=self.ballot, seats=seats)
        entry = self.until("open")
        self.tickets = [Ticket(entry["public_key"], made.id, self.ballot) for _ in self.people]
        self.asked, self.secret = [], []
        for ticket, person, seat in zip(self.tickets, self.people, seats, strict=True):
            signed = person.do("AskCredential", ballot=self.ballot, request=ticket.request)["sig"]
            ticket.take(signed)
            self.cast(ticket, entry["options"][0])
            self.asked += [hashed(ticket.request), f"roll:{self.ballot}:{seat}"]
            body = ticket.marked({})
            self.secret += [signed, ticket.request, body["nullifier"], body["prefix"], body["sig"]]
        self.cast(self.tickets[0], entry["options"][1])
        self.box = [hashed(ticket.nullifier) for ticket in self.tickets]

    def cast(self, ticket, option):
        told = requests.post(self.made.url + ticket.place, json=ticket.marked({option: 1}), timeout=10).json()
        assert told == {"status": "ok"}

    def until(self, state):
        return self.lead.until(
            lambda view: view[f"ballot:{self.ballot}"]["state"] == state and view[f"ballot:{self.ballot}"], 20
        )

    def closes(self):
        self.lead.do("NextPhase", run=self.lead.run, version=self.lead.clock["version"])
        return self.until("closed")

    def found(self, words, folders):
        """Those of the words that are in some file: as they are, as bytes, or as the browser writes bytes."""
        everything = raw(*folders)
        return [word for word in words if any(form in everything for form in forms(word))]


def forms(word):
    yield word.encode()
    if len(word) % 2 == 0 and set(word) <= set("0123456789abcdef"):
        yield bytes.fromhex(word)
        yield base64.b64encode(bytes.fromhex(word))[:-4]


def test_when_a_vote_is_over_its_key_its_roll_and_its_ballots_are_in_no_byte(kept):
    server, folders = kept
    vote = Vote(server.url)
    # Both are there while the vote is open: a crash must lose nothing. What links the two is in neither.
    assert len(vote.found(vote.asked, folders)) == len(vote.asked)
    assert len(vote.found(vote.box, folders)) == len(vote.box)
    assert b"BEGIN PRIVATE KEY" in raw(*folders)
    assert vote.found(vote.secret, folders) == []
    entry = vote.closes()

    def over():
        return b"BEGIN PRIVATE KEY" not in raw(*folders) and vote.found([*vote.asked, *vote.box], folders) == []

    eventually(over)
    assert vote.found(vote.secret, folders) == []
    assert entry["cast"] == PEOPLE
    assert sorted(entry["totals"].values())[-2:] == [1, 3]
    assert vote.found([vote.ballot], folders) == [vote.ballot]
    server.restart()
    back = wire.Line(server.url, vote.people[0].token)
    assert back.view[f"ballot:{vote.ballot}"]["totals"] == entry["totals"]
    assert over()
    back.close()


def test_a_vote_that_is_called_off_leaves_as_little(kept):
    server, folders = kept
    vote = Vote(server.url)
    vote.lead.do("BackPhase", run=vote.lead.run, phase=0, version=vote.lead.clock["version"])
    eventually(lambda: vote.found([*vote.asked, *vote.box, *vote.secret, "BEGIN PRIVATE KEY"], folders) == [])
