"""What is wrong in a file that a person wrote, and where; and a form that gathers it while reading.

Agendas and plan templates are read with it. The file itself, its name and its line
numbers are the server's business: here a place is a path such as `("phases", 3, "minutes")`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar

Where: TypeAlias = tuple[str | int, ...]
"""Keys and positions (from 0) from the top of a file to the place meant."""

Choice = TypeVar("Choice", bound=StrEnum)


class Level(StrEnum):
    """An error keeps the file from being used; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right. `say`: a plain sentence, without the place."""

    where: Where
    level: Level
    say: str


def error(where: Where, say: str) -> Finding:
    return Finding(where, Level.ERROR, say)


def one_of(words: Iterable[str]) -> str:
    """The words that are known, for a sentence."""
    return ", ".join(words)


class Form:
    """Reads one map of keys and values; what does not fit becomes a finding, never an exception."""

    def __init__(self, data: object, where: Where, findings: list[Finding]) -> None:
        self.where = where
        self.findings = findings
        self._asked: set[str] = set()
        self._data: Mapping[object, object] = {}
        if isinstance(data, Mapping):
            self._data = data
        else:
            self.wrong("", "here we need lines like `title: Some words`.")

    def wrong(self, key: str, say: str) -> None:
        """Note an error at a key, or (empty) at this map as a whole."""
        self.findings.append(error((*self.where, key) if key else self.where, say))

    def has(self, key: str) -> bool:
        return key in self._data

    def _take(self, key: str, *, needed: bool) -> object:
        self._asked.add(key)
        value = self._data.get(key)
        if value is None and (needed or key in self._data):
            self.wrong(key, f'"{key}" is missing.' if key not in self._data else f'"{key}" is empty.')
        return value

    def text(self, key: str, most: int, *, default: str | None = None) -> str:
        """Words: 1 to `most` characters. Without a default the key is needed."""
        value = self._take(key, needed=default is None)
        if value is None:
            return default or ""
        if not isinstance(value, str):
            self.wrong(key, f'"{key}" must be words. Put it in quotes.')
            return ""
        if not value.strip() or len(value) > most:
            self.wrong(key, f'"{key}" must have 1 to {most} characters.')
        return value.strip()

    def number(self, key: str, least: int, most: int) -> int:
        """A whole number that the file has to give."""
        value = self._take(key, needed=True)
        if value is None:
            return least
        if not _is_whole(value, least, most):
            self.wrong(key, f'"{key}" must be a whole number from {least} to {most}.')
            return least
        assert isinstance(value, int)  # noqa: S101 - tells the type checker what was just tested
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        value = self._take(key, needed=False)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.wrong(key, f'"{key}" must be yes or no.')
            return default
        return value

    def word(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """One word out of those known. Without a default the key is needed."""
        value = self._take(key, needed=default is None)
        first = next(iter(choices))
        if value is None:
            return default or first
        if isinstance(value, list):
            self.wrong(key, f'"{key}" takes one word, not a list.')
            return first
        return self._choice(key, key, value, choices) or first

    def words(self, key: str, choices: type[Choice]) -> tuple[Choice, ...]:
        """A list of different words out of those known; empty when the key is not there."""
        found = []
        for position, value in enumerate(self._list(key)):
            choice = self._choice(key, key, value, choices, position)
            if choice in found:
                self.findings.append(error((*self.where, key, position), f'"{choice}" stands here twice.'))
            elif choice is not None:
                found.append(choice)
        return tuple(found)

    def numbers(self, key: str, least: int, most: int) -> tuple[int, ...]:
        """A list of whole numbers; empty when the key is not there."""
        found = []
        for position, value in enumerate(self._list(key)):
            if _is_whole(value, least, most) and isinstance(value, int):
                found.append(value)
            else:
                say = f'"{key}" takes whole numbers from {least} to {most}.'
                self.findings.append(error((*self.where, key, position), say))
        return tuple(found)

    def forms(self, key: str, most: int) -> list["Form"]:
        """A list of maps that the file has to give: 1 to `most` of them."""
        value = self._take(key, needed=True)
        if value is None:
            return []
        if not isinstance(value, list) or not 1 <= len(value) <= most:
            self.wrong(key, f'"{key}" must be a list of 1 to {most}, each beginning with a dash.')
            return []
        return [Form(one, (*self.where, key, position), self.findings) for position, one in enumerate(value)]

    def done(self) -> None:
        """Note every key that nothing asked for: most often a slip of the pen."""
        for key in self._data:
            if key not in self._asked:
                say = f'"{key}" is not known here. Known are: {one_of(sorted(self._asked))}.'
                self.findings.append(error((*self.where, str(key)), say))

    def _list(self, key: str) -> list[object]:
        value = self._take(key, needed=False)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(key, f'"{key}" must be a list, such as [a, b].')
            return []
        return value

    def _choice(
        self, key: str, label: str, value: object, choices: type[Choice], position: int | None = None
    ) -> Choice | None:
        known = [choice for choice in choices if choice.value]
        for choice in known:
            if value == choice.value:
                return choice
        where = (*self.where, key) if position is None else (*self.where, key, position)
        self.findings.append(error(where, f'"{label}" is "{value}". Known words are: {one_of(known)}.'))
        return None


def _is_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
