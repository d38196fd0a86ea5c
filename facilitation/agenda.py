"""The agenda: an ordered list of phases with minutes, as people wrote it in a file.

`templates/agendas/` holds the files; `facilitation/agenda_lint.py` checks them.
Source: DESIGN 4; the ready agendas follow step 6 of the guide (DESIGN 1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from facilitation.canvas import Background
from facilitation.hats import Hat


class PhaseKind(StrEnum):
    """What a phase is for."""

    CHECK_IN = "check_in"
    OPEN = "open"
    IDEATE = "ideate"
    REVEAL = "reveal"
    GROUP = "group"
    FEEL = "feel"
    WEIGH = "weigh"
    CAUTION = "caution"
    FIX = "fix"
    VOTE = "vote"
    BREAK = "break"
    CLOSE = "close"


class Visibility(StrEnum):
    """Who sees a new entry while its phase runs."""

    LIVE = "live"
    PRIVATE = "private"
    SHARED = "shared"


class Authorship(StrEnum):
    """Whether a card says who wrote it: always, never, or as its writer likes."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    CHOICE = "choice"
    NONE = "none"


class CardKind(StrEnum):
    """What a phase collects. `theme`, `decision` and `action` are collected as
    groups, decisions and actions; all the others are cards."""

    NOTE = "note"
    QUESTION = "question"
    FACT = "fact"
    GAP = "gap"
    IDEA = "idea"
    BENEFIT = "benefit"
    CAUTION = "caution"
    FIX = "fix"
    THEME = "theme"
    DECISION = "decision"
    ACTION = "action"


NOT_CARDS = frozenset({CardKind.THEME, CardKind.DECISION, CardKind.ACTION})


class BallotPreset(StrEnum):
    """How a phase votes; the numbers behind a preset stand in `ballots.py`."""

    NONE = ""
    PICK3 = "pick3"
    DOTS = "dots"


class Advance(StrEnum):
    """Who moves on from a phase: a person, or the clock after the grace."""

    FACILITATOR = "facilitator"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of an agenda. `minutes` is a whole number from 1."""

    title: str
    kind: PhaseKind
    hat: Hat
    minutes: int
    prompt: str
    visibility: Visibility = Visibility.LIVE
    authorship: Authorship = Authorship.NONE
    cards: tuple[CardKind, ...] = ()
    ballot: BallotPreset = BallotPreset.NONE
    advance: Advance = Advance.FACILITATOR
    background: Background = Background.NONE


@dataclass(frozen=True, slots=True)
class Agenda:
    """The copy of an agenda that a workshop uses; later changes to the file do not touch it."""

    id: str
    title: str
    purpose: str
    minutes: int
    phases: tuple[Phase, ...]
    guide: tuple[int, ...] = ()
    plan: str = "simple-plan"
    participants_may_export: bool = True
    language: str = "en"


def collects_ideas(phase: Phase) -> bool:
    """Whether the phase is one in which new ideas are written unseen."""
    return phase.kind is PhaseKind.IDEATE and CardKind.IDEA in phase.cards


KIND_LABELS: Mapping[CardKind, str] = {
    CardKind.NOTE: "Note",
    CardKind.QUESTION: "Question",
    CardKind.FACT: "Fact",
    CardKind.GAP: "What we do not know",
    CardKind.IDEA: "Idea",
    CardKind.BENEFIT: "Benefit",
    CardKind.CAUTION: "Caution",
    CardKind.FIX: "Way round a worry",
    CardKind.THEME: "Group",
    CardKind.DECISION: "Decision",
    CardKind.ACTION: "Action",
}
