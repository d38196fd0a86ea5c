"""Who can see what, in plain words: the one source of the page and of what every export says.

Each sentence has a test behind it; they stand in `tests/promises/CHANNELS.md`.
Nothing more is claimed anywhere (DESIGN 7).
"""

from dataclasses import dataclass

from facilitation.wording import ENGLISH, Wording

PROMISE = "Unless you sign, nothing we store or log says who wrote a card or how anyone voted."
LIMITS = (
    "People who run this server could change the software or watch the network while you type. "
    "In small groups, or by your writing, others may guess."
)

COLLECTED: tuple[str, ...] = (
    "People write at the same time. A name stands on a card only where its writer signed it.",
    "What is written unseen is shown to nobody until everyone's cards are shown together, not even to whoever leads.",
    "What is never shown is in no document.",
    PROMISE,
    "A vote is counted when it closes, and only the totals are kept. With fewer than three votes there is no result.",
    "Names of those who were there are deleted soon after the end, and the whole workshop on a day that it shows.",
    "A document that was taken home stays where it is.",
    LIMITS,
)
"""How a workshop is collected: at the head of the page, and in every document."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One line of the page: a thing, who sees it now, who sees it later, and when it is deleted."""

    what: str
    now: str
    later: str
    deleted: str


NOBODY = "Nobody."
DEVICE = "Only you, on this device."
KEPT_BACK = "The server keeps it without your name, and shows it to nobody."
WITH_ALL = "With the workshop."
NAMES_HOURS = "{hours} hours after the end."
NAMES_A_DAY = "A day after the end."


LINES: tuple[Sight, ...] = (
    Sight("What you type and do not send", DEVICE, DEVICE, "When you delete it, leave, or hand over this device."),
    Sight(
        "A card without your name, in a step that is not shown yet",
        f"{DEVICE} {KEPT_BACK} Whoever leads, the room's screen and the plan do not get it.",
        "Everybody, when all cards of the step are shown together. If that never happens: nobody.",
        WITH_ALL,
    ),
    Sight(
        "A worry kept for later",
        f"{DEVICE} {KEPT_BACK}",
        "Everybody, when all worries are shown together. If that never happens: nobody.",
        WITH_ALL,
    ),
    Sight(
        "A card without your name, in an open step",
        "Everybody, a little later than you send it and together with others.",
        "Everybody, and whoever gets the plan.",
        WITH_ALL,
    ),
    Sight(
        "That it was you who wrote it",
        "Nobody. Only this device knows, so that you can change the card or take it back.",
        NOBODY,
        "On this device: when you leave, or hand over this device. It is kept nowhere else.",
    ),
    Sight(
        "A card with your name",
        "Everybody, once the card is shown, with the name that you put on it.",
        "Everybody, and whoever gets the plan.",
        WITH_ALL,
    ),
    Sight(
        "Your words on a card that whoever leads has hidden",
        "Whoever leads. All others see that a card is hidden, and why.",
        "The same. The plan only says how many were hidden.",
        WITH_ALL,
    ),
    Sight(
        "That you ask for a card to be looked at",
        "Whoever leads sees that somebody asked, and not who.",
        "The same.",
        WITH_ALL,
    ),
    Sight("That you ask to talk", "Whoever leads, with your name.", NOBODY, "When you take it back, or leave."),
    Sight(
        "How you vote",
        f"{DEVICE} The server keeps your vote without your name.",
        "Nobody. Everybody sees the totals; with fewer than three votes nobody sees anything.",
        "When the vote closes.",
    ),
    Sight(
        "That you may vote",
        "Whoever leads.",
        "Everybody sees how many could vote, and not who.",
        "When the vote closes.",
    ),
    Sight(
        "That you are done with a step",
        "Nobody. Everybody sees roughly how many are done, from five people on.",
        NOBODY,
        "When the next step begins.",
    ),
    Sight(
        "Your name, and that you are here",
        "Whoever leads. All others see roughly how many are here, from five people on.",
        NOBODY,
        NAMES_HOURS,
    ),
    Sight(
        "Groups, decisions, actions, and the plan",
        "Everybody. Who changed them is not kept.",
        "Everybody, and whoever gets the plan.",
        WITH_ALL,
    ),
    Sight(
        "The address of your device on the network",
        "The server, while you are connected. It writes it down nowhere.",
        NOBODY,
        "At once. What stands in front of the server may keep lists of its own: ask those who run it.",
    ),
    Sight(
        "The workshop as a whole",
        "Everybody who is in it.",
        "Whoever has the link, until it is deleted. Whoever got the plan has the plan.",
        "{days} days after the end, or after it was last used. Whoever leads may change that or delete it now.",
    ),
)
"""The lines of the page, in English."""


def collected(say: Wording) -> tuple[str, ...]:
    """How a workshop is collected, in the language of `say`."""
    return (*map(say, COLLECTED[:-1]), say(LIMITS))


def sights(people_hours: int, days: int, say: Wording = ENGLISH) -> tuple[Sight, ...]:
    """The lines of the page. `people_hours`, `days`: for how long names, and a workshop, are kept after the end."""
    values = {"hours": people_hours, "days": days}
    names = NAMES_A_DAY if people_hours == 24 else NAMES_HOURS  # noqa: PLR2004 - a day
    return tuple(
        Sight(
            say(one.what),
            say(one.now),
            say(one.later),
            say(names if one.deleted == NAMES_HOURS else one.deleted, **values),
        )
        for one in LINES
    )
