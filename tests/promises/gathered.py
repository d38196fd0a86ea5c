"""Workshops of ten people for the linker: all do everything in the order in which they came, so that any trace of an
order tells who it was; and all that is stored of them, before a step moves on, before a vote closes, and at the end."""

import random

from server.seating import mark_of
from server.secret import hash_of
from server.stores.people import Part, Place, Salt
from server.stores.store import Credentials
from tests.promises.device import Device
from tests.promises.linker import Dump
from tests.promises.paper import Paper
from tests.promises.stories import begun
from tests.promises.virtual import MS, Virtual
from tests.server.zoom_context import CLIENT, SETTINGS, context

PEOPLE, LATE, ROUNDS = 10, 3, 2
ASKED_MS = 400


class Gathered:
    """One workshop on real stores; `bytes_now()` gives every stored byte by name. `meeting`: all come in from a
    meeting, whose program says who they are."""

    def __init__(self, stores, bytes_now, number, *, meeting=False):
        self.dice, self._bytes_now = random.Random(number), bytes_now
        records, began = begun("ideas")
        self.id = next(one for one in records.values() if hasattr(one, "agenda")).id
        self.server = Virtual(lambda _work, _args: 0, began, stores=stores, **(SETTINGS if meeting else {}))
        self._meeting = f"meeting {number}" if meeting else ""
        self.server.salt = str(number)
        stores.content.create(self.id, records, Credentials("f" * 64, "e" * 64, f"{number:08d}"))
        token, seat = hash_of(f"Fay {number}"), hash_of(f"seat {number}")[:32]
        stores.people.write({self.id: {f"place:{seat}": Place(seat, Part.FACILITATOR, hash_of(token), "Fay")}})
        if meeting:
            stores.content.bind(mark_of(stores.secret, "zoom", CLIENT, self._meeting), self.id)
            stores.people.write({self.id: {"salt": Salt(f"{self.dice.getrandbits(256):064x}")}})
        self.fay = Device(self.server, "Fay", self.id, token, seat)
        self.people, self.cards, self.ballots, self.dumps = [], {}, {}, {}

    def _let(self, milliseconds):
        self.server.glass.let(self.server.glass.now + milliseconds * MS)

    def _join(self, name, path="seats", **body):
        device = Device(self.server, name, self.id)
        if self._meeting:
            times = {"ts": self.server.now(), "exp": self.server.now() + 60_000}
            proof = {"context": context(f"at Zoom {name}", self._meeting, **times)}
            device.call("POST", "/api/hosts/zoom/admit", {"proof": proof, "name": name}, named=False)
        else:
            device.call("POST", f"/api/workshops/{self.id}/{path}", {"name": name, **body}, named=False)
        self._let(ASKED_MS)
        device.token, device.seat = device.reply["token"], device.reply["seat"]
        device.connect()
        self._let(ASKED_MS)
        return device

    def _dump(self, name, truth):
        places = self.server.people.read(self.id).places
        traces = {
            one.seat: tuple(word.encode() for word in (one.seat, one.name, places[one.seat].known) if word)
            for one in self.people
        }
        self.dumps[name] = Dump(self._bytes_now() | {"log": self.server.log}, traces, dict(truth))

    def _write(self, device):
        card = f"{self.dice.getrandbits(128):032x}"
        fields = {
            "id": card,
            "run": self.workshop.head.run,
            "kind": "idea",
            "verifier": f"{self.dice.getrandbits(256):064x}",
        }
        device.ask("AddCard", fields | {"text": "words " * self.dice.randrange(1, 30), "signed": "", "target": ""})
        self.cards[card] = device.seat
        self._let(self.dice.randrange(300, 900))

    @property
    def workshop(self):
        return self.server.hall.live(self.id).desk.workshop

    def _next(self):
        clock = self.workshop.clock
        self.fay.ask("NextPhase", {"run": self.workshop.head.run, "version": clock.version})
        self._let(2 * ASKED_MS)

    def held(self):
        """Hold it, and look at what is stored."""
        with self.server.running():
            self.fay.connect()
            self._let(ASKED_MS)
            self.people = [self._join(f"Person {self.dice.getrandbits(40):010x}") for _ in range(PEOPLE - LATE)]
            for turn in range(ROUNDS):
                for device in list(self.people):
                    self._write(device)
                if not turn:
                    for _ in range(LATE):
                        self.people.append(self._join(f"Late {self.dice.getrandbits(40):010x}"))
                        self._write(self.people[-1])
            self._dump("cards, while the step goes on", self.cards)
            while not self.workshop.ballots:
                self._next()
            self._dump("cards, once they are shown", self.cards)
            self._vote()
            self.fay.ask("EndWorkshop", {"run": self.workshop.head.run})
            self._let(2 * ASKED_MS)
            self._dump("cards, after the end", self.cards)
        return self

    def _vote(self):
        (ballot,) = self.workshop.ballots.values()
        seats = [one.seat for one in self.people]
        self.fay.ask("ConfirmRoll", {"run": ballot.run, "ballot": ballot.id, "seats": seats})
        self._let(3 * ASKED_MS)
        ballot = self.workshop.ballots[ballot.id]
        for device in self.people:
            paper = Paper(device, ballot)
            self._let(3 * ASKED_MS)
            before = set(self.workshop.votes)
            paper.cast({self.dice.choice(ballot.options): 1})
            self._let(1_100)
            (cast,) = set(self.workshop.votes) - before
            self.ballots[cast] = device.seat
        self._dump("ballots, while the vote is open", self.ballots)
        self._next()
        self._let(11_000)
        self._dump("ballots, after the close", self.ballots)
