"""The roll and the ballots, over the wire: who may vote, one signature a seat, and nothing left after."""

import secrets

import pytest
import requests

from tests import wire
from tests.waiting import eventually

PRIVATE = b"BEGIN PRIVATE KEY"


def content(server):
    """All bytes of what is kept, but for who was there."""
    return b"".join(path.read_bytes() for path in server.data.glob("content.sqlite3*"))


def people(server):
    """All bytes of what is kept of people."""
    return b"".join(path.read_bytes() for path in server.data.glob("people.sqlite3*"))


def cast(made, ballot, nullifier, sig, allocation, rev=1, **headers):
    """Put a ballot in, as a device does: no token, no cookie."""
    body = {"nullifier": nullifier, "sig": sig, "rev": rev, "allocation": allocation}
    path = f"{made.url}/api/workshops/{made.id}/ballots/{ballot}/cast"
    return requests.post(path, json=body, headers=headers, timeout=10).json()


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

    def credential(self, person, nullifier):
        return person.do("AskCredential", ballot=self.ballot, request=nullifier)["sig"]

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
        nullifier = secrets.token_hex(32)
        sig = vote.credential(person, nullifier)
        assert vote.credential(person, nullifier) == sig  # the same request, the same signature
        answer = person.ask("AskCredential", ballot=vote.ballot, request=secrets.token_hex(32))
        assert answer["code"] == "another_request"
        answer = cast(vote.made, vote.ballot, nullifier, sig, {vote.options[0]: 1})
        assert answer == {"status": "ok"}
        spent.append((nullifier, sig))
    # A change of mind replaces, an old ballot sent again does nothing.
    assert cast(vote.made, vote.ballot, *spent[0], {vote.options[1]: 1}, rev=2)["status"] == "ok"
    assert cast(vote.made, vote.ballot, *spent[0], {vote.options[2]: 1}, rev=1)["status"] == "ok"
    assert (vote.entry["cast"], vote.entry["totals"]) == (0, {})
    vote.close()
    assert vote.entry["cast"] == 3
    totals = vote.entry["totals"]
    assert [totals[option] for option in vote.options] == [2, 1, 0, 0]
    assert cast(vote.made, vote.ballot, *spent[1], {vote.options[1]: 1}, rev=9)["code"] == "ballot_not_open"
    assert content(server).count(PRIVATE) == keys
    eventually(lambda: vote.ballot.encode() not in people(server))


def test_a_ballot_opens_only_once_its_roll_is_confirmed_by_a_facilitator(vote):
    person = vote.people[0]
    assert person.ask("AskCredential", ballot=vote.ballot, request="a" * 64)["code"] == "ballot_not_open"
    assert cast(vote.made, vote.ballot, "a" * 64, "sig", {vote.options[0]: 1})["code"] == "ballot_not_open"
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
    nullifier = secrets.token_hex(32)
    refused = late.ask("AskCredential", ballot=vote.ballot, request=nullifier)
    assert refused["code"] == "not_on_roll"
    waiting = [late.entered["seat"]]
    rooms = vote.facilitator.frames
    eventually(lambda: [frame["room"]["waiting"] for frame in rooms if "room" in frame][-1:] == [waiting])
    assert late.ask("LetIn", ballot=vote.ballot, seat=late.entered["seat"])["code"] == "wrong_role"
    vote.facilitator.do("LetIn", ballot=vote.ballot, seat=late.entered["seat"])
    vote.facilitator.do("LetIn", ballot=vote.ballot, seat=late.entered["seat"])
    assert vote.facilitator.ask("LetIn", ballot=vote.ballot, seat="f" * 32)["code"] == "no_such_seat"
    assert (
        cast(vote.made, vote.ballot, nullifier, vote.credential(late, nullifier), {vote.options[0]: 1})["status"]
        == "ok"
    )
    press = {"run": vote.facilitator.run, "version": vote.facilitator.view["clock"]["version"]}
    vote.facilitator.do("NextPhase", **press)
    vote.facilitator.until(lambda view: view[f"ballot:{vote.ballot}"]["seats"] == 4)


def test_what_was_not_given_out_here_is_not_counted(vote):
    vote.open()
    nullifier = secrets.token_hex(32)
    sig = vote.credential(vote.people[0], nullifier)
    one = {vote.options[0]: 1}
    assert cast(vote.made, vote.ballot, secrets.token_hex(32), sig, one)["code"] == "bad_signature"
    assert cast(vote.made, vote.ballot, nullifier, "AAAA", one)["code"] == "bad_signature"
    assert cast(vote.made, vote.ballot, nullifier, "not base64!", one)["code"] == "bad_signature"
    assert cast(vote.made, "f" * 32, nullifier, sig, one)["code"] == "no_such_ballot"
    assert cast(vote.made, vote.ballot, nullifier, sig, {"card:" + "f" * 32: 1})["code"] == "not_an_option"
    assert cast(vote.made, vote.ballot, nullifier, sig, dict.fromkeys(vote.options, 1))["code"] == "over_budget"
    assert cast(vote.made, vote.ballot, nullifier, sig, {vote.options[0]: 2})["code"] == "over_cap"
    assert cast(vote.made, vote.ballot, nullifier, sig, {vote.options[0]: "1"})["field"] == "allocation"


def test_a_ballot_is_counted_whatever_token_comes_with_it(vote):
    """Casting reads no token: not even a wrong one is noticed."""
    vote.open()
    nullifier = secrets.token_hex(32)
    sig = vote.credential(vote.people[0], nullifier)
    sent = {"Authorization": "Bearer " + "0" * 64, "Cookie": "who=me"}
    assert cast(vote.made, vote.ballot, nullifier, sig, {vote.options[0]: 1}, **sent) == {"status": "ok"}


def test_going_back_frees_the_dots_and_forgets_the_roll(vote):
    vote.open()
    clock = vote.facilitator.clock["version"]
    vote.facilitator.do("BackPhase", run=vote.facilitator.run, phase=0, version=clock)
    person = vote.people[0]
    assert person.ask("AskCredential", ballot=vote.ballot, request="a" * 64)["code"] == "ballot_not_open"
