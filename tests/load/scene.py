"""One board, the same for whoever shows it: cards and strokes with their places; and who changes it as one types."""

import random
import secrets
from dataclasses import dataclass

from facilitation.cards import verifier_of
from tests import wire

ACROSS, DOWN = 224, 172
"""From one card to the next, in units of the board."""
WORDS = (
    "Somebody to walk with along the front on Sundays",
    "A bench near the bus stop",
    "The surgery has a room that stands empty on Thursday afternoons, and nobody knows whom to ask for the key",
    "Lend out garden sheds",
    "Soup and a chat, no need to book",
    "My neighbour has not been out since her fall in October; the stairs are too much for her without a hand",
)
AT_ONCE = 256
"""Commands under way while a board is filled."""
EACH = 250
"""Cards that one person may write in a step, or a few less."""
KEY = "5" * 64


@dataclass(frozen=True)
class Scene:
    """`cards`: (x, y, text); `strokes`: (x, y, points), points being x, y by turns from the stroke's corner."""

    cards: tuple
    strokes: tuple


def scene(cards, strokes):
    """Cards in rows on a board as wide as high, and strokes among them; always the same."""
    chance = random.Random(5)
    wide = max(1, round((cards * DOWN / ACROSS) ** 0.5))
    laid = tuple(
        (number % wide * ACROSS, 100 + number // wide * DOWN, f"{number} {chance.choice(WORDS)}")
        for number in range(cards)
    )
    high = -(-cards // wide)
    drawn = tuple(
        (chance.randrange(wide * ACROSS), chance.randrange(100 + high * DOWN), _line(chance)) for _ in range(strokes)
    )
    return Scene(laid, drawn)


def _line(chance):
    """A line as a hand draws it: some forty points that wander."""
    x, y, across, down, points = 0.0, 0.0, chance.uniform(-6, 6), chance.uniform(-6, 6), []
    for _ in range(40):
        points.append((x, y))
        across, down = across + chance.uniform(-2, 2), down + chance.uniform(-2, 2)
        x, y = x + across, y + down
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return tuple(round(one) for x, y in points for one in (x - left, y - top))


class Board(wire.Line):
    """The line of somebody who fills a board and goes on changing it. Patches are put in, not copied, being many."""

    def _patch(self, frame):
        self.room = frame.get("room", self.room)
        if self.number < 0 or frame["to"] <= self.number:
            return
        self.number = frame["to"]
        for key in frame["gone"]:
            self.view.pop(key, None)
        self.view.update(frame["set"])


class Filled:
    """A workshop in an open step, filled through the wire. `link`: for whoever takes part."""

    def __init__(self, url, what):
        self.made = wire.Made(url, title="A full board")
        self.link = url + self.made.reply["link"]
        self.line = Board(url, self.made.token("Fay", key=self.made.key, label="laptop"))
        wire.to_stage(self.line, "live", "open")
        self._verifier = verifier_of(self.made.id, KEY)
        self._numbers = {}
        self.cards = [secrets.token_hex(16) for _ in what.cards]
        laid = list(zip(self.cards, what.cards, strict=True))
        for first in range(0, len(laid), EACH):
            self._all(self._add(name, text) for name, (_, _, text) in laid[first : first + EACH])
        self._all(self._place(name, x, y, 0) for name, (x, y, _) in laid)
        self._all(self._draw(x, y, points) for x, y, points in what.strokes)
        self._chance = random.Random(7)

    def _all(self, asked):
        """Let somebody come who asks for all of this, many at a time, and goes; every answer has to be ok."""
        line, waiting = Board(self.line.url, self.made.token()), []
        for name, fields in asked:
            waiting.append(line.later(name, **fields))
            if len(waiting) == AT_ONCE:
                self._answered(waiting.pop(0))
        for one in waiting:
            self._answered(one)
        line.close()

    @staticmethod
    def _answered(one):
        answer = one.result(30)
        assert answer["status"] == "ok", answer

    def _add(self, name, text):
        own = {"verifier": self._verifier, "signed": "Mo"}
        return "AddCard", {"id": name, "run": self.line.run, "kind": "question", "text": text} | own

    def _place(self, name, x, y, version):
        return "Place", {"what": f"card:{name}", "placed": True, "x": x, "y": y, "version": version}

    def _draw(self, x, y, points):
        trios = [one for at in range(0, len(points), 2) for one in (points[at], points[at + 1], 50)]
        fields = {"id": secrets.token_hex(16), "run": self.line.run, "kind": "pen", "x": x, "y": y, "points": trios}
        return "AddItem", fields

    def change(self):
        """Ask for one change more and wait for nothing: a card is moved or reworded, or a line is drawn."""
        chance, name = self._chance, self._chance.choice(self.cards)
        spot = self.line.view[f"spot:{name}"]
        what = chance.choice(("move", "move", "reword", "draw"))
        if what == "move":
            x, y = spot["x"] + chance.randrange(-40, 40), spot["y"] + chance.randrange(-40, 40)
            return self.line.later(*(asked := self._place(name, x, y, spot["version"]))[:1], **asked[1])
        if what == "draw":
            asked = self._draw(spot["x"], spot["y"], _line(chance))
            return self.line.later(asked[0], **asked[1])
        self._numbers[name] = number = self._numbers.get(name, 0) + 1
        text = f"{chance.choice(WORDS)} ({number})"
        own = {"key": KEY, "number": number, "signed": "Mo", "shown": True}
        return self.line.later("EditCard", id=name, text=text, **own)
