"""Text that any format can hold: what people typed, without what no document may carry."""

import re
import unicodedata

_ISOLATES = "\u2066\u2067\u2068\u2069"
_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"
_NO_CHARACTERS = 0xFFFE
"""The last two code points of every plane are no characters."""
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """The text without control characters, lone surrogates and non-characters.

    Line breaks of every kind become one kind; tabs stay. Marks that turn the direction of all that
    follows are left out too: they would turn words that somebody else wrote.
    """
    return "".join(one for one in _BREAKS.sub("\n", text) if one in "\n\t" or _fits(one))


def _fits(one: str) -> bool:
    if one in _OVERRIDES or one in _ISOLATES:
        return False
    return unicodedata.category(one) not in {"Cc", "Cs"} and ord(one) & _NO_CHARACTERS != _NO_CHARACTERS


def one_line(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(clean(text).split())
