"""Dates as people say them."""

import re

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def plain_date(date: str) -> str:
    """`2026-11-03` as `3 November 2026`; anything that is no such date stays as it is."""
    found = _ISO.fullmatch(date)
    if found is None:
        return date
    year, month, day = (int(part) for part in found.groups())
    return f"{day} {MONTHS[month - 1]} {year}" if 1 <= month <= len(MONTHS) else date
