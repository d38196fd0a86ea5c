"""A vote opens for three hundred people: how soon everybody can vote, and whether the board goes on meanwhile.

Each device asks for its ballot by itself, at a moment by chance, and the server signs it blind; afterwards everybody
votes. All the time the facilitator changes the title, ten times a second, and each change has to reach everybody.
"""

import json
import os
import random
import secrets
from concurrent.futures import ThreadPoolExecutor
from heapq import heappop, heappush
from time import monotonic

import requests

from server.demo.ticket import Ticket
from tests import wire
from tests.load import frames, process, programs
from tests.load.crowd import Crowd
from tests.load.lines import address
from tests.load.member import Kind
from tests.load.tally import percentile, token

RATE = 10.0
WITHIN, P95 = 5.0, 0.250
"""What is promised: seconds until everybody can vote; the board's p95 meanwhile."""
AT_ONCE = 60
CALM = 3.0


class Voting:
    """A workshop before a vote on ten ideas, as the crowd speaks to it. The first socket is the facilitator's."""

    opcode, echo, answers = frames.TEXT, True, True
    path = "/socket.io/?EIO=4&transport=websocket"
    pong = (b"3", frames.TEXT)

    def __init__(self, url, people):
        self.url, self._place = url, address(url)
        made = wire.Made(url, title="Opening")
        self.workshop, fay = made.id, made.token("Fay", key=made.key, label="laptop")
        self.lead = wire.Line(url, fay)
        wire.to_stage(self.lead, "write", "ideate")
        while not self.lead.view["workshop"]["keeping"]:
            wire.next_phase(self.lead)
        for number in range(10):
            self.lead.do("AddCard", **wire.card(self.lead.run, "idea", f"idea {number}"))
        wire.to_stage(self.lead, "vote", "vote")  # the second vote: no worries are kept any more, so nothing waits
        self.ballot = self.lead.view[f"run:{self.lead.run}"]["ballot"]
        self.version = self.lead.view["workshop"]["title_version"]
        with ThreadPoolExecutor(AT_ONCE) as doors:
            seats = list(doors.map(lambda _: wire.post(url, f"/api/workshops/{made.id}/seats", name=""), range(people)))
        self.tokens = [fay, *(one["token"] for one in seats[1:])]
        self.seats = [self.lead.entered["seat"], *(one["seat"] for one in seats[1:])]
        self.public_key = ""

    def address(self, _index):
        return self._place

    def greet(self, index):
        """Engine.IO opens, the token is shown, then in."""
        yield ()
        said = yield (b"40" + json.dumps({"token": self.tokens[index]}).encode(),)
        while not said.startswith(b"40"):
            said = yield ()
        said = yield (b'421["enter",{}]',)
        while not said.startswith(b"431"):
            said = yield ()

    def kind(self, payload):
        if payload.startswith(b"42"):
            if not self.public_key and b'"state":"open"' in payload:
                self.public_key = json.loads(payload[2:])[1]["set"][f"ballot:{self.ballot}"]["public_key"]
            return Kind.NEWS
        if payload.startswith(b"43"):
            return Kind.ANSWER if b'"status":"ok"' in payload else Kind.REFUSED
        return Kind.PING if payload == b"2" else Kind.OTHER


def asked(number, command, **fields):
    """A command as a frame says it, with the number of its acknowledgement."""
    return f"42{number}{json.dumps(['ask', {'command': command, 'fields': fields}])}".encode()


class Voters(Crowd):
    """A crowd whose members take their ballots. `ready`: when each had its own, by place."""

    def __init__(self, line, people, spread):
        super().__init__(line, people)
        self._spread = spread
        self.tickets, self.had, self.asks = {}, {}, []

    def _take(self, one, batch, now):
        super()._take(one, batch, now)
        if one.index not in self.tickets and self.line.public_key and batch.kind is Kind.NEWS:
            self.tickets[one.index] = None
            heappush(self.asks, (now + random.uniform(0, self._spread), one.index))
        if batch.payload.startswith(b"432"):
            self.tickets[one.index].take(json.loads(batch.payload[3:])[0]["data"]["sig"])
            self.had[one.index] = monotonic()

    def ask_when_due(self):
        while self.asks and self.asks[0][0] <= monotonic():
            _, index = heappop(self.asks)
            self.tickets[index] = Ticket(self.line.public_key, self.line.workshop, self.line.ballot)
            self.ask(index, asked(2, "AskCredential", ballot=self.line.ballot, request=self.tickets[index].request))


class Opening:
    """One opening, measured."""

    def __init__(self, url, people, spread):
        self.people, self.line = people, Voting(url, people)
        self.crowd = Voters(self.line, people, spread)
        self._next = 0.0

    def all(self):
        """Figures by name; times in seconds."""
        crowd, line = self.crowd, self.line
        crowd.join(range(self.people))
        self._next = monotonic()
        calm = self._goes_on(CALM)
        opened = monotonic()
        seats = line.seats
        crowd.ask(0, asked(3, "ConfirmRoll", run=line.lead.run, ballot=line.ballot, seats=seats))
        opening = self._goes_on(60, until=lambda: len(crowd.had) == self.people)
        ready = sorted(at - opened for at in crowd.had.values())
        with ThreadPoolExecutor(AT_ONCE) as doors:
            casting = [doors.submit(self._cast, index) for index in range(self.people)]
            cast = self._goes_on(60, until=lambda: all(one.done() for one in casting))
            refused = [one.result() for one in casting if one.result() != {"status": "ok"}]
        line.lead.do("NextPhase", run=line.lead.run, version=line.lead.clock["version"])
        counted = line.lead.until(lambda view: view[f"ballot:{line.ballot}"]["cast"], 30)
        crowd.leave()
        return {
            "ready p50": percentile(ready, 0.5),
            "ready p95": percentile(ready, 0.95),
            "ready last": ready[-1],
            "calm p95": percentile(calm, 0.95),
            "opening p50": percentile(opening, 0.5),
            "opening p95": percentile(opening, 0.95),
            "opening worst": opening[-1],
            "casting p95": percentile(cast, 0.95),
            "lost": crowd.tally.lost(),
            "refused": len(refused) + crowd.refused,
            "counted": counted,
        }

    def _goes_on(self, seconds, until=lambda: False):
        """Let time pass while the title changes; how long each change took to reach the last, sorted."""
        crowd, began = self.crowd, monotonic()
        while monotonic() - began < seconds and not until():
            # The next title waits for the one before, which it would replace; it is timed from when it was due.
            if monotonic() >= self._next and crowd.tally.finished == len(crowd.tally.sent_at):
                number = crowd.tally.sent(0, self._next)
                self._next += 1 / RATE
                title = f"{token(number)} What we do about the winter"
                crowd.ask(0, asked(1, "RenameWorkshop", title=title, version=self.line.version + number))
            crowd.ask_when_due()
            crowd.turn(0.002)
        ended = monotonic()
        while crowd.tally.finished < len(crowd.tally.sent_at) and monotonic() < ended + 5:
            crowd.turn(0.002)
        return crowd.tally.latencies(began, ended)

    def _cast(self, index):
        ticket, ballot = self.crowd.tickets[index], self.line.lead.view[f"ballot:{self.line.ballot}"]
        paper = ticket.marked({secrets.choice(ballot["options"]): 1})
        return requests.post(self.line.url + ticket.place, json=paper, timeout=30).json()


def opening(people, spread, say):
    """Measure, say what came out, and what is not as promised."""
    with process.on_core(process.SERVER_CORE), programs.ours(spread_ms=int(spread * 1000), closing_ms=500) as program:
        os.sched_setaffinity(0, {process.CROWD_CORE})
        before = process.cpu(program.pids)
        found = Opening(program.places[0], people, spread).all()
        found["server cpu"] = process.cpu(program.pids) - before
    for name, value in found.items():
        say(f"  {name:14} {value if isinstance(value, int) else f'{value:.3f} s'}")
    wrong = []
    if found["ready last"] > WITHIN:
        wrong.append(f"the last of {people} could vote after {found['ready last']:.1f} s: {WITHIN:.0f} s are promised")
    if found["opening p95"] > P95:
        wrong.append(f"the board's p95 was {found['opening p95'] * 1000:.0f} ms: {P95 * 1000:.0f} ms are promised")
    if (found["lost"], found["refused"], found["counted"]) != (0, 0, people):
        wrong.append("something was lost, refused or not counted")
    return wrong
