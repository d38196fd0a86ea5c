"""What the simulated people say: read from town.yaml, beside this file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from server.demo.board import Board

TOWN = Path(__file__).with_name("town.yaml")


@dataclass(frozen=True, slots=True)
class Errand:
    """An action: what, who leads it (or nobody yet), and in how many days (0: not said)."""

    text: str
    owner: str
    days: int


@dataclass(frozen=True, slots=True)
class Theme:
    """Ideas that belong together, with all that is said about them."""

    name: str
    ideas: tuple[str, ...]
    sparks: tuple[str, ...]
    benefits: tuple[str, ...]
    worries: tuple[str, ...]
    cautions: tuple[str, ...]
    fixes: tuple[str, ...]
    decision: str
    actions: tuple[Errand, ...]


@dataclass(frozen=True, slots=True)
class Town:
    """Everything that is said in the demo."""

    title: str
    leader: str
    people: tuple[str, ...]
    questions: tuple[str, ...]
    hello: tuple[str, ...]
    facts: tuple[str, ...]
    gaps: tuple[str, ...]
    themes: tuple[Theme, ...]
    plan: Mapping[str, str]

    def said(self, what: str) -> list[tuple[Theme, str]]:
        """The lines of all themes (`ideas`, `worries` ...), taken in turn, each with its theme."""
        rows = [[(theme, text) for text in getattr(theme, what)] for theme in self.themes]
        longest = max(len(row) for row in rows)
        return [row[at] for at in range(longest) for row in rows if at < len(row)]

    def theme_of(self, text: str) -> Theme | None:
        """The theme that somebody's idea or group belongs to; None: somebody else wrote it."""
        for theme in self.themes:
            if text == theme.name or text in theme.ideas or text in theme.sparks:
                return theme
        return None

    def theme_behind(self, board: Board, option: str) -> Theme | None:
        """The theme of an option: of a group's name or of a card's text."""
        entry = board.view.get(option, {})
        return self.theme_of(str(entry.get("name", entry.get("text", ""))))

    def option_for(self, board: Board, theme: Theme) -> str:
        """What stands for a theme on the board: on the shortlist, else a group, else an idea, else nothing."""
        listed = [str(option) for option in board.workshop.get("shortlist", ())]
        groups = [f"group:{group['id']}" for group in board.entries("group")]
        ideas = [f"card:{card['id']}" for card in board.cards("idea") if not card["group"]]
        found = [option for option in (*listed, *groups, *ideas) if self.theme_behind(board, option) is theme]
        return found[0] if found else ""


def share(lines: Sequence[Any], seat: int, people: int) -> list[Any]:
    """What one of so many says: every line has one speaker."""
    return list(lines[seat::people])


def _frozen(data: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}


def read_town(path: Path = TOWN) -> Town:
    """The file. Raises: `OSError`, `KeyError`, `TypeError` where it is not as it should be."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    themes = []
    for theme in data["themes"]:
        errands = tuple(Errand(**errand) for errand in theme["actions"])
        themes.append(Theme(**_frozen(theme | {"actions": errands})))
    return Town(**_frozen(data | {"themes": themes}))
