"""What we say in documents and on the page "Who can see what", in the language of a workshop.

The English sentence is the key; a sentence that nobody has translated yet stays English.
Plural forms are chosen by the rules of Unicode CLDR for whole numbers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

Sentence: TypeAlias = str | Mapping[str, str]
"""A sentence, or its plural forms by their names in CLDR."""

_FEW_IN_POLISH = frozenset({2, 3, 4})
_TEENS = frozenset({12, 13, 14})


def _english(count: int) -> str:
    return "one" if count == 1 else "other"


def _french(count: int) -> str:
    return "one" if count in (0, 1) else "other"


def _welsh(count: int) -> str:
    return {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}.get(count, "other")


def _polish(count: int) -> str:
    if count == 1:
        return "one"
    return "few" if count % 10 in _FEW_IN_POLISH and count % 100 not in _TEENS else "many"


def _arabic(count: int) -> str:
    if count in (0, 1, 2):
        return ("zero", "one", "two")[count]
    rest = count % 100
    if 3 <= rest <= 10:  # noqa: PLR2004 - as CLDR has it
        return "few"
    return "many" if rest > 10 else "other"  # noqa: PLR2004 - the same


PLURALS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "en": _english,
        "de": _english,
        "es": _english,
        "fr": _french,
        "cy": _welsh,
        "pl": _polish,
        "ar": _arabic,
    }
)
"""The languages that we speak, each with the name of the plural form for a count."""

RIGHT_TO_LEFT = frozenset({"ar"})


@dataclass(frozen=True, slots=True)
class Wording:
    """Says things in one language. `sentences`: what English sentences are called in it."""

    language: str = "en"
    sentences: Mapping[str, Sentence] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as in HTML."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def __call__(self, sentence: str, **values: object) -> str:
        """The sentence with its `{values}` filled in."""
        found = self.sentences.get(sentence, sentence)
        return _filled(found if isinstance(found, str) else found["other"], values)

    def count(self, one: str, other: str, count: int, **values: object) -> str:
        """The form for this count. `other` is the key, and has `{count}` in it."""
        forms = self.sentences.get(other, {"one": one, "other": other})
        if isinstance(forms, str):
            return _filled(forms, {"count": count, **values})
        # Where a sentence is not translated, its English forms follow the English rule.
        rule = PLURALS.get(self.language, _english) if other in self.sentences else _english
        return _filled(forms.get(rule(count), forms["other"]), {"count": count, **values})


def _filled(text: str, values: Mapping[str, object]) -> str:
    """One pass: what people wrote is never looked through for braces."""
    parts = text.split("{")
    return parts[0] + "".join(_one(part, values) for part in parts[1:])


def _one(part: str, values: Mapping[str, object]) -> str:
    name, closed, rest = part.partition("}")
    return f"{values[name]}{rest}" if closed and name in values else "{" + part


ENGLISH = Wording()
