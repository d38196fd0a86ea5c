"""The roll and the ballots, over the wire: who may vote, one blind signature a seat, and nothing left after."""

import pytest
import requests
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from server.blind import new_keys
from server.demo.ticket import Ticket
from tests import wire
from tests.waiting import eventually

PRIVATE = b"BEGIN PRIVATE KEY"
OTHER, _ = new_keys()


def content(server):
    """All bytes of what is kept, but for who was there."""
    return b"".join(path.read_bytes() for path in server.data.glob("content.sqlite3*"))


def people(server):
    """All bytes of what is kept of people."""
    return b"".join(path.read_bytes() for path in server.data.glob("people.sqlite3*"))


def cast(made, ticket, allocation, headers=None, **changed):
    """Put a ballot in, as a device does: no token, no cookie."""
    body = ticket.marked(allocation) | changed
    return requests.post(made.url + ticket.place, json=body, headers=headers, timeout=10).json()


class Vote:
    """A workshop with a draft ballot on four ideas: `.facilitator`, `.people`, `.ballot`."""

    def __init__(self, made, people=3):
        self.made = made
        self.facilitator = made.facilitator()
        self.people = [made.participant(f"P{n}") for n in range(people)]
        wire.to_stage(self.facilitator, "write", "ideate")
        while not self.facilitator.view["workshop"]["keeping"]:
            wire.next_phase(self.facilitator)
        for n in range(4):
            self.facilitator.do("AddCard", **wire.card(self.facilitator.run, "idea", f"idea {n}"))
        wire.to_stage(self.facilitator, "vote")
        self.ballot = self.facilitator.view[f"run:{self.facilitator.run}"]["ballot"]

    @property
    def entry(self):
        return self.facilitator.view[f"ballot:{self.ballot}"]

    @property
    def options(self):
        return self.entry["options"]

    def open(self, seats=None):
        seats = [one.entered["seat"] for one in self.people] if seats is None else seats
        self.facilitator.do("ConfirmRoll", run=self.facilitator.run, ballot=self.ballot, seats=seats)
        for one in (self.facilitator, *self.people):
            one.until(lambda view: view[f"ballot:{self.ballot}"]["state"] == "open")

    def ticket(self):
        """Blinded, and not signed yet."""
        return Ticket(self.entry["public_key"], self.made.id, self.ballot)

    def asks(self, person, ticket):
        return person.ask("AskCredential", ballot=self.ballot, request=ticket.request)

    def credential(self, person):
        ticket = self.ticket()
        ticket.take(self.asks(person, ticket)["data"]["sig"])
        return ticket

    def close(self):
        clock = self.facilitator.clock["version"]
        self.facilitator.do("NextPhase", run=self.facilitator.run, version=clock)
        self.facilitator.until(lambda view: view[f"ballot:{self.ballot}"]["state"] == "closed")


@pytest.fixture
def vote(made):
    return Vote(made)


def test_everybody_on_the_roll_votes_once_and_only_totals_remain(vote, server):
    keys = content(server).count(PRIVATE)
    vote.open()
    assert content(server).count(PRIVATE) == keys + 1
    assert vote.ballot.encode() in people(server)
    spent = []
    for person in vote.people:
        ticket = vote.ticket()
        sig = vote.asks(person, ticket)["data"]["sig"]
        assert vote.asks(person, ticket)["data"]["sig"] == sig  # the same request, the same answer
        assert vote.asks(person, vote.ticket())["code"] == "another_request"
        ticket.take(sig)
        assert cast(vote.made, ticket, {vote.options[0]: 1}) == {"status": "ok"}
        spent.append(ticket)
    # A change of mind replaces, an old ballot sent again does nothing.
    assert cast(vote.made, spent[0], {vote.options[1]: 1})["status"] == "ok"
    assert cast(vote.made, spent[0], {vote.options[2]: 1}, rev=1)["status"] == "ok"
    assert (vote.entry["cast"], vote.entry["totals"]) == (0, {})
    vote.close()
    assert vote.entry["cast"] == 3
    totals = vote.entry["totals"]
    assert [totals[option] for option in vote.options] == [2, 1, 0, 0]
    assert cast(vote.made, spent[1], {vote.options[1]: 1})["code"] == "ballot_not_open"
    assert content(server).count(PRIVATE) == keys
    eventually(lambda: vote.ballot.encode() not in people(server))


def test_a_ballot_opens_only_once_its_roll_is_confirmed_by_a_facilitator(vote):
    person = vote.people[0]
    some = Ticket(OTHER, vote.made.id, vote.ballot)
    assert vote.asks(person, some)["code"] == "ballot_not_open"
    assert cast(vote.made, some, {vote.options[0]: 1}, sig="sig")["code"] == "ballot_not_open"
    asked = {"run": vote.facilitator.run, "ballot": vote.ballot}
    assert person.ask("ConfirmRoll", **asked, seats=[person.entered["seat"]])["code"] == "wrong_role"
    assert vote.facilitator.ask("ConfirmRoll", **asked, seats=[])["code"] == "no_such_seat"
    assert vote.facilitator.ask("ConfirmRoll", **asked, seats=["f" * 32])["code"] == "no_such_seat"
    assert vote.facilitator.ask("ConfirmRoll", **(asked | {"ballot": "f" * 32}), seats=[])["code"] == "no_such_ballot"
    vote.open()
    assert vote.facilitator.ask("ConfirmRoll", **asked, seats=[person.entered["seat"]])["status"] == "ok"
    assert vote.entry["seats"] == 0, "how many can vote is exact, so it waits for the close"


def test_a_later_arrival_is_let_in_by_the_facilitator(vote):
    vote.open()
    late = vote.made.participant("Late")
    assert vote.asks(late, vote.ticket())["code"] == "not_on_roll"
    waiting = [late.entered["seat"]]
    rooms = vote.facilitator.frames
    eventually(lambda: [frame["room"]["waiting"] for frame in rooms if "room" in frame][-1:] == [waiting])
    assert late.ask("LetIn", ballot=vote.ballot, seat=late.entered["seat"])["code"] == "wrong_role"
    vote.facilitator.do("LetIn", ballot=vote.ballot, seat=late.entered["seat"])
    vote.facilitator.do("LetIn", ballot=vote.ballot, seat=late.entered["seat"])
    assert vote.facilitator.ask("LetIn", ballot=vote.ballot, seat="f" * 32)["code"] == "no_such_seat"
    assert cast(vote.made, vote.credential(late), {vote.options[0]: 1})["status"] == "ok"
    vote.close()
    assert (vote.entry["seats"], vote.entry["reissued"]) == (4, 0)


def test_a_ballot_given_out_in_place_of_a_lost_one_is_counted_and_told_to_all(vote):
    """The lost one cannot be called back: no place leads to a ballot. So it is said how many there are."""
    vote.open()
    lost, gone, stays = vote.people
    for one in (lost, stays):
        cast(vote.made, vote.credential(one), {vote.options[0]: 1})
    for one in (lost, gone):  # the second has not had its ballot yet
        vote.facilitator.do("RetireSeat", seat=one.entered["seat"])
    back, new = vote.made.participant("Back"), vote.made.participant("New")
    for one in (back, new, back):
        vote.facilitator.do("LetIn", ballot=vote.ballot, seat=one.entered["seat"])
    cast(vote.made, vote.credential(back), {vote.options[0]: 1})
    assert vote.entry["reissued"] == 0, "while it is open it would be a count of who has voted"
    vote.close()
    for one in (vote.facilitator, stays, new):
        entry = one.until(lambda view: view[f"ballot:{vote.ballot}"]["cast"] and view[f"ballot:{vote.ballot}"])
        assert (entry["seats"], entry["reissued"], entry["cast"]) == (5, 1, 3)


def test_what_was_not_given_out_here_is_not_counted(vote):
    vote.open()
    ticket, foreign = vote.credential(vote.people[0]), Ticket(OTHER, vote.made.id, vote.ballot)
    one = {vote.options[0]: 1}
    assert cast(vote.made, ticket, one, nullifier="f" * 64)["code"] == "bad_signature"
    assert cast(vote.made, ticket, one, prefix="f" * 64)["code"] == "bad_signature"
    assert cast(vote.made, foreign, one, sig=ticket.sig)["code"] == "bad_signature"
    assert cast(vote.made, ticket, one, sig="AAAA")["code"] == "bad_signature"
    assert cast(vote.made, ticket, one, sig="not base64!")["code"] == "bad_signature"
    assert cast(vote.made, ticket, {"card:" + "f" * 32: 1})["code"] == "not_an_option"
    assert cast(vote.made, ticket, dict.fromkeys(vote.options, 1))["code"] == "over_budget"
    assert cast(vote.made, ticket, {vote.options[0]: 2})["code"] == "over_cap"
    assert cast(vote.made, ticket, {vote.options[0]: "1"})["field"] == "allocation"
    elsewhere = Ticket(vote.entry["public_key"], vote.made.id, "f" * 32)
    assert cast(vote.made, elsewhere, one, sig=ticket.sig)["code"] == "no_such_ballot"


def test_what_is_no_blinded_message_is_not_signed_and_costs_nobody_their_ballot(vote):
    vote.open()
    person = vote.people[0]
    n = load_pem_public_key(vote.entry["public_key"].encode()).public_numbers().n
    numbers = [f"{number:0512x}" for number in (0, 1, n - 1, n, n + 1)]
    for request in (*numbers, "f" * 512, "2" * 511, "2" * 513, "g" * 512, "", "2" * 64):
        assert person.ask("AskCredential", ballot=vote.ballot, request=request)["code"] == "bad_field"
    assert cast(vote.made, vote.credential(person), {vote.options[0]: 1}) == {"status": "ok"}


def test_a_ballot_is_counted_whatever_token_comes_with_it(vote):
    """Casting reads no token: not even a wrong one is noticed."""
    vote.open()
    sent = {"Authorization": "Bearer " + "0" * 64, "Cookie": "who=me"}
    assert cast(vote.made, vote.credential(vote.people[0]), {vote.options[0]: 1}, sent) == {"status": "ok"}


def test_going_back_frees_the_dots_and_forgets_the_roll(vote):
    vote.open()
    clock = vote.facilitator.clock["version"]
    vote.facilitator.do("BackPhase", run=vote.facilitator.run, phase=0, version=clock)
    assert vote.asks(vote.people[0], Ticket(OTHER, vote.made.id, vote.ballot))["code"] == "ballot_not_open"
