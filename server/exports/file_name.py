"""File names that people can read and every system can store."""

import re

from server.exports.plain import one_line

_UNSAFE = re.compile(r'[/\\:*?"<>|%]')
_LONGEST_BYTES = 180
"""File systems take 255 bytes; the date, the kind and the ending need some."""


def file_name(date: str, title: str, what: str, ending: str) -> str:
    """The date, the title as far as it is safe, and what the file is: for people to read."""
    safe = " ".join(_UNSAFE.sub(" ", one_line(title)).split()).strip(". ")
    short = safe.encode()[:_LONGEST_BYTES].decode(errors="ignore").strip(". ") or "Workshop"
    day = _UNSAFE.sub("-", one_line(date))
    return f"{day} {short} – {what}.{ending}".strip()
