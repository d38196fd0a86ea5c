"""What happens in the scratch workshop that only one device may ever know: words made by chance, to look for."""

import secrets
from dataclasses import dataclass, field

WORD_BYTES = 12


def word() -> str:
    """Letters and digits that are nowhere else in the world."""
    return secrets.token_hex(WORD_BYTES)


@dataclass(frozen=True, slots=True)
class Sent:
    """A card as its writer knows it."""

    id: str
    key: str
    word: str


@dataclass
class Story:
    """`sealed`: the cards in the order in which they were sent. `old`, `taken_back`, `refused`: words that
    nobody may ever see. `names`: of those who take part; `leaders`: of those who lead, which all may know."""

    sealed: list[Sent] = field(default_factory=list)
    kept: list[Sent] = field(default_factory=list)
    old: list[str] = field(default_factory=list)
    taken_back: list[Sent] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    leaders: list[str] = field(default_factory=list)
    seats: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    nullifiers: list[str] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def cards(self) -> list[Sent]:
        """All cards that are there in the end."""
        return [*self.sealed, *self.kept]

    @property
    def never(self) -> list[str]:
        """What nobody but its writer's device may ever get."""
        return [*self.old, *(one.word for one in self.taken_back), *self.refused]

    @property
    def edit_keys(self) -> list[str]:
        """What proves that a card is one's own."""
        return [one.key for one in (*self.cards, *self.taken_back)]

    @property
    def people(self) -> list[str]:
        """Who was there."""
        return [*self.names, *self.leaders, *self.seats]


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody tried to cheat. `refused`: whether they were told no. `say`: with which sentence."""

    what: str
    refused: bool
    say: str
