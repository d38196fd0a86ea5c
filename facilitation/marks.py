"""What is noted about a card beside it, under its id: a change that waits, hidden words, a request to look."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """What its writer did to an unsigned card that is out, until the tick shows it. `id`: the card's."""

    id: str
    text: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Hidden:
    """The words of a hidden card, under its id: for who leads, until it is brought back.

    `wording` rises when its writer puts them differently.
    """

    id: str
    text: str
    signed: str = ""
    wording: int = 0


@dataclass(frozen=True, slots=True)
class Flag:
    """Somebody asked that this card be looked at, in this wording; not who, and not how many.

    `out`: shown to those who lead, on a tick. `seen`: they have looked.
    """

    id: str
    wording: int = 0
    out: bool = False
    seen: bool = False
