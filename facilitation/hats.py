"""The six hats: one way of thinking for everybody at the same time.

Source: step 6 and Appendix B of the guide (DESIGN 1). The words are
our own. The product's name and titles use no trade mark of the hats method.
"""

from dataclasses import dataclass
from enum import StrEnum


class Hat(StrEnum):
    """A way of thinking; `NONE` where a phase (a break) asks for none."""

    BLUE = "blue"
    WHITE = "white"
    GREEN = "green"
    YELLOW = "yellow"
    BLACK = "black"
    RED = "red"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class HatHelp:
    """What people read about a hat: a label, its purpose, what helps and what does not."""

    label: str
    purpose: str
    do: tuple[str, ...]
    dont: tuple[str, ...]


HATS: dict[Hat, HatHelp] = {
    Hat.BLUE: HatHelp(
        "Process",
        "Plan the thinking, keep to it, sum up, decide what next.",
        ("Say the question in one sentence", "Sum up where we are", "Bring people back kindly"),
        ("Push your own view", "Skip the ending"),
    ),
    Hat.WHITE: HatHelp(
        "Facts",
        "What we know, what we do not know, and how to find out. No views.",
        ("Say who told you", "Write gaps as questions", "Tell what people who are not here say"),
        ("Argue about a fact: write both down", "Turn facts into verdicts"),
    ),
    Hat.GREEN: HatHelp(
        "Ideas",
        "New ideas, other ways, building on each other, ways round problems.",
        ("Go for many", "Welcome odd ones", "Build: yes, and", "Keep worries for later"),
        ("Judge", "Explain at length", "Look for the one right answer"),
    ),
    Hat.YELLOW: HatHelp(
        "Benefits",
        "What is good here, for whom, and why it could work.",
        ("Give a because", "Find something good in ideas you dislike too"),
        ("Cheer without a reason", "Sneak in a but"),
    ),
    Hat.BLACK: HatHelp(
        "Cautions",
        "Care: what may go wrong, not fit, cost too much or hurt someone. With reasons.",
        ("Give a because", "Add what would make it work", "Speak about the idea"),
        ("Attack people", "Say only that it will not work"),
    ),
    Hat.RED: HatHelp(
        "Feelings",
        "How it feels right now. No reasons, and nobody may ask for them.",
        ("Tap what pulls you", "Everyone at the same moment"),
        ("Explain", "Ask why"),
    ),
    Hat.NONE: HatHelp("Break", "A rest. Nothing is asked of you.", (), ()),
}
