"""What a check comes to: whether the promise held, and what was seen."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """`not_checked`: nothing is known, and the reason is told."""

    HELD = "held"
    BROKEN = "did_not_hold"
    UNKNOWN = "not_checked"


@dataclass(frozen=True, slots=True)
class Result:
    """`promise` and `seen`: plain sentences. Neither repeats words of anybody."""

    promise: str
    verdict: Verdict
    seen: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What one check saw, before it is put beside its promise."""

    verdict: Verdict
    seen: str


def held(seen: str) -> Seen:
    """The promise held."""
    return Seen(Verdict.HELD, seen)


def broken(seen: str) -> Seen:
    """It did not."""
    return Seen(Verdict.BROKEN, seen)


def unknown(why: str) -> Seen:
    """It could not be checked."""
    return Seen(Verdict.UNKNOWN, why)
