"""Whatever opens on a page, in a step in which everything can be done: a walk that stops at each with its name.

Maureen leads on a wide page, Aisha has the board, Tom the list on a phone."""

import re
import secrets

from playwright.sync_api import expect

from tests.journeys.people import exactly
from tests.server.any_picture import png
from tests.wire import VERIFIER, Line, post

IDEAS = ("Benches that face the sea", "Lend out garden sheds", "Row the old boats on Sundays")
PHONE = {"width": 360, "height": 740}
PASTE = """words => {
  const given = new DataTransfer();
  given.setData("text/plain", words);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: given, bubbles: true, cancelable: true }));
}"""
UNFOLD = "for (const one of document.querySelectorAll('{}details')) one.open = true"


class Openings:
    """One walk. It leaves each page as it found it, so that the next thing can open."""

    def __init__(self, meeting):
        self.meeting = meeting
        self.lead = meeting.lead()
        self.tom, self.aisha = meeting.joins("Tom", **PHONE), meeting.joins("Aisha", width=1400, height=1000)
        people = (self.lead, self.tom, self.aisha)
        meeting.moves_to("Ideas", *people)
        writer = Line(meeting.url, post(meeting.url, f"/api/workshops/{meeting.id}/seats", name="")["token"])
        for text in IDEAS:
            writer.do("AddCard", id=secrets.token_hex(16), run=writer.run, kind="idea", verifier=VERIFIER, text=text)
        writer.close()
        meeting.moves_to("Like with like", *people)
        self.tom.opens("The board so far")

    def __iter__(self):
        for part in (self.on_the_board, self.with_drawings, self.in_the_list, self.for_everybody, self.for_who_leads):
            yield from part()

    @staticmethod
    def close(person):
        """Closes the dialog that is open."""
        person.page.keyboard.press("Escape")
        expect(person.at.locator("dialog[open]")).to_have_count(0)

    @staticmethod
    def waits_for(person, title):
        """Waits until the dialog of this name is open: what opens it may come a moment later."""
        expect(person.at.get_by_role("dialog", name=title)).to_be_visible()

    @staticmethod
    def unfold(person, within=""):
        person.at.evaluate(UNFOLD.format(within))

    def thing(self, name):
        return self.aisha.at.get_by_role("application", name="Board").get_by_role("button", name=name)

    def dialogs(self, person, *buttons):
        """The dialogs behind these buttons, with all that is folded away in them."""
        for button in buttons:
            person.presses(exactly(button))
            expect(person.at.locator("dialog[open] :is(p, button, input) >> nth=1")).to_be_visible()
            self.unfold(person, "dialog ")
            yield button, person
            self.close(person)

    # --- on the board

    def on_the_board(self):
        ana = self.aisha
        yield from self.dialogs(ana, "Go to…", "Save as picture")
        ana.presses("Find")
        ana.hand.type(ana.box("What are you looking for?"), "e")
        yield "find", ana
        ana.page.keyboard.press("Enter")
        yield "chosen", ana
        yield from self.dialogs(ana, "More…")
        ana.presses(exactly("More…"))
        ana.presses("More about this card…")
        self.waits_for(ana, "This card")
        self.unfold(ana, "dialog ")
        yield "about", ana
        self.close(ana)
        ana.presses(exactly("Move it"))
        yield "carrying", ana
        ana.presses("Leave it where it was")
        ana.presses("Done")

    def with_drawings(self):
        ana = self.aisha
        yield from self.dialogs(ana, "Add a picture")
        ana.presses("Add a picture")
        picture = {"name": "poster.png", "mimeType": "image/png", "buffer": png()}
        ana.page.get_by_label("Choose a picture").set_input_files(picture)
        ana.presses("Add the picture")
        yield "picture", ana
        self.close(ana)
        ana.presses(exactly("Draw"))
        ana.presses(exactly("Box"))
        yield "tools", ana
        box = ana.at.locator(".canvas").bounding_box()
        ana.page.mouse.move(box["x"] + 200, box["y"] + 220)
        ana.page.mouse.down()
        ana.page.mouse.move(box["x"] + 330, box["y"] + 300, steps=4)
        ana.page.mouse.up()
        self.thing("Box.").focus()
        ana.page.keyboard.press("Space")
        yield "drawing chosen", ana
        yield from self.dialogs(ana, "More…")
        ana.presses(exactly("More…"))
        ana.presses("Change the words")
        expect(ana.at.locator("dialog[open] textarea")).to_be_visible()
        yield "words", ana
        self.close(ana)
        yield from self.dialogs(ana, "Add without drawing")
        ana.presses(exactly("Add without drawing"))
        ana.hand.tick(ana.at.get_by_role("radio", name="Arrow", exact=True))
        yield "arrow", ana
        self.close(ana)
        self.thing("Box.").focus()
        ana.page.keyboard.press("Delete")
        ana.shown("Taken away.").wait_for()
        yield "taken away", ana
        ana.presses(exactly("Undo"), ana.at.locator(".ink-toast"))
        ana.page.evaluate(PASTE, "Soup\nSongs")
        if ana.at.locator("dialog[open]").count():
            yield "pasted", ana
            self.close(ana)
        ana.presses("Stop drawing")

    # --- in the list

    def in_the_list(self):
        tom = self.tom
        tom.presses(f"More about this card: {IDEAS[0]}")
        self.waits_for(tom, "This card")
        self.unfold(tom, "dialog ")
        yield "card", tom
        tom.presses("Move to…")
        self.waits_for(tom, "Move this card")
        yield "move to", tom
        self.close(tom)
        yield from self.dialogs(tom, "Add a text or a drawing", "Add a picture")
        for button in ("Move near a card: Box", "Change the words: Box"):
            tom.presses(button)
            expect(tom.at.locator("dialog[open] :is(select, textarea)")).to_be_visible()
            yield button, tom
            self.close(tom)
        tom.hand.tick(tom.at.get_by_role("checkbox", name=IDEAS[0]))
        tom.presses("Put 1 card into")
        self.waits_for(tom, "Put 1 card into")
        yield "put into", tom
        self.close(tom)
        tom.presses(exactly("Board"))
        tom.presses("Show this step")
        yield "board on a phone", tom

    # --- what everybody has, and what those who lead have

    def for_everybody(self):
        for one in (self.tom, self.lead):
            yield from self.dialogs(one, "Help")
            one.presses(re.compile("^(Tom|You)$"))
            self.waits_for(one, "You and this device")
            one.presses("Hand over this device")
            one.presses("Leave this workshop")
            self.unfold(one, "dialog ")
            yield "you", one
            self.close(one)
        self.tom.presses(exactly(self.tom.name))
        self.tom.presses("Continue on another device")
        self.tom.reads("The code works once")
        yield "another device", self.tom
        self.tom.presses("Stay on this device")

    def for_who_leads(self):
        lead = self.lead
        lead.presses(exactly("Invite"))
        for button in ("Get the screen ready", "Make a link for one person", "Look which devices can lead"):
            lead.presses(button)
        lead.reads("this one")
        yield "invitation", lead
        self.close(lead)
        lead.opens("Read the cards out")
        lead.presses("Read the first card")
        self.unfold(lead)
        lead.hand.type(lead.box(exactly("Find a card")), "e")
        yield "desk", lead
        lead.presses("Stop reading out")
        for button in ("Delete now", "End the workshop", "Send Tom out"):
            lead.presses(button)
        lead.hand.type(lead.box("Find a card to hide"), "e")
        yield "desk, asking once more", lead
