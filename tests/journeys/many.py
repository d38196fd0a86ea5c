"""One of the eight at a board: acts cut into moves, so that the acts of others fall in between."""

import json
import random
import time

from playwright.sync_api import TimeoutError as TooLong
from playwright.sync_api import expect

from server.veil import unveiled
from tests.journeys.ears import VEILED
from tests.journeys.people import Participant, exactly
from tests.waiting import eventually

WALL = {"width": 6000, "height": 4000}
OPPOSITE = {"RemoveItem": "AddItem", "RemoveGroup": "AddGroup"}
WHERE = ("here", "there", "by the sea")
IDEAS = [f"{what} {where}" for what in ("Benches", "Sheds", "Boats", "A choir") for where in WHERE]
# Where each thing lies, and what it says: the whole board is in sight.
LIES = """() => Object.fromEntries([
  ...[...document.querySelectorAll('.canvas [data-key]')].map((one) =>
    [one.dataset.key, `${one.style.left} ${one.style.top} ${one.dataset.colour ?? ''} ${one.textContent}`]),
  ...[...document.querySelectorAll('.ink-item')].map((one) => [one.dataset.item, one.getAttribute('transform')]),
])"""


# The cards that can be picked up with the mouse.
ON_TOP = """() => [...document.querySelectorAll(".canvas [data-key^='card:']")].filter((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}).map((one) => one.dataset.key)"""


ITEMS = """() => Object.fromEntries([...document.querySelectorAll('.ink-item')].map((one) =>
  [one.dataset.item, one.getAttribute('transform')]))"""


class Hands(Participant):
    """One of the eight. Each act is cut into moves, so that the acts of others fall in between."""

    def __init__(self, page, name, seed):
        super().__init__(page, name)
        self.dice, self.asked, self.undone, self.did = random.Random(seed), [], [], 0
        self.acts, self.missed = 0, 0
        page.set_default_timeout(3_000)
        self.waiting = set()
        page.on("websocket", self._listen)

    def _listen(self, socket):
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._answered)

    def _answered(self, payload):
        if isinstance(payload, str) and payload.startswith("43"):
            self.waiting.discard(payload[2 : payload.index("[")])

    def _sent(self, payload):
        if not isinstance(payload, str) or not payload.startswith("42"):
            return
        number = payload[2 : payload.index("[")]
        self.waiting |= {number} if number else set()  # a moment asks for no answer
        for one in VEILED.findall(payload):
            self._note(unveiled(one))
        event, data, *_ = json.loads(payload[payload.index("[") :])
        if event == "ask":
            self._note(data)

    def _note(self, asked):
        if isinstance(asked, dict) and "command" in asked:
            self.asked.append((asked["command"], asked["fields"]))

    # --- acts

    def drags(self):
        box = self._thing().bounding_box()
        canvas = self._canvas()
        if box is None:
            return
        x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 20)
        to_x = canvas["x"] + self.dice.uniform(0.1, 0.9) * canvas["width"]
        to_y = canvas["y"] + self.dice.uniform(0.15, 0.8) * canvas["height"]
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        for part in (0.3, 0.6, 1):
            yield
            mouse.move(x + (to_x - x) * part, y + (to_y - y) * part)
        mouse.up()

    def draws(self):
        yield from self._tools()
        self.presses(exactly("Pen"))
        canvas, mouse = self._canvas(), self.page.mouse
        x = canvas["x"] + self.dice.uniform(0.2, 0.7) * canvas["width"]
        y = canvas["y"] + self.dice.uniform(0.2, 0.6) * canvas["height"]
        mouse.move(x, y)
        mouse.down()
        for _ in range(5):
            x, y = x + self.dice.uniform(-20, 40), y + self.dice.uniform(-20, 30)
            mouse.move(x, y, steps=2)
            yield
        mouse.up()
        self.presses(exactly("Stop drawing"))

    def types(self):
        yield from self._tools()
        self.presses(exactly("Add without drawing"))
        self.hand.tick(self.at.get_by_role("radio", name="Text", exact=True))
        self.did += 1
        for part in (f"{self.name} writes", f"{self.name} writes number {self.did}"):
            self.box("Words").fill(part)
            yield
        self.presses(exactly("Add it"))
        self.presses(exactly("Stop drawing"))

    def groups(self):
        self._thing().click()
        yield
        self.presses(exactly("More…"))
        yield
        into = self.at.get_by_text("Put into a group…")
        if not into.is_visible():  # somebody has just put a drawing in the way: its menu has other things
            self.page.keyboard.press("Escape")
            return
        into.click()
        yield
        self.did += 1
        self.box("A new group").fill(f"{self.name}'s group {self.did}")
        yield
        self.presses("Make this group")

    def undoes(self):
        undo = self.button(exactly("Undo"))
        if undo.get_attribute("aria-disabled") == "true":
            return
        for _ in range(2):  # what follows from an answer is asked for then
            eventually(self._rests)
        before = len(self.asked)
        undo.click()
        yield
        self.undone.append((before, len(self.asked)))

    def _rests(self):
        """Whether all that this page has asked for is answered."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        return not self.waiting

    # --- what acts need

    def _canvas(self):
        return self.at.locator(".canvas").bounding_box()

    def _thing(self):
        """A card that no other lies on; the board is looked at as a whole where none is in sight."""
        if not self.page.evaluate(ON_TOP):
            self.page.keyboard.press("Escape")
            self.presses(exactly("Show all"))
            self.page.wait_for_function(f"() => ({ON_TOP})().length > 0")
        return self.at.locator(f".canvas [data-key='{self.dice.choice(self.page.evaluate(ON_TOP))}']")

    def _tools(self):
        self.presses(exactly("Draw"))
        yield

    def goes_on(self, end):
        """Act after act until the end, or until there is no time for another."""
        acts = (self.drags, self.drags, self.draws, self.types, self.groups, self.undoes)
        while time.monotonic() < end:
            if self.at.locator("dialog[open]").count():  # a press that went elsewhere, since somebody was faster
                self.page.keyboard.press("Escape")
            self.acts += 1
            try:
                yield from self.dice.choice(acts)()
            except TooLong:  # what they reached for was taken away under their hand
                self.missed += 1
            yield

    def lies(self):
        """Where each thing lies. The page grows until the whole board is in sight and near: what is far is painted."""
        before = self.page.viewport_size
        self.page.set_viewport_size(WALL)
        self.presses(exactly("Show all"))
        expect(self.at.locator(".canvas [data-key^='card:']")).to_have_count(len(IDEAS))
        found = self.page.evaluate(LIES)
        self.page.set_viewport_size(before)
        return found

    def undid_only_own(self):
        """What each undo asked for was an act of one's own, and nobody had touched it since: the version that it
        replaces is the one that an own act made."""
        wrong = []
        for begin, end in self.undone:
            for command, fields in self.asked[begin:end]:
                before = self.asked[: self.asked.index((command, fields), begin)]
                what = fields.get("what") or fields.get("id")
                if command in OPPOSITE:
                    own = any(did == OPPOSITE[command] and more["id"] == what for did, more in before)
                elif "version" in fields:
                    made = [
                        more for did, more in before if did == command and what in {more.get("what"), more.get("id")}
                    ]
                    own = any(more["version"] + 1 == fields["version"] for more in made)
                else:
                    own = True
                if not own:
                    wrong.append((self.name, command, fields))
        return wrong
