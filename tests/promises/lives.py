"""Lives of a story: the same workshop in the eyes of everybody, in which other people did other unseen things.

A life is played on a virtual server. `heard` is all that reached anybody who is no author, byte for byte
and with its time; `kept` is what was stored together with what is seen, and about people.
"""

import random
from functools import partial

from facilitation.records import drop, settled
from facilitation.states import BallotState
from facilitation.workshop import is_out
from server.desk import PRESENT
from server.secret import hash_of
from server.stores.people import Part, Place
from server.stores.store import Credentials
from tests.meeting import Meeting
from tests.promises import unseen
from tests.promises.device import Device
from tests.promises.doings import DOINGS, SOON
from tests.promises.paper import Paper
from tests.promises.stories import begun
from tests.promises.virtual import MS, Virtual

AUTHORS, OBSERVERS = ("Ana", "Ben", "Col"), ("Dia", "Eli")
SLOWEST_SAVE_MS = 40
MOVES = {"start", "next", "back", "end", "slow"}
"""After one of these nothing unseen is written until it is carried out: for which run it was is no secret."""


class Life:
    """One life. `seed`: what unseen things are done in it. `leak(life)`: puts a fault in."""

    def __init__(self, story, seed, leak=None):
        self.story, self.dice, self._leak = story, random.Random(f"{story.chance} {seed}"), leak
        records, began = begun(story.start)
        self.id = records["workshop:" + next(one for one in records if one.startswith("workshop:"))[9:]].id
        self.server = Virtual(self._lasts, began)
        self.people, self.todo, self._order, self._calm = {}, [], 0, 0
        self.unseen, self.free, self.own, self.voters, self.papers = set(), [], {}, {}, {}
        self.kept, self._numbers, self.hidden = [], {one.value: 0 for one in PRESENT}, 0
        self.server.content.create(self.id, records, Credentials("f" * 64, "e" * 64, "ABCDEFGH"))
        places = {}
        for name in ("Fay", *AUTHORS, *OBSERVERS, "Wall"):
            part = {"Fay": Part.FACILITATOR, "Wall": Part.SCREEN}.get(name, Part.PARTICIPANT)
            seat, token = hash_of(f"seat of {name}")[:32], hash_of(f"token of {name}")
            places[f"place:{seat}"] = Place(seat, part, hash_of(token), name)
            self.people[name] = Device(self.server, name, self.id, token, "" if name == "Wall" else seat)
        self.server.people.write({self.id: places})
        self.authors = [self.people[name] for name in (*AUTHORS, *(["Fay"] if story.leader_writes else []))]
        self._hands = self.dice.sample(self.authors, len(self.authors))

    # --- how long things last ----------------------------------------------------------

    def _lasts(self, work, args):
        """A save takes as long as the dice say, and no other time for what is unseen."""
        name = getattr(work, "__name__", "")
        if name == "save_many":
            for save in args[0]:
                numbers = dict(save.numbers)
                if numbers != self._numbers:
                    self._numbers = numbers
                    keys = sorted(key for key in save.changes if not key.startswith(("vote:", "gone:", "change:")))
                    self.kept.append((self.server.now(), numbers, keys))
        elif name == "write":
            self.kept.append((self.server.now(), repr(args[0])))
        else:
            return 0
        return random.Random(f"{self.story.chance} {self.server.glass.now}").randrange(1, SLOWEST_SAVE_MS) * MS

    # --- who is there ------------------------------------------------------------------

    @property
    def desk(self):
        return self.live.desk

    @property
    def known(self):
        """The workshop as those know it who are no authors: a meeting, for the makers of commands."""
        meeting, workshop = Meeting(), self.desk.workshop
        gone = [card for card in workshop.cards.values() if card.id in self.unseen and not is_out(workshop, card)]
        meeting.workshop = settled(drop(workshop, *gone))
        return meeting

    @property
    def ballot(self):
        run = self.desk.workshop.run
        found = self.desk.workshop.ballots.get(run.ballot) if run else None
        return found if found and found.state is BallotState.OPEN else None

    @property
    def drafted(self):
        run = self.desk.workshop.run
        found = self.desk.workshop.ballots.get(run.ballot) if run else None
        return found if found and found.state is BallotState.DRAFT else None

    @property
    def seats(self):
        return sorted(self.server.hall.companies.of(self.id).seats())

    def author(self):
        return self.dice.choice(self.authors)

    def hand(self, number):
        """Whose hand this is: in each life another author's, in one life always the same one's."""
        return self._hands[number % len(self._hands)]

    def leader(self, a):
        leaders = [one for name, one in self.people.items() if name == "Fay" or name.startswith("cofac")]
        return leaders[a % len(leaders)]

    def observer(self, a):
        names = [name for name in self.people if name not in AUTHORS and name != "Fay"]
        return self.people[names[a % len(names)]]

    def anybody(self, a):
        return self.people[sorted(self.people)[a % len(self.people)]]

    def newcomer(self, name):
        """Whoever comes by this name; from then on one of the people."""
        return self.people.setdefault(name, Device(self.server, name, self.id))

    def take_a_seat(self, device):
        """What a newcomer's call replied, if anything: a token, to come in with."""
        status, _ = device.replies[-1] if device.replies else ("", b"")
        if status.startswith("201"):
            device.token, device.seat = device.reply["token"], device.reply["seat"]
            device.connect()

    def paper(self, device):
        return self.papers.get((device.name, self.ballot.id)) if self.ballot else None

    def ask_for_ballots(self):
        """Each device asks for its ballot by itself, whether or not its person votes."""
        for device in [*self.authors, self.people["Dia"]] if self.ballot else []:
            if (device.name, self.ballot.id) not in self.papers:
                self.papers[device.name, self.ballot.id] = Paper(device, self.ballot)

    # --- living ------------------------------------------------------------------------

    def soon(self, do, after=SOON):
        self._at(self.server.now() + after, do)

    def _at(self, at, do):
        self._order += 1
        self.todo.append((at, self._order, do))

    def next_batch(self):
        """When the next unsigned cards are shown, milliseconds since 1970."""
        alarm, now = self.live.beat._alarm, self.server.now()
        length = self.server.settings.batch_ms
        at = alarm._batch_at or now + length
        return at if at > now else at + length * (1 + (now - at) // length)

    def next_showing(self, now):
        """When the next changes are shown, milliseconds since 1970."""
        half = self.server.settings.batch_ms // 2
        return now - now % half + half

    def _hide(self, number, until):
        """The unseen acts from now until the next event."""
        since, public = self.server.now(), random.Random(f"{self.story.chance} unseen {number}")
        acts = unseen.taking_back(self, since, until)  # of what was written before
        acts += [*unseen.writing(self, since, until, public), *unseen.changing(self, since, until, public)]
        acts += unseen.flagging(self, since, until, public)
        ballots, hands = list(unseen.voting(self, since, until)), list(unseen.hands(self, since, until))
        for at, device, command in acts:
            self._at(at, partial(device.ask, type(command).__name__, command))
        for at, device, ballot in ballots:
            self._at(at, partial(self._vote, device, ballot))
        for at, do in hands:
            self._at(at, do)
        self.hidden += len(acts) + len(ballots) + len(hands)

    def _vote(self, device, ballot):
        paper, ballot = self.papers.get((device.name, ballot.id)), self.desk.workshop.ballots[ballot.id]
        if paper and ballot.options and not self.desk.workshop.clock.closing_at:
            paper.cast({self.dice.choice(sorted(ballot.options)): 1})

    def _let(self, until):
        """Let time pass until then, doing what is to be done."""
        while self.todo and (first := min(self.todo))[0] <= until:
            self.todo.remove(first)
            self.server.glass.let((first[0] - self.server.began) * MS)
            first[2]()
        self.server.glass.let((until - self.server.began) * MS)

    def lived(self):
        """Live it."""
        with self.server.running():
            self.live = self.server.hall.live(self.id)  # also after it was deleted: as it was last
            if self._leak:
                self._leak(self)
            for device in self.people.values():
                device.connect()
            self._let(self.server.now() + 300)
            for number, event in enumerate(self.story.events):
                until = self.server.now() + event.after
                if (since := max(self.server.now(), self._calm)) < until:
                    self._at(since, partial(self._hide, number, until))
                self._let(until)
                if event.doing in MOVES:
                    self._calm = self.server.now() + SOON
                if event.doing == "next":
                    unseen.before_next(self)
                DOINGS[event.doing](self, event.a, event.b)
            self._let(self.server.now() + SOON)
            self._in_the_end()
        return self

    def _in_the_end(self):
        """Everybody takes the plan home, and somebody comes late."""
        for ending in ("md", "json"):
            self.people["Eli"].call("GET", f"/api/workshops/{self.id}/exports/{ending}")
            self.leader(1).call("GET", f"/api/workshops/{self.id}/exports/{ending}")
        DOINGS["join"](self, 5, 0)
        self._let(self.server.now() + 3 * SOON)

    @property
    def heard(self):
        """All that reached anybody who is no author."""
        return {name: one.heard for name, one in self.people.items() if one not in self.authors}
