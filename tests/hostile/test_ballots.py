"""A modified client tries a thousand ways to vote twice, over budget, for others, after the close, with what is not its
own: each is refused with a sentence, and the totals are what everybody's one ballot says."""

import itertools
import random
import secrets
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from server.blind import new_keys, read_key, sign
from server.demo.ticket import Ticket
from tests import wire

ATTEMPTS = 1000
AT_ONCE = 12
PUBLIC, PRIVATE = new_keys()


class Vote:
    """An open vote: `.people`, each with one vote that is right and cast; `.late`, who is not on the roll."""

    def __init__(self, made, people=5):
        self.made, self.lead = made, made.facilitator()
        self.people = [made.participant(f"P{n}") for n in range(people)]
        wire.to_stage(self.lead, "write", "ideate")
        while not self.lead.view["workshop"]["keeping"]:
            wire.next_phase(self.lead)
        for number in range(12):
            self.lead.do("AddCard", **wire.card(self.lead.run, "idea", f"idea {number}"))
        wire.to_stage(self.lead, "vote", "vote")
        self.ballot = self.lead.view[f"run:{self.lead.run}"]["ballot"]
        seats = [one.entered["seat"] for one in self.people]
        self.lead.do("ConfirmRoll", run=self.lead.run, ballot=self.ballot, seats=seats)
        self.entry = self.lead.until(
            lambda view: view[f"ballot:{self.ballot}"]["state"] == "open" and view[f"ballot:{self.ballot}"]
        )
        self.late = made.participant("Late")
        self.screen = made.screen(self.lead)

    def ticket(self, public="", workshop="", ballot=""):
        return Ticket(public or self.entry["public_key"], workshop or self.made.id, ballot or self.ballot)

    def asks(self, line, request):
        return line.ask("AskCredential", ballot=self.ballot, request=request)

    def signed(self, line):
        ticket = self.ticket()
        ticket.take(self.asks(line, ticket.request)["data"]["sig"])
        return ticket

    def casts(self, body, place=""):
        path = place or f"/api/workshops/{self.made.id}/ballots/{self.ballot}/cast"
        return requests.post(self.made.url + path, json=body, timeout=20).json()

    def closes(self):
        self.lead.do("NextPhase", run=self.lead.run, version=self.lead.clock["version"])
        return self.lead.until(
            lambda view: view[f"ballot:{self.ballot}"]["state"] == "closed" and view[f"ballot:{self.ballot}"], 20
        )


@pytest.fixture
def vote(hasty):
    return Vote(hasty)


def forged(public, private, workshop, ballot):
    """A ballot that another key signed."""
    ticket = Ticket(public, workshop, ballot)
    ticket.take(sign(read_key(private), bytes.fromhex(ticket.request)).hex())
    return ticket


def bodies(vote, own, chance):
    """What is cast, over and over anew: the name of the trick, and the body."""
    options, budget, cap = vote.entry["options"], vote.entry["budget"], vote.entry["cap"]
    right = {options[0]: 1}
    strange = forged(PUBLIC, PRIVATE, vote.made.id, vote.ballot)
    elsewhere, another = (
        forged(PUBLIC, PRIVATE, secrets.token_hex(16), vote.ballot),
        forged(PUBLIC, PRIVATE, vote.made.id, secrets.token_hex(16)),
    )
    for number in itertools.count():
        one, other = chance.sample(own, 2)
        body = one.marked(right) | {"rev": 1000 + number}
        pick = chance.sample(options, len(options))
        yield "another nullifier", body | {"nullifier": secrets.token_hex(32)}
        yield "another prefix", body | {"prefix": secrets.token_hex(32)}
        yield "the ballot of somebody else under one's own name", body | {"sig": other.sig}
        yield "one's own ballot under the name of somebody else", body | {"nullifier": other.nullifier}
        yield "signed by another key", strange.marked(right)
        yield "for another workshop", elsewhere.marked(right)
        yield "for another vote", another.marked(right)
        yield "a letter of the signature changed", body | {"sig": changed(one.sig, chance)}
        yield "half a signature", body | {"sig": one.sig[: chance.randrange(1, 340)]}
        yield "no signature", body | {"sig": "A" * chance.randrange(1, 600)}
        yield "over the cap", body | {"allocation": {pick[0]: cap + 1 + chance.randrange(9)}}
        yield "over the budget", body | {"allocation": dict.fromkeys(pick[: budget + 1], 1)}
        yield "dots that take away", body | {"allocation": {pick[0]: -chance.randrange(1, 99), pick[1]: 1}}
        yield "no dots on something", body | {"allocation": {pick[0]: 0}}
        yield "no option", body | {"allocation": {f"card:{secrets.token_hex(16)}": 1}}
        yield "strange dots", body | {"allocation": {pick[0]: chance.choice([1.5, "1", None, True, [1], {}, 10**30])}}
        yield "strange options", body | {"allocation": chance.choice([[], None, "all", 3, {"": 1}, {pick[0]: {}}])}
        yield "strange revisions", body | {"rev": chance.choice([-1, 2**31 + 1, 1.0, "2", None, True, 10**40])}
        yield (
            "strange names",
            body | {"nullifier": chance.choice(["", "0" * 63, "G" * 64, None, 7, one.nullifier.upper()])},
        )
        yield "something more", body | {chance.choice(["seat", "name", "token", "ballot"]): "x"}
        yield "something less", {key: body[key] for key in chance.sample(sorted(body), 3)}


def changed(sig, chance):
    at = chance.randrange(0, 340)
    return sig[:at] + ("A" if sig[at] != "A" else "B") + sig[at + 1 :]


def requests_of(vote, chance):
    """What is asked to be signed: by whom, and what."""
    n = load_pem_public_key(vote.entry["public_key"].encode()).public_numbers().n
    *voted, fresh = vote.people
    for person in itertools.cycle(voted):
        for number in (0, 1, n - 1, n, n + 1, n + chance.getrandbits(1000), 2**2048 - 1):
            yield "no number to sign", fresh, f"{number:0512x}"
        for length in (0, 1, 64, 511, 513, 1024):
            yield "of another length", fresh, "2" * length
        yield "no hexadecimal letters", fresh, "g" * 512
        yield "no text", fresh, chance.choice([7, None, ["2" * 512], {}])
        yield "a second ballot", person, vote.ticket().request
        yield "one who came late", vote.late, vote.ticket().request
        yield "the room's screen", vote.screen, vote.ticket().request


def refused(answer):
    return answer.get("status") != "ok" and len(answer["say"]) > 10


def test_a_thousand_tricks_change_nothing(vote):
    chance = random.Random(4)
    own = [vote.signed(one) for one in vote.people[:-1]]
    options = vote.entry["options"]
    expected = Counter(dict.fromkeys(options, 0))
    for number, ticket in enumerate(own):
        wish = {options[number % 3]: 1, options[3]: 1}
        assert vote.casts(ticket.marked(wish)) == {"status": "ok"}
        expected.update(wish)
    last = [ticket.marked({}) | {"rev": 1} for ticket in own]
    tried = Counter()
    asked = itertools.islice(requests_of(vote, chance), ATTEMPTS // 5)
    for trick, line, request in asked:
        assert refused(vote.asks(line, request)), trick
        tried[trick] += 1
    cast = list(itertools.islice(bodies(vote, own, chance), ATTEMPTS * 7 // 10))
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        for (trick, body), answer in zip(cast, crowd.map(lambda one: vote.casts(one[1]), cast), strict=True):
            assert refused(answer), (trick, body, answer)
            tried[trick] += 1
        # What was counted already changes nothing when it comes again, whatever it says by now.
        assert {str(one) for one in crowd.map(vote.casts, last * 4)} == {"{'status': 'ok'}"}
    own.append(vote.signed(vote.people[-1]))  # nothing of this has cost anybody their ballot
    assert vote.casts(own[-1].marked({options[0]: 1})) == {"status": "ok"}
    expected.update({options[0]: 1})
    entry = vote.closes()
    assert {option: entry["totals"][option] for option in options} == expected
    assert entry["cast"] == entry["seats"] == len(own)
    late = [ticket.marked({options[0]: 1}) | {"rev": 5000} for ticket in own]
    for body in itertools.islice(itertools.cycle(late), ATTEMPTS // 20):
        assert refused(vote.casts(body))
        tried["cast after the close"] += 1
    for person in itertools.islice(itertools.cycle(vote.people), ATTEMPTS // 20):
        assert refused(vote.asks(person, vote.ticket().request))
        tried["asked for after the close"] += 1
    assert sum(tried.values()) == ATTEMPTS
    assert vote.lead.view[f"ballot:{vote.ballot}"] == entry


def test_a_ballot_of_one_vote_is_none_in_the_next(vote):
    """Each has a key of its own."""
    ticket = vote.signed(vote.people[0])
    vote.closes()
    again = wire.Made(vote.made.url)
    other = Vote(again, people=2)
    for place in (f"/api/workshops/{again.id}/ballots/{other.ballot}/cast", ticket.place):
        assert refused(vote.casts(ticket.marked({}), place))
    again.close()
