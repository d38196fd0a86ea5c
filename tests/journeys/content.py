"""What people write in the hour: sixty cards on loneliness among older people in a seaside town."""

from dataclasses import dataclass

TITLE = "Nobody alone this winter"
QUESTION = "How might we help older people who live alone in Saltmere so that nobody goes a week without company?"

WARM = "Somewhere warm to meet, with no reason needed"
CALLS = "Somebody who calls round"
LIFTS = "Getting there and back"
TOGETHER = "Doing things side by side"
FINDING = "Finding the people whom nobody sees"


@dataclass(frozen=True)
class Card:
    """One card: who writes it, its words, and what it is about (a group, or a worry's words)."""

    by: str
    text: str
    about: str = ""


@dataclass(frozen=True)
class Action:
    by: str
    text: str
    owner: str = ""
    due: str = ""


@dataclass(frozen=True)
class Hour:
    """Everything that is written and chosen in one hour. `picks`, `dots`, `run_off`: by person."""

    notes: tuple[Card, ...]
    question: Card
    facts: tuple[Card, ...]
    gaps: tuple[Card, ...]
    ideas: dict[str, tuple[Card, ...]]
    alone: tuple[Card, ...]
    late: tuple[Card, ...]
    worries: tuple[Card, ...]
    picks: dict[str, tuple[str, ...]]
    benefits: tuple[Card, ...]
    cautions: tuple[Card, ...]
    fixes: tuple[Card, ...]
    dots: dict[str, tuple[str, ...]]
    run_off: dict[str, str]
    decision: Card
    actions: tuple[Action, ...]
    told: Card

    def written(self):
        """All the cards, in the order of the steps."""
        early = (*self.notes, self.question, *self.facts, *self.gaps)
        ideas = (*(one for group in self.ideas.values() for one in group), *self.alone, *self.late)
        return (*early, *ideas, *self.worries, *self.benefits, *self.cautions, *self.fixes)


SEASIDE = Hour(
    notes=(
        Card("Tom", "Hello from the lifeboat station, a bit windswept"),
        Card("Aisha", "Curious"),
        Card("Bea", "Hello from the bus, on my phone"),
        Card("Ken", "Glad to be asked"),
        Card("Maureen", "Welcome, the kettle is on"),
    ),
    question=Card("Maureen", QUESTION),
    facts=(
        Card("Tom", "One home in three with somebody over 65 in it is a home of one (census)"),
        Card("Tom", "The last 14 bus leaves the sea front at half past six"),
        Card("Aisha", "Two cafés on the promenade close from November to March"),
        Card("Aisha", "The surgery sees more people in January who just want a word"),
        Card("Bea", "The chapel hall stands empty five mornings a week"),
        Card("Bea", "My gran says that Sunday afternoon is the longest part of her week"),
        Card("Ken", "The library lends tablets, and most of them are in the cupboard"),
        Card("Ken", "Eleven volunteers drove people to the vaccination days"),
        Card("Maureen", "The council has 4,000 pounds left for warm spaces this year"),
    ),
    gaps=(
        Card("Tom", "How many people have nobody to ring on a Sunday?"),
        Card("Aisha", "Who knows the people who moved here to retire and then lost their partner?"),
        Card("Bea", "What would the people who never come out like best?"),
        Card("Ken", "Which streets have no bus stop within a short walk?"),
        Card("Maureen", "Does anybody visit the mobile home park?"),
    ),
    ideas={
        WARM: (
            Card("Tom", "Open the chapel hall on Tuesday and Thursday mornings, kettle on"),
            Card("Aisha", "A table in each café with a sign: sit here if you would like company"),
            Card("Bea", "Keep the bowls pavilion heated from October to March"),
            Card("Ken", "Soup at the lifeboat station after the Sunday launch"),
        ),
        CALLS: (
            Card("Tom", "A phone tree: ten people ring ten people on Sunday evening"),
            Card("Aisha", "Pair sixth-formers with somebody over 75 for an hour a week"),
            Card("Bea", "Postal workers and chemists say hello and leave a card"),
            Card("Ken", "The same visitor every week, not a different one each time"),
        ),
        LIFTS: (
            Card("Tom", "Ask the bus company to let the 14 wait outside the surgery"),
            Card("Aisha", "Lifts from the hill estate, shared between the churches"),
            Card("Bea", "A walking bus for grown-ups, with torches"),
            Card("Ken", "Pay the fare of one friend who comes along"),
        ),
        TOGETHER: (
            Card("Tom", "Mend nets and bicycles together in the old boathouse"),
            Card("Aisha", "Cook for the school fair, two generations at one table"),
            Card("Bea", "A choir without auditions, on the pier"),
            Card("Ken", "Write down the memories of the herring years"),
        ),
        FINDING: (
            Card("Tom", "Ask the milkman which doorsteps never change"),
            Card("Aisha", "A bright card for the window that says: I would like a visit"),
            Card("Bea", "A stall at the flu clinic, because everybody comes"),
        ),
    },
    alone=(
        Card("Bea", "Teach the parrot at the pub to say good morning"),
        Card("Ken", "One big map of the town on which people pin what they miss"),
    ),
    late=(
        Card("Aisha", "Let the café table start with a board game, so that nobody has to begin a talk", WARM),
        Card("Bea", "Let the soup begin with a question of the week", WARM),
        Card("Tom", "Let the bus driver know the names", LIFTS),
    ),
    worries=(
        Card("Tom", "The same six people do everything here, so they may be worn out by Easter"),
        Card("Aisha", "Whoever is most alone will not walk into a hall by themselves"),
        Card("Bea", "A sixth-former may not know what to do when somebody weeps"),
        Card("Ken", "The hall costs eighteen pounds an hour to heat"),
        Card("Ken", "A card in the window also tells thieves who lives alone"),
    ),
    picks={
        "Maureen": (WARM, CALLS, LIFTS),
        "Tom": (WARM, CALLS, LIFTS),
        "Aisha": (WARM, CALLS, TOGETHER),
        "Bea": (WARM, LIFTS, FINDING),
        "Ken": (CALLS, TOGETHER, FINDING),
    },
    benefits=(
        Card("Tom", "The hall is paid for already, so a morning costs us heat and tea", WARM),
        Card("Aisha", "Good for carers, who can bring the person they care for", WARM),
        Card("Bea", "A voice reaches people who cannot get out at all", CALLS),
        Card("Ken", "Young people get references and a story to tell", CALLS),
        Card("Tom", "Everything else works better once people can get there", LIFTS),
        Card("Maureen", "Hands that are busy make it easier to talk", TOGETHER),
    ),
    cautions=(
        Card("Tom", "Could shut out people who do not like church halls, because of what they remember", WARM),
        Card("Bea", "Strangers who ring old people are what fraudsters do, so who would pick up?", CALLS),
    ),
    fixes=(
        Card("Aisha", "The caller comes along the first time", "Whoever is most alone"),
        Card("Ken", "Ask the warm spaces fund before the 12th", "The hall costs eighteen"),
        Card("Tom", "Each caller is introduced by the surgery first", "Strangers who ring"),
    ),
    dots={
        "Maureen": (WARM, CALLS),
        "Tom": (WARM, CALLS),
        "Aisha": (WARM, CALLS),
        "Bea": (WARM, LIFTS),
        "Ken": (CALLS, TOGETHER),
    },
    run_off={"Maureen": WARM, "Tom": WARM, "Aisha": WARM, "Bea": CALLS, "Ken": WARM},
    decision=Card("Maureen", "We try warm mornings in the chapel hall first, until Easter, and look again in March."),
    actions=(
        Action("Maureen", "Ask the trustees for Tuesday and Thursday mornings", "Tom", "2026-11-30"),
        Action("Aisha", "Apply to the warm spaces fund", "Aisha", "2026-12-11"),
        Action("Ken", "Tell the surgery and the chemists", "Ken", "2026-12-04"),
        Action("Bea", "Make a rota for the kettle"),
    ),
    told=Card("Tom", "A card in large print through every door on the hill estate, with a telephone number."),
)
"""The hour of six pages: four write, Maureen leads (and writes), the room's screen only shows."""

TWO = Hour(
    notes=(Card("Tom", "Hello from a side panel"),),
    question=Card("Maureen", QUESTION),
    facts=SEASIDE.facts[:1],
    gaps=SEASIDE.gaps[4:],
    ideas={WARM: SEASIDE.ideas[WARM][:1], CALLS: (Card("Maureen", SEASIDE.ideas[CALLS][1].text),)},
    alone=(Card("Tom", SEASIDE.alone[1].text),),
    late=(Card("Tom", SEASIDE.late[0].text, WARM),),
    worries=SEASIDE.worries[:1],
    picks={"Maureen": (WARM, CALLS), "Tom": (WARM, CALLS)},
    benefits=(SEASIDE.benefits[0], Card("Maureen", SEASIDE.benefits[2].text, CALLS)),
    cautions=SEASIDE.cautions[:1],
    fixes=(Card("Tom", SEASIDE.fixes[2].text, "The same six people"),),
    dots={"Maureen": (WARM,), "Tom": (CALLS,)},
    run_off={"Maureen": WARM, "Tom": WARM},
    decision=SEASIDE.decision,
    actions=(Action("Maureen", "Ask the trustees for Tuesday and Thursday mornings", "Tom", "2026-11-30"),),
    told=SEASIDE.told,
)
"""The same hour for two people, where what matters is that every screen is gone through."""
