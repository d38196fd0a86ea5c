"""What a command is carried out with: the time, who asks, fresh ids and the pace.

`update` has no clock and no chance of its own: all of it comes in here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Who asks. The facilitator opened the workshop; a co-facilitator came by invitation.

    The last three are the server itself: its alarm, the ballot box, the desk.
    """

    FACILITATOR = "facilitator"
    COFACILITATOR = "cofacilitator"
    PARTICIPANT = "participant"
    SCREEN = "screen"
    ALARM = "alarm"
    VOTER = "voter"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class Pace:
    """How long the short waits are, in milliseconds, and how unsigned cards gather.

    `batch_least`: so many cards are shown at any tick; fewer wait for `batch_longest`
    ticks (DESIGN 4: 20 s and at least three, else 60 s).
    """

    closing_ms: int = 10_000
    check_ms: int = 60_000
    result_ms: int = 60_000
    talk_ms: int = 120_000
    run_off_ms: int = 120_000
    grace_ms: int = 30_000
    batch_least: int = 3
    batch_longest: int = 3


@dataclass(frozen=True, slots=True)
class Context:
    """`now`: milliseconds since 1970. `ids`: four fresh random ids, used at most once each."""

    now: int
    role: Role
    ids: Sequence[str] = ()
    pace: Pace = Pace()
