"""What a check comes to: whether the promise held, and what was seen."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """`not_checked`: nothing is known, and the reason is told."""

    HELD = "held"
    BROKEN = "did_not_hold"
    UNKNOWN = "not_checked"


@dataclass(frozen=True, slots=True)
class Finding:
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


class CheckState(StrEnum):
    """How far a check of the server is."""

    NONE = "none"
    RUNNING = "running"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class CheckReply:
    """A check of the server. `problem`: why there is no report, or empty. `page`: the report as an HTML file.

    `limits`: what nobody can find out so.
    """

    state: CheckState
    problem: str = ""
    findings: tuple[Finding, ...] = ()
    limits: tuple[str, ...] = ()
    page: str = ""
