"""People at a workshop whose server dies under them: they write on, and come back by themselves.

Each has one thing in doubt at most: what was asked and not answered, which is asked again. `saved` is
what they were told is saved; that is what must be found wherever one looks.
"""

import random
import secrets
import threading

from facilitation.cards import verifier_of
from facilitation.workshop import Card
from tests import wire
from tests.waiting import PATIENCE, eventually

BEFORE_AGAIN = 0.3  # seconds that a device waits at most before it tries to come back
CUT = (OSError, wire.websocket.WebSocketException)


class Person(threading.Thread):
    """One device. `wrong`: what must not have been; `every`: seconds from one command to the next.

    `kept`: what was answered; where the store says that it was set back, it is offered again, as the
    client does (client/src/asking.ts). None: nothing is, so that nothing lost is made good by it.
    """

    def __init__(self, made, token, seed, every):
        super().__init__(daemon=True)
        self.made, self.token, self.every = made, token, every
        self.random = random.Random(seed)
        self.wrong, self.doubt, self.answered = [], None, 0
        self.kept, self.epoch = None, ""
        self.line = None
        self.stopping, self.holding, self.idle = threading.Event(), threading.Event(), threading.Event()

    def run(self):
        try:
            while not self.stopping.is_set():
                self._step()
        except Exception as error:  # noqa: BLE001 - a thread cannot fail a test; the test reads this
            self.wrong.append(error)

    def _step(self):
        if self.line is None:
            self.line = self._connected()
            if self.line is not None and self.line.entered["epoch"] != self.epoch:
                try:
                    self._offer_again()
                except CUT:
                    self.line = None  # the epoch is still another one: all is offered again
        elif self.doubt is None and self.holding.is_set():
            self.idle.set()
            self.stopping.wait(0.02)
            self.line = None if self.line.closed.is_set() else self.line
        else:
            self.idle.clear()
            self.doubt = self.doubt or self._wish()
            try:
                answer = self.line.ask(self.doubt[0], **self.doubt[1])
            except CUT:
                self.line = None
                return
            self._hear(answer)

    def _offer_again(self):
        """The store may have been set back: what it may have lost comes first, in the order it was in."""
        for command, fields in self.kept or ():
            answer = self.line.ask(command, **fields)
            if answer["status"] == "refused":
                self.wrong.append((command, answer))
        self.epoch = self.line.entered["epoch"]

    def _connected(self):
        try:
            return wire.Line(self.made.url, self.token)
        except (*CUT, wire.Refused, KeyError):
            self.stopping.wait(self.random.uniform(BEFORE_AGAIN / 3, BEFORE_AGAIN))
            return None

    def _hear(self, answer):
        if answer.get("code") in {"saving_paused", "too_fast"}:
            self.stopping.wait(self.random.uniform(0.05, 0.2))
        elif answer["status"] == "ok":
            self.answered += 1
            self._believe(*self.doubt)
            if self.kept is not None:
                self.kept.append(self.doubt)
            self.doubt = None
            self.stopping.wait(self.random.uniform(0.5, 1.5) * self.every)
        else:
            self.wrong.append((self.doubt[0], answer))
            self.stopping.set()


class Writer(Person):
    """Writes cards that nobody sees yet, changes them and takes them back. `saved`: number and text by id."""

    MOST = 12
    ACTS = ("AddCard", "EditCard", "EditCard", "EditCard", "EditCard", "EditCard", "WithdrawCard")

    def __init__(self, made, token, seed, every, run):
        super().__init__(made, token, seed, every)
        self.for_run, self.saved, self.gone = run, {}, set()
        self.key = secrets.token_hex(32)

    def _wish(self):
        act = self.random.choice(self.ACTS if self.saved else ("AddCard",))
        text = f"{self.random.random()} about the sea"
        if act == "AddCard" and len(self.saved) < self.MOST:
            verifier = verifier_of(self.made.id, self.key)
            return act, {**wire.card(self.for_run, "idea", text), "verifier": verifier}
        one = self.random.choice(sorted(self.saved))
        if act == "WithdrawCard":
            return act, {"id": one, "key": self.key, "shown": False}
        number = self.saved[one][0] + 1
        return "EditCard", {"id": one, "key": self.key, "number": number, "text": text, "signed": "", "shown": False}

    def _believe(self, act, fields):
        if act == "WithdrawCard":
            del self.saved[fields["id"]]
            self.gone.add(fields["id"])
        else:
            self.saved[fields["id"]] = (fields.get("number", 0), fields["text"])

    def missed(self, records):
        """What is not among the records of the store as it should be, whatever became of the one in doubt."""
        doubtful = self.doubt[1]["id"] if self.doubt else ""
        found = {}
        for one in [*self.saved, *self.gone]:
            card = records.get(f"card:{one}")
            stored = (card.number, card.text) if isinstance(card, Card) else None
            if one != doubtful and stored != self.saved.get(one):
                found[one] = stored
        return found


class Leader(Person):
    """Gives the workshop one title after the other; each change raises the title's version by exactly one."""

    changes = 0

    def _wish(self):
        return "RenameWorkshop", {"title": f"Title {self.changes + 1}", "version": self.changes}

    def _believe(self, _act, _fields):
        self.changes += 1

    def missed(self, records):
        """The title in the records, unless it is the last that was answered, or the one in doubt."""
        head = records[f"workshop:{self.made.id}"]
        expected = {(self.changes, f"Title {self.changes}")} if self.changes else {(0, head.title)}
        if self.doubt:
            expected.add((self.changes + 1, f"Title {self.changes + 1}"))
        return {} if (head.title_version, head.title) in expected else {"title": head.title_version}


def hold(people):
    """Let everybody finish what they are at, and then wait."""
    for one in people:
        one.holding.set()
    eventually(lambda: all(one.wrong or (one.idle.is_set() and one.doubt is None) for one in people))
    wrong = [one.wrong for one in people if one.wrong]
    assert wrong == [], wrong


def go_on(people):
    for one in people:
        one.idle.clear()
        one.holding.clear()


def screens_are_equal(people):
    """Whether all who have the same view show the same."""
    views = {}
    for one in people:
        if one.line is None or one.line.entered is None:
            return False
        views.setdefault(one.line.entered["audience"], []).append(one.line.view)
    titles = {view["workshop"]["title"] for kind in views.values() for view in kind}
    return len(titles) == 1 and all(view == kind[0] for kind in views.values() for view in kind)


def end(people):
    """Stop everybody."""
    for one in people:
        one.stopping.set()
    for one in people:
        one.join(PATIENCE)
