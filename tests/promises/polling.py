"""A vote at a real hall, over real stores, that a test steps through: it may die at any step, and comes back."""

import io
import json
import tempfile
from dataclasses import fields

from flask import Flask

from facilitation.agenda import CardKind
from facilitation.commands import NextPhase
from facilitation.context import Role
from facilitation.records import records
from server import roll
from server.addresses import find_addresses
from server.blind import new_keys
from server.clock import Clock
from server.demo.ticket import Ticket
from server.hall import Hall
from server.log import make_log
from server.people_acts import carry_out
from server.people_commands import AskCredential, ConfirmRoll, LetIn, RetireSeat
from server.routes import Routes
from server.secret import hash_of, new_id
from server.settings import read
from server.stores import STORES
from server.stores.people import Part, Place
from server.stores.store import Credentials
from tests.meeting import Meeting
from tests.promises.stepping import stepped

KEYS = new_keys()
TICK = 0.25
LEADER = "facilitator"
SETTINGS = read({"FOLKMOOT_CLOSING_MS": "1000", "FOLKMOOT_BALLOT_TICK_MS": "100"})
ADDRESSES = find_addresses("127.0.0.1", 8000, "")
# Made once, since it takes long; of all that the calls know, casting needs the hall alone.
APP, ROUTES = Flask("polling"), Routes(**dict.fromkeys(one.name for one in fields(Routes)))
ROUTES.register(APP)


class Waiting:
    """What somebody asked, and was answered: None as long as it was not, or where the answer was lost."""

    def __init__(self):
        self.answer, self.lost = None, False

    def hear(self, answer):
        if not self.lost:
            self.answer = answer


def ideas():
    """A workshop that stands before its last vote, on five ideas."""
    meeting = Meeting()
    meeting.to("Ideas")
    for number in range(5):
        meeting.add(f"idea {number}", CardKind.IDEA)
    return meeting.to("Dots").workshop


BEFORE = ideas()


class Polling:
    """`tokens`: by place; whoever has one may ask. `store`: the name of the stores."""

    def __init__(self, people, store="sqlite"):
        self._folder = tempfile.TemporaryDirectory(prefix="folkmoot-polling-")
        self._engines = stepped()
        self._life = self._engines.__enter__()
        self._new_keys, roll.new_keys = roll.new_keys, lambda: KEYS  # a new pair takes a tenth of a second
        self.stores = STORES[store](self._folder.name)
        self.workshop = BEFORE.head.id
        self.ballot = next(one.id for one in BEFORE.ballots.values() if one.run == BEFORE.head.run)
        self.tokens, self.lives, self.log = {}, 0, io.TextIOWrapper(io.BytesIO())
        self.stores.content.create(self.workshop, dict(records(BEFORE)), Credentials("f" * 64, "r" * 64, "ABCD1234"))
        self.engine, self.hall = None, None
        self._begin(1_800_000_000.0)
        self.arrives(LEADER, Part.FACILITATOR)
        for place in people:
            self.arrives(place)

    def _begin(self, now):
        """The server starts: all it knows is what its stores know."""
        self.lives += 1
        self.engine = engine = self._life.begin(now)
        self.hall = Hall(SETTINGS, self.stores, {}, ADDRESSES, make_log(self.log))
        self.hall._clock = Clock(lambda: 0, lambda: int(engine.now * 1_000_000_000))
        ROUTES.hall = self.hall
        engine.spawn(self._ticks, self.hall)
        engine.spawn(self.hall.live, self.workshop)
        engine.settle()

    def _ticks(self, hall):
        while True:
            self.engine.sleep(TICK)
            hall.companies.flush()

    def dies(self):
        """Power is cut, and comes back."""
        now = self.engine.now
        self.engine.end()
        self._begin(now)

    def close(self):
        self.engine.end()
        roll.new_keys = self._new_keys
        self._engines.__exit__(None, None, None)
        self.stores.close()
        self._folder.cleanup()

    # --- what people do

    def does(self, work):
        """Begin something; what it will have answered."""
        waiting = Waiting()
        self.engine.spawn(lambda: waiting.hear(work()))
        return waiting

    def arrives(self, place, part=Part.PARTICIPANT):
        """Somebody takes a seat, and is in."""
        self.tokens[place] = new_id() + new_id()
        record = Place(f"{len(self.tokens):032x}", part, hash_of(self.tokens[place]), place)

        def sits():
            company = self.hall.companies.of(self.workshop)
            company.put(record)
            return self.hall.saved(company)

        done = self.does(sits)
        while done.answer is None:
            self.rest()
        return done.answer

    def asks(self, place, command):
        def ask():
            who = self.hall.companies.who(self.tokens[place])
            return {"code": "bad_token"} if who is None else carry_out(self.hall, who, command)

        return self.does(ask)

    def seat(self, place):
        return f"{list(self.tokens).index(place) + 1:032x}"

    def opens(self, people):
        seats = tuple(self.seat(one) for one in people)
        return self.asks(LEADER, ConfirmRoll(BEFORE.head.run, self.ballot, seats))

    def lets_in(self, place):
        return self.asks(LEADER, LetIn(self.ballot, self.seat(place)))

    def retires(self, place):
        return self.asks(LEADER, RetireSeat(self.seat(place)))

    def ticket(self):
        return Ticket(KEYS[0], self.workshop, self.ballot)

    def takes(self, place, ticket):
        return self.asks(place, AskCredential(self.ballot, ticket.request))

    def casts(self, ticket, body):
        """Over HTTP, as it is; without a name."""

        def post():
            return json.loads(APP.test_client().post(ticket.place, json=body).data)

        return self.does(post)

    def closes(self):
        clock = self.now.clock.version
        press = NextPhase(BEFORE.head.run, clock)
        return self.does(lambda: self.hall.answer_to(self.workshop, press, Role.FACILITATOR))

    # --- looking

    def rest(self, seconds=TICK):
        """Time passes, until all wait for more of it; a server that dies meanwhile comes back."""
        self.engine.settle()
        self.engine.later(seconds)
        if self.engine.died:
            self.dies()

    @property
    def now(self):
        """The workshop as the desk has it."""
        return self.hall.loaded(self.workshop).desk.workshop

    @property
    def entry(self):
        return self.now.ballots[self.ballot]

    @property
    def roll(self):
        """The lines that are stored, by seat."""
        return self.stores.people.read(self.workshop).rolls.get(self.ballot, {})
