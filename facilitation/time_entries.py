"""The shapes of what a view holds of time; `entries.py` has the others, and their table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimingEntry:
    """Under `timing`, facilitators only: when it started, in milliseconds since 1970."""

    started_at: int


@dataclass(frozen=True, slots=True)
class KeepingEntry:
    """Under `keeping`: everything is deleted so many days after the end, or after it was last used.

    `day`: the date on which that will be, in days since 1970; 0 before the end.
    """

    days: int
    version: int
    day: int


@dataclass(frozen=True, slots=True)
class ClockEntry:
    """Under `clock`. Times in milliseconds since 1970 on the server's clock, or 0."""

    ends_at: int
    paused: bool
    left: int
    closing_at: int
    version: int
