"""The people of a journey: pages with human verbs. They find things as a screen reader does, by role and name."""

import re

from playwright.sync_api import expect

from tests.journeys.hands import Mouse

ASKS = {
    "Note": "Your note",
    "Question": "Your question",
    "Fact": "A fact",
    "What we do not know": "Something we do not know",
    "Idea": "Your idea",
    "Benefit": "What is good about it, and why?",
    "Caution": "What could go wrong, and why?",
    "Way round a worry": "How could we get round it?",
}
"""What the page asks where cards of a kind are written."""


def exactly(text):
    return re.compile(rf"^{re.escape(text)}$")


class Person:
    """Somebody with a page. `at`: the page, or the frame that it stands in."""

    def __init__(self, page, name="", hand=Mouse, at=None):
        self.page, self.name = page, name
        self.at = at or page
        self.hand = hand(page, at)

    # --- finding

    def button(self, name, within=None):
        return (within or self.at).get_by_role("button", name=name)

    def box(self, label):
        return self.at.get_by_role("textbox", name=label)

    def card(self, text):
        """A card of the board, or of one's own list."""
        return self.at.get_by_role("article").filter(has_text=text)

    def heading(self, text, level=None):
        return self.at.get_by_role("heading", name=text, level=level, exact=True)

    # --- seeing

    def stands_at(self, title):
        """Waits until the page is in this step."""
        expect(self.heading(title, 1)).to_be_visible()

    def waits(self):
        """Waits until the page shows that it is in, and that nothing has begun."""
        self.stands_at("We start soon")

    def sees(self, *texts):
        for text in texts:
            expect(self.card(text).filter(visible=True).first).to_be_visible()

    def shown(self, text):
        """What shows exactly this text; what was only spoken, with the same words, is none of it."""
        return self.at.get_by_text(text, exact=True).and_(self.at.locator(":not([data-announcer])"))

    def reads(self, text):
        expect(self.at.get_by_text(text).filter(visible=True).first).to_be_visible()

    def words(self):
        """All text on the page, also what is folded away."""
        return self.at.locator("body").evaluate("body => body.textContent")

    def sees_nothing_of(self, *texts):
        words = self.words()
        assert [text for text in texts if text in words] == []

    def clock(self):
        """Seconds left on the clock; 0 when time is up."""
        *hours, minutes, seconds = self.at.get_by_role("timer").first.inner_text().split()[0].split(":")
        return int(hours[0] if hours else 0) * 3600 + int(minutes) * 60 + int(seconds)

    # --- doing

    def presses(self, name, within=None):
        self.hand.press(self.button(name, within))

    def opens(self, summary):
        """Unfolds something that stands behind one tap, unless it is open."""
        self.hand.unfold(summary)

    def returns(self):
        self.page.reload()


class Participant(Person):
    """Somebody who takes part. Whoever leads can do all of this too."""

    def joins(self, link):
        self.page.goto(link)
        self._comes_in()

    def joins_by_code(self, start, code):
        """Types the code as people do: in small letters."""
        self.page.goto(f"{start}/join")
        self.hand.type(self.box("Join code"), code.lower())
        self.presses("Go on")
        self._comes_in()

    def _comes_in(self):
        self.hand.type(self.box("Your name, if you like"), self.name)
        self.presses(exactly("Join"))
        expect(self.button(exactly("Join"))).to_be_hidden()

    # --- writing

    def writes(self, kind, *texts):
        """Writes cards, Enter after each, and sees them saved on this device."""
        pick = self.at.get_by_role("radio", name=kind, exact=True)
        if pick.count():
            self.hand.tick(pick)
        box = self.box(ASKS[kind])
        if not box.is_visible():
            self.opens("Add what they spark")
        for text in texts:
            self.hand.type(box, text)
            self.hand.enter(box)
            expect(box).to_have_value("")

    def has_saved(self, *texts):
        """The device says of each of these own cards that the server has it."""
        mine = self.at.get_by_role("list", name=re.compile("from this device|Worries you keep"))
        for text in texts:
            expect(mine.get_by_role("article").filter(has_text=text).filter(has_text="Saved").first).to_be_attached()

    def keeps_a_worry(self, text, about=""):
        if not self.box("Your worry").is_visible():
            self.presses("Keep a worry for later")
        if about:
            self.hand.choose(self.at.get_by_label("What is it about?"), about)
        self.hand.type(self.box("Your worry"), text)
        self.presses("Keep it")
        expect(self.box("Your worry")).to_be_hidden()

    def rewrites(self, old, new):
        """Changes the words of a card of one's own."""
        self.presses(f"Edit: {old[:40]}")
        self.hand.type(self.box("Change your words"), new)
        self.presses(exactly("Save"))

    def takes_back(self, text):
        self.presses(f"Take back: {text[:40]}")

    def is_done(self):
        self.presses("I'm done")
        expect(self.button("✓ I'm done")).to_be_visible()

    def turns_to(self, option):
        """Goes from idea to idea until this one is on the page."""
        for _ in range(30):
            if self.heading(option, 2).is_visible():
                return
            self.presses("Next idea")
        raise AssertionError(f"{option} is not among the ideas")

    def finds_a_way_round(self, worry, text):
        line = self.at.get_by_role("listitem").filter(has_text=worry)
        self.hand.unfold("Add a way round this", worry)
        box = line.get_by_role("textbox", name=ASKS["Way round a worry"])
        self.hand.type(box, text)
        self.hand.enter(box)
        expect(box).to_have_value("")

    # --- grouping and choosing

    def groups(self, name, *texts):
        for text in texts:
            self.hand.tick(self.at.get_by_role("checkbox", name=text))
        self.presses(re.compile("^Put .* into"))
        sheet = self.at.get_by_role("dialog")
        there = self.button(exactly(name), sheet)
        if there.count():
            self.hand.press(there)
        else:
            self.hand.type(self.box("A new group"), name)
            self.presses("Make this group")
        expect(sheet).to_be_hidden()

    def picks(self, *options):
        for option in options:
            self.hand.tick(self.at.get_by_role("checkbox", name=option, exact=True))
        expect(self.shown("✓ Counted")).to_be_visible()

    # --- ending

    def decides(self, text):
        box = self.box("What did we decide?")
        self.hand.type(box, text)
        self.presses("Add decision")
        expect(box).to_have_value("")

    def agrees(self, text, owner="", due=""):
        form = self.at.get_by_role("form", name="A new action")
        what = form.get_by_role("textbox", name="What will be done?")
        self.hand.type(what, text)
        if owner:
            self.hand.type(form.get_by_role("textbox", name="Who does it?"), owner)
        if due:
            self.hand.date(form.get_by_label("By when?"), due)
        self.presses("Add action")
        expect(what).to_have_value("")

    def fills_in(self, label, text):
        """A line of the plan that the board does not fill."""
        self.opens("The rest of the plan")
        self.hand.type(self.box(label), text)
        self.presses(exactly("Save"))
        expect(self.button(exactly("Save"))).to_be_hidden()

    def takes_home(self, name):
        """Downloads a file and gives back where it is, and its name."""
        with self.page.expect_download() as waiting:
            self.presses(name)
        return waiting.value.path(), waiting.value.suggested_filename


class Wall(Person):
    """The room's screen: shows, and can be asked nothing."""

    def stands_at(self, title):
        expect(self.at.get_by_text(title, exact=True).first).to_be_visible()
