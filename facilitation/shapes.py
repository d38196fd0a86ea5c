"""The shapes of single values: what a text, an id or a date may look like.

A command's fields are annotated with these; the wire checks them and the
generated TypeScript carries their limits, so that a bound exists once.
"""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Text:
    """A string of `least` to `most` characters (code points)."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A string that matches `regex` from end to end; `say` ends "must be ..."."""

    regex: str
    say: str


@dataclass(frozen=True, slots=True)
class Range:
    """A whole number from `least` to `most`, both included."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Many:
    """At most `most` members in a list or a map."""

    most: int


MAX_TEXT = 1000
MAX_NAME = 60
MAX_OPTIONS = 60
MAX_POINTS = 1500
FARTHEST = 100_000

_HEX32 = Pattern(r"[0-9a-f]{32}", "32 letters from 0 to f")
_MAYBE_HEX32 = Pattern(r"([0-9a-f]{32})?", "empty, or 32 letters from 0 to f")
_HEX64 = Pattern(r"[0-9a-f]{64}", "64 letters from 0 to f")
_REFERENCE = Pattern(r"((card|group):[0-9a-f]{32})?", "empty, or a card or a group")
_THING = Pattern(r"((card|group|item):[0-9a-f]{32})?", "empty, or a card, a group or an item")
_LANGUAGE = Pattern(r"([a-z]{2,3})?", "empty, or a language like en or cy")
_DATE = Pattern(r"(\d{4}-\d{2}-\d{2})?", "empty, or a date like 2026-11-23")

Id = Annotated[str, _HEX32]
"""A random 128-bit id, chosen by the client, as 32 hexadecimal letters."""
MaybeId = Annotated[str, _MAYBE_HEX32]
"""An id, or the empty string for "none"."""
Hash = Annotated[str, _HEX64]
"""A SHA-256, as 64 hexadecimal letters; also a 256-bit secret."""
Reference = Annotated[str, _REFERENCE]
"""What a card is about: `card:ID`, `group:ID`, or the empty string for the topic."""
CardText = Annotated[str, Text(1, MAX_TEXT)]
LineText = Annotated[str, Text(0, MAX_TEXT)]
Name = Annotated[str, Text(0, MAX_NAME)]
Title = Annotated[str, Text(1, 200)]
Word = Annotated[str, Text(0, 40)]
Due = Annotated[str, _DATE]
"""A calendar date, ISO 8601, or the empty string for "no date yet"."""
Version = Annotated[int, Range(0, 2**31)]
"""The version of a shared field that this command replaces."""
References = Annotated[tuple[Reference, ...], Many(MAX_OPTIONS)]
Seats = Annotated[tuple[Id, ...], Many(1000)]
Allocation = Annotated[dict[str, int], Many(MAX_OPTIONS)]
"""Dots by option: `{"group:ID": 2}`; numbers from 1."""
Thing = Annotated[str, _THING]
"""What lies on the board: `card:ID`, `group:ID`, `item:ID`, or the empty string for none."""
Coordinate = Annotated[int, Range(-FARTHEST, FARTHEST)]
"""Units of the board, to the right and down; a card is some 200 wide."""
Size = Annotated[int, Range(0, FARTHEST)]
Points = Annotated[tuple[Annotated[int, Range(-FARTHEST, FARTHEST)], ...], Many(MAX_POINTS)]
Language = Annotated[str, _LANGUAGE]
"""An ISO 639 code, or the empty string for the language of the workshop."""
