"""Whoever leads: a person with a desk, beside the page on a wide screen and under a button on a narrow one."""

import re

from playwright.sync_api import expect

from tests.journeys.people import Participant, exactly

SURE = re.compile("^(Yes, show all|Yes, go on|Yes, end it)$")


class Lead(Participant):
    """The facilitator."""

    def makes(self, start, title, agenda):
        """From the first page to the invitation; what was made is then on the page."""
        self.page.goto(start)
        self.presses("Set up a workshop")
        self.hand.tick(self.at.get_by_role("radio", name=agenda))
        self.hand.type(self.box("What is your question?"), title)
        self.presses("Make the workshop")
        expect(self.heading("Bring people in", 2)).to_be_visible()

    def link(self):
        return self.box(exactly("Link")).input_value()

    def code(self):
        """The code to read aloud."""
        said = self.at.get_by_text("Code to read aloud").locator("..").inner_text()
        return said.split()[-1]

    def screen_link(self):
        self.presses("Get the screen ready")
        return self.box("Link for another computer").input_value()

    def helper_link(self):
        self.presses("Make a link for one person")
        return self.box("Link for your co-facilitator").input_value()

    # --- the desk

    def desk(self, summary):
        """Opens a drawer of the desk."""
        narrow = self.button(exactly("Desk"))
        if narrow.is_visible():
            self.hand.press(narrow)
        self.opens(summary)

    def leaves_the_desk(self):
        close = self.at.get_by_role("dialog").get_by_role("button", name="Close")
        if close.count():
            self.hand.press(close)

    def waits(self):
        expect(self.button("Start with")).to_be_visible()

    def starts(self):
        self.presses("Start with")
        expect(self.button("Start with")).to_be_hidden()

    def goes_on(self, title):
        """The one big button, and a second press where it asks for one."""
        self._presses_twice(re.compile(f"(Go on|go on) to “{re.escape(title)}”"))
        self.stands_at(title)

    def shows_the_worries(self):
        self._presses_twice("Show all kept worries")
        expect(self.button("Show all kept worries")).to_be_hidden()

    def ends(self):
        self._presses_twice("End the workshop")
        self.stands_at("Thank you")

    def _presses_twice(self, name):
        big = self.button(name)
        self.hand.press(big)
        sure = self.button(SURE)
        expect(big.and_(self.at.get_by_role("button", expanded=False))).to_be_hidden()
        if sure.is_visible():
            self.hand.press(sure)
        expect(sure).to_be_hidden()

    def opens_the_vote(self, people):
        self.presses(re.compile(rf"^Open the vote for {people} "))
        expect(self.heading("The vote is open", 2)).to_be_visible()

    def closes_the_vote(self):
        """Asks for the close, and waits until the vote is counted."""
        self.presses(re.compile("^Close the vote in"))
        expect(self.heading("The vote is open", 2)).to_be_hidden()

    def goes_back(self, title):
        self.desk("All steps")
        self.opens("Go back to an earlier step")
        self.hand.tick(self.at.get_by_role("radio", name=title, exact=True))
        self.presses("Yes, go back")
        self.leaves_the_desk()
        self.stands_at(title)

    def ends_early(self):
        self.desk("All steps")
        self._presses_twice("End the workshop")
        self.leaves_the_desk()
        self.stands_at("Thank you")


def all_have_heard_later_news(lead, others):
    """The clock stops and goes on: when everybody shows it, everything that was sent before has arrived."""
    for press, sign in (("Stop the clock", "stopped"), ("Let it run", "left$")):
        lead.presses(press)
        for one in (lead, *others):
            expect(one.at.get_by_role("timer", name=re.compile(sign)).first).to_be_visible()
