"""Dates as people say them."""

import re

from facilitation.wording import ENGLISH, Wording

MONTHS = (
    "{day} January {year}",
    "{day} February {year}",
    "{day} March {year}",
    "{day} April {year}",
    "{day} May {year}",
    "{day} June {year}",
    "{day} July {year}",
    "{day} August {year}",
    "{day} September {year}",
    "{day} October {year}",
    "{day} November {year}",
    "{day} December {year}",
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def plain_date(date: str, say: Wording = ENGLISH) -> str:
    """`2026-11-03` as `3 November 2026`; anything that is no such date stays as it is."""
    found = _ISO.fullmatch(date)
    if found is None:
        return date
    year, month, day = (int(part) for part in found.groups())
    return say(MONTHS[month - 1], day=day, year=year) if 1 <= month <= len(MONTHS) else date
