"""A meeting to test with: a workshop, a clock that only tests move, and ids in order."""

from dataclasses import dataclass, field, replace
from hashlib import sha256

from facilitation import commands as c
from facilitation.agenda import (
    Agenda,
    Authorship,
    BallotPreset,
    CardKind,
    Phase,
    PhaseKind,
    Visibility,
)
from facilitation.cards import verifier_of
from facilitation.context import Context, Pace, Role
from facilitation.hats import Hat
from facilitation.opening import new_workshop
from facilitation.records import settled
from facilitation.refusals import Refused
from facilitation.room import Room
from facilitation.rules import Audience
from facilitation.update import update
from facilitation.view import view
from facilitation.workshop import Card, Workshop

K, V, A = PhaseKind, Visibility, Authorship
PRIVATE, LIVE, SHARED = V.PRIVATE, V.LIVE, V.SHARED
UNSIGNED, SIGNED, CHOICE, NONE = A.UNSIGNED, A.SIGNED, A.CHOICE, A.NONE


def name(word: str) -> str:
    """The id that a test calls by this word."""
    return sha256(word.encode()).hexdigest()[:32]


def key(word: str) -> str:
    """The edit key of the card that a test calls by this word."""
    return sha256(f"key of {word}".encode()).hexdigest()


HOUR = Agenda(
    "hour",
    "An hour",
    "To test with",
    60,
    (
        Phase("Hello", K.CHECK_IN, Hat.BLUE, 4, "Hello?", LIVE, CHOICE, (CardKind.NOTE,)),
        Phase("Question", K.OPEN, Hat.BLUE, 4, "What?", LIVE, SIGNED, (CardKind.QUESTION,)),
        Phase("Facts", K.IDEATE, Hat.WHITE, 6, "Known?", PRIVATE, CHOICE, (CardKind.FACT, CardKind.GAP)),
        Phase("Ideas", K.IDEATE, Hat.GREEN, 8, "Try?", PRIVATE, UNSIGNED, (CardKind.IDEA,)),
        Phase("Read", K.REVEAL, Hat.BLUE, 4, "Read", LIVE, UNSIGNED, (CardKind.IDEA,)),
        Phase("Group", K.GROUP, Hat.BLUE, 5, "Group", LIVE, NONE, (CardKind.THEME,)),
        Phase("Rest", K.BREAK, Hat.NONE, 5, "Back at ten.", SHARED),
        Phase("Pull", K.FEEL, Hat.RED, 2, "Pull?", LIVE, UNSIGNED, (), BallotPreset.PICK3),
        Phase("Good", K.WEIGH, Hat.YELLOW, 5, "Good?", PRIVATE, UNSIGNED, (CardKind.BENEFIT,)),
        Phase("Care", K.CAUTION, Hat.BLACK, 7, "Care?", LIVE, UNSIGNED, (CardKind.CAUTION,)),
        Phase("Ways", K.FIX, Hat.GREEN, 4, "Fix?", LIVE, UNSIGNED, (CardKind.FIX,)),
        Phase("Dots", K.VOTE, Hat.BLUE, 4, "Dots", LIVE, UNSIGNED, (), BallotPreset.DOTS),
        Phase("Close", K.CLOSE, Hat.BLUE, 5, "Who?", LIVE, SIGNED, (CardKind.DECISION, CardKind.ACTION)),
    ),
)
AT = {phase.title: position for position, phase in enumerate(HOUR.phases)}


@dataclass
class Meeting:
    """Drives one workshop. `do` fails the test when a command is refused; `ask` gives the answer."""

    agenda: Agenda = HOUR
    now: int = 1_000_000
    pace: Pace = field(default_factory=Pace)
    made: int = 0
    workshop: Workshop = field(init=False)

    def __post_init__(self) -> None:
        self.workshop = settled(new_workshop(name("workshop"), "Lonely neighbours", self.agenda))

    def context(self, role: Role) -> Context:
        ids = tuple(name(f"fresh {self.made + step}") for step in range(4))
        self.made += 4
        return Context(self.now, role, ids, self.pace)

    def ask(self, command: c.Command, role: Role = Role.PARTICIPANT) -> Workshop | Refused:
        answer = update(self.workshop, command, self.context(role))
        if isinstance(answer, Workshop):
            self.workshop = answer
        return answer

    def do(self, command: c.Command, role: Role = Role.FACILITATOR) -> Workshop:
        answer = self.ask(command, role)
        assert isinstance(answer, Workshop), answer
        return answer

    # --- steering

    @property
    def run(self) -> str:
        return self.workshop.head.run

    @property
    def title(self) -> str:
        assert self.workshop.phase is not None
        return self.workshop.phase.title

    def start(self) -> "Meeting":
        self.do(c.StartWorkshop())
        return self

    def next(self) -> "Meeting":
        self.do(c.NextPhase(self.run, self.workshop.clock.version))
        return self

    def back(self, title: str) -> "Meeting":
        self.do(c.BackPhase(self.run, AT[title], self.workshop.clock.version))
        return self

    def to(self, title: str) -> "Meeting":
        """Start if need be, and press Next until the phase of this title is on."""
        if not self.run:
            self.start()
        while self.title != title:
            self.next()
        return self

    # --- writing

    def add(self, word: str, kind: CardKind = CardKind.IDEA, **more: str) -> Card:
        self.do(self.card(word, kind, **more), Role.PARTICIPANT)
        return self.workshop.cards[name(word)]

    def card(self, word: str, kind: CardKind = CardKind.IDEA, **more: str) -> c.AddCard:
        verifier = verifier_of(self.workshop.head.id, key(word))
        values = {"run": self.run, "text": word, **more}
        return c.AddCard(id=name(word), kind=kind, verifier=verifier, **values)

    def keep(self, word: str, **more: str) -> Card:
        return self.add(word, CardKind.CAUTION, run=self.workshop.head.worry_run, **more)

    # --- voting

    def open_ballot(self, seats: int = 6) -> str:
        run = self.workshop.run
        assert run is not None
        self.do(c.OpenBallot(run.id, run.ballot, seats, "public", "private"), Role.SERVER)
        return run.ballot

    def vote(self, word: str, allocation: dict[str, int], rev: int = 1) -> Workshop | Refused:
        run = self.workshop.run
        assert run is not None
        ticket = sha256(word.encode()).hexdigest()
        return self.ask(c.CastBallot(run.ballot, ticket, rev, allocation), Role.VOTER)

    def close_ballot(self) -> None:
        self.next()
        self.now += self.pace.closing_ms
        self.do(c.CloseBallot(self.run), Role.ALARM)

    # --- looking

    def seen(self, audience: Audience = Audience.PARTICIPANT) -> dict[str, object]:
        return dict(view(self.workshop, Room(), audience).entries)

    def seen_texts(self, audience: Audience = Audience.PARTICIPANT) -> set[str]:
        return {entry.text for key, entry in self.seen(audience).items() if key.startswith("card:")}

    def with_pace(self, **more: int) -> "Meeting":
        self.pace = replace(self.pace, **more)
        return self


def refusal(answer: Workshop | Refused) -> str:
    """The code of a refusal; fails the test when the answer is none."""
    assert isinstance(answer, Refused), "this should have been refused"
    return answer.code.value
