"""The canaries of the hour: at each screen of `hour.py`, what is unseen there, and what has been shown.

Beside what is written in any case: a name that is typed and not used, a wording between two others, a card that is
taken back, a draft, words without a line, a worry about a group that is taken back, and every ballot.
"""

from playwright.sync_api import expect

from tests.journeys.canaries import Ballots, Canaries
from tests.journeys.content import WARM
from tests.journeys.lead import all_have_heard_later_news
from tests.journeys.people import ASKS
from tests.journeys.test_offline import back_again, cut_off

NAME, BETWEEN, BACK = "Canary Kenneth", "Canary of a wording between", "Canary that is taken back"
DRAFT, LOST, ABOUT = "Canary of a draft", "Canary without a line", "Canary of a worry about a group"


class HourOfCanaries:
    """`walk`: through the hour. `ears`: by name, from the first request on. `let_out`: see `Canaries`."""

    def __init__(self, walk, ears, let_out):
        self._walk, self._hour = walk, walk.hour
        self._canaries = Canaries(ears, let_out)
        self._ballots = {name: Ballots(one.page) for name, one in walk.people.items()}
        self._here = {
            "facts": self._facts,
            "facts-shown": lambda: self._shown(self._hour.facts, self._hour.gaps),
            "ideas": self._ideas,
            "ideas-shown": lambda: self._shown(self._of_ideas()),
            "picks": self._votes,
            "picks-counted": self._counted,
            "benefits": self._benefits,
            "check": self._check,
            "cautions": lambda: self._shown(self._hour.worries),
            "dots": self._votes,
            "tie": self._counted,
            "run-off": self._votes,
            "goodbye": self._counted,
        }

    def look(self, screen):
        """What is to be looked for at this screen of the hour, is."""
        if screen in self._here:
            self._here[screen]()
            self._canaries.look()

    def _heard(self):
        all_have_heard_later_news(
            self._walk.lead, [one for one in self._walk.everybody() if one is not self._walk.lead]
        )

    def _written(self, *lists):
        for cards in lists:
            for card in cards:
                self._canaries.hatch(card.by, card.text)

    def _shown(self, *lists):
        self._heard()
        self._canaries.fly(*(card.text for cards in lists for card in cards))

    def _of_ideas(self):
        return (*(card for cards in self._hour.ideas.values() for card in cards), *self._hour.alone)

    # --- the screens

    def _facts(self):
        self._written(self._hour.facts, self._hour.gaps)
        ken = self._walk.people["Ken"]
        self._canaries.hatch("Ken", NAME)
        sign = ken.at.get_by_role("checkbox", name="Sign it with my name")
        ken.hand.tick(sign)
        ken.hand.type(ken.box("The name people will see"), NAME)
        ken.hand.tick(sign, on=False)
        self._heard()

    def _ideas(self):
        tom, aisha, bea = (self._walk.people[name] for name in ("Tom", "Aisha", "Bea"))
        self._written(self._of_ideas(), self._hour.worries)
        self._canaries.hatch("Tom", BETWEEN)
        self._canaries.hatch("Aisha", BACK, LOST)
        self._canaries.hatch("Bea", DRAFT)
        first = next(card.text for card in self._of_ideas() if card.by == "Tom")
        tom.rewrites(first, BETWEEN)
        tom.has_saved(BETWEEN)
        tom.rewrites(BETWEEN, first)
        tom.has_saved(first)
        aisha.writes("Idea", BACK)
        aisha.has_saved(BACK)
        aisha.takes_back(BACK)
        expect(aisha.card(BACK)).to_be_hidden()
        cut_off(aisha)
        aisha.writes("Idea", LOST)
        aisha.reads("1 thing is not sent yet")
        aisha.takes_back(LOST)
        back_again(aisha)
        expect(aisha.card(LOST)).to_be_hidden()
        bea.hand.type(bea.box(ASKS["Idea"]), DRAFT)
        self._heard()
        bea.hand.type(bea.box(ASKS["Idea"]), "")

    def _votes(self):
        """Each vote, as it stands in what was sent: its secret, its signature, and which options it has."""
        for name, ballots in self._ballots.items():
            assert ballots.choices
            self._canaries.hatch(name, *ballots.secrets, *ballots.choices)

    def _counted(self):
        """The choices may be read from the totals now, where few have chosen; the secrets from nothing, ever."""
        self._canaries.free(*{one for ballots in self._ballots.values() for one in ballots.choices})
        for ballots in self._ballots.values():
            ballots.choices.clear()

    def _benefits(self):
        self._written(self._hour.benefits)
        self._canaries.hatch("Tom", ABOUT)
        self._walk.people["Tom"].keeps_a_worry(ABOUT, WARM)
        self._heard()

    def _check(self):
        self._walk.people["Tom"].takes_back(ABOUT)
        self._shown(self._hour.benefits)
