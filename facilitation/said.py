"""Words that somebody wrote, and which language they are in, as far as it was said."""

from typing import Self


class Said(str):
    """A text like any other. `language`: an ISO 639 code, or empty for the language of the workshop."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, words: str, language: str = "") -> Self:
        """The words, with their language."""
        made = super().__new__(cls, words)
        made.language = language
        return made


def language_of(words: str) -> str:
    """The language that goes with these words, or empty."""
    return words.language if isinstance(words, Said) else ""
