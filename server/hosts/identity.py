"""What a meeting program has proved of somebody, or why it has not. Used to let people in, then forgotten."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How much was really proved, least first. `MEETING`: who it is and in which meeting; `FULL`: their role too."""

    NONE = "none"
    CLAIM = "claim"
    IDENTITY = "identity"
    MEETING = "meeting"
    FULL = "full"


class HostRole(StrEnum):
    """What somebody is in the meeting, as their proof says; no more than a claim below `Grade.FULL`."""

    HOST = "host"
    COHOST = "cohost"
    MEMBER = "member"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class HostIdentity:
    """Somebody as their meeting program knows them.

    `meeting`, `parent` (of a breakout), `name` and `device` may be empty; an empty `subject`: a guest whom
    nothing tells from another. `expires`: of the proof, milliseconds since 1970.
    """

    host: str
    tenant: str
    subject: str
    meeting: str
    parent: str
    role: HostRole
    grade: Grade
    name: str
    device: str
    expires: int


@dataclass(frozen=True, slots=True)
class Unproven:
    """Why a proof was not taken. `say`: for the person, never with anything out of the proof."""

    code: str
    say: str


_AGAIN = "Please close Folkmoot in your meeting and open it again."
FORGED = Unproven("forged", f"Your meeting program could not show who you are. {_AGAIN}")
EXPIRED = Unproven("expired", f"This took too long. {_AGAIN}")
REPLAYED = Unproven("replayed", f"This was used before. {_AGAIN}")
FOREIGN = Unproven("foreign", "This meeting program is set up for another server. Please use the link instead.")
NOT_SET_UP = Unproven("not_set_up", "This server is not set up for your meeting program. Please use the link instead.")
UNREACHABLE = Unproven("unreachable", "We cannot reach your meeting program now. Please try again in a minute.")
