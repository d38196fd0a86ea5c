"""Our own server as the crowd speaks to it: made over the public HTTP interface, joined with tokens."""

import json
import secrets
from concurrent.futures import ThreadPoolExecutor

from facilitation.cards import verifier_of
from tests import wire
from tests.load import frames
from tests.load.lines import WORDS, address
from tests.load.member import Kind

AT_ONCE = 60
OK = b'[{"status":"ok"}]'
SAME = "1"  # the number of every command's acknowledgement; answers come in order


class Ours:
    """A running workshop in an open step where each signed card is shown at once, or in a sealed one.

    `people`: how many sockets; the first is the facilitator's. `cards`: 0 when each command adds a card,
    else how many there are that the commands change.
    """

    opcode, echo, answers = frames.TEXT, True, True
    path = "/socket.io/?EIO=4&transport=websocket"
    pong = (b"3", frames.TEXT)

    def __init__(self, urls, people, *, cards=0, sealed=False):
        self._places = [address(url) for url in urls]
        self._sealed, self._cards = sealed, cards
        self._key = secrets.token_hex(32)
        self._pool = []
        self._numbers = {}
        made = wire.Made(urls[0], title="Load")
        self.workshop = made.id
        fay = made.token("Fay", key=made.key, label="laptop")
        line = wire.Line(urls[0], fay)
        stage, phase, kind = ("write", "ideate", "fact") if sealed else ("live", "open", "question")
        wire.to_stage(line, stage, phase)
        self.run = line.run
        line.close()
        with ThreadPoolExecutor(AT_ONCE) as doors:
            self._tokens = [fay, *doors.map(lambda _: made.token(), range(people - 1))]
        fixed = {"run": self.run, "kind": kind, "verifier": verifier_of(self.workshop, self._key)}
        if not sealed:
            fixed["signed"] = "Mo"
        self._add = _template("AddCard", id="%(id)s", text="%(text)s", **fixed)
        changed = {"key": self._key, "number": 0, "signed": "Mo", "shown": True}
        self._edit = _template("EditCard", id="%(id)s", text="%(text)s", **changed)
        self._edit = self._edit.replace('"number":0', '"number":%(number)d')

    def address(self, index):
        return self._places[index % len(self._places)]

    def greet(self, index):
        """Engine.IO opens, the token is shown, then in; the whole view comes with the answer."""
        yield ()
        said = yield (b"40" + json.dumps({"token": self._tokens[index]}).encode(),)
        while not said.startswith(b"40"):
            said = yield ()
        said = yield (b'421["enter",{}]',)
        while not said.startswith(b"431"):
            said = yield ()
        return said.count(b"~b") if index < 2 else len(said)

    def kind(self, payload):
        if payload.startswith(b"42"):
            return Kind.NEWS
        if payload.startswith(b"43"):
            return Kind.ANSWER if payload.endswith(OK) else Kind.REFUSED
        return Kind.PING if payload == b"2" else Kind.OTHER

    def filling(self, cards, senders):
        """Sender and command for each of so many cards that are there before it begins."""
        for number in range(cards):
            sender = 1 + number % senders
            name = secrets.token_hex(16)
            self._pool.append((sender, name))
            yield sender, (self._add % {"id": name, "text": f"~b{number:07d}~ {WORDS}"}).encode()

    def command(self, sender, number, mark):
        """A new card; or, where there are cards to change, the next of one's own in another wording."""
        text = f"{mark} {WORDS}"
        if not self._cards:
            return (self._add % {"id": secrets.token_hex(16), "text": text}).encode()
        name = self._own(sender, number)
        self._numbers[name] = self._numbers.get(name, 0) + 1
        return (self._edit % {"id": name, "number": self._numbers[name], "text": text}).encode()

    def _own(self, sender, number):
        owner, name = self._pool[number % len(self._pool)]
        assert owner == sender, "somebody else's card"
        return name


def _template(command, **fields):
    asked = json.dumps(["ask", {"command": command, "fields": fields}], separators=(",", ":"))
    return f"42{SAME}{asked}"
