"""What goes over HTTP and the socket beside commands and views: requests and replies.

The schemas, the OpenAPI page and the generated TypeScript come from these. Each reply holds
what the one who asked may know, and no more (DESIGN 2.2); their contents stand here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from facilitation.entries import PhaseEntry
from facilitation.room import RoomEntry
from facilitation.shapes import Hash, Language, Name, Pattern, Text, Title
from facilitation.states import State

_MAYBE_KEY = Pattern(r"([0-9a-f]{64})?", "empty, or a key of 64 letters from 0 to f")


class SeatRole(StrEnum):
    """What a device is in a workshop."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    SCREEN = "screen"


class Creation(StrEnum):
    """Who may make a workshop here: anyone, or whoever knows the code."""

    ANYONE = "anyone"
    CODE = "code"


class FarewellReason(StrEnum):
    """Why the server closes a socket."""

    SIGNED_OUT = "signed_out"
    LEFT = "left"
    FORGOTTEN = "forgotten"
    DELETED = "deleted"
    SHUTTING_DOWN = "shutting_down"
    RELOAD = "reload"
    MOVED = "moved"


# --- asked over HTTP ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CreateWorkshop:
    """Make a workshop from an agenda. `creation_code`: where one is asked for.

    `scratch`: for a check of the server; it is deleted soon after the last device has left it. `language`: of the
    agenda's words, where it has been translated; its own where it has not.
    """

    agenda: Annotated[str, Text(1, 60)]
    title: Title
    creation_code: Annotated[str, Text(0, 40)] = ""
    scratch: bool = False
    language: Language = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Find the workshop of a join code; `o`, `i`, `l`, case, spaces and hyphens are forgiven."""

    code: Annotated[str, Text(1, 40)]


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """Take a seat as participant. `name`: only if one likes."""

    name: Name = ""


@dataclass(frozen=True, slots=True)
class OpenAsFacilitator:
    """Exchange the link's key, an invitation's key or the recovery code for a token.

    `label`: what this device is called in the list of devices.
    """

    key: Annotated[str, _MAYBE_KEY] = ""
    recovery_code: Annotated[str, Text(0, 40)] = ""
    name: Name = ""
    label: Name = ""


@dataclass(frozen=True, slots=True)
class OpenAsScreen:
    """Exchange a screen's one-time key for a token."""

    key: Hash


@dataclass(frozen=True, slots=True)
class StartCheck:
    """Check this server."""


# --- replied over HTTP ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class About:
    """What this server is."""

    protocol: str
    creation: Creation
    version: str
    public_url: str


@dataclass(frozen=True, slots=True)
class AgendaReply:
    """An agenda to choose from."""

    id: str
    title: str
    purpose: str
    minutes: int
    phases: tuple[PhaseEntry, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Created:
    """A new workshop. The facilitator's key stands in the fragment of `facilitator_link`."""

    workshop: str
    facilitator_link: str
    link: str
    join_code: str
    recovery_code: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The workshop that a join code opens."""

    workshop: str


@dataclass(frozen=True, slots=True)
class WorkshopReply:
    """What whoever holds the link may know before joining."""

    workshop: str
    title: str
    state: State
    language: str


@dataclass(frozen=True, slots=True)
class Seated:
    """A place in the workshop. `seat` is empty for a screen."""

    seat: str
    token: str
    role: SeatRole


# --- over the socket ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Invitation:
    """How others come in. `link`: the path; `url`: the whole address to copy."""

    link: str
    join_code: str
    url: str


@dataclass(frozen=True, slots=True)
class PaceEntry:
    """Lengths that a device needs to know, in milliseconds.

    `spread_ms`: a device asks for its ballot, and casts it, at a moment by chance within so long.
    """

    closing_ms: int
    batch_ms: int
    grace_ms: int
    spread_ms: int


@dataclass(frozen=True, slots=True)
class Entered:
    """The answer to `enter`: the whole view of one's audience, and who one is here.

    `number`: of this view. `now`: the server's clock, milliseconds since 1970.
    `epoch`: changes when the store was set back.
    """

    view: Mapping[str, object]
    number: int
    room: RoomEntry
    now: int
    audience: str
    role: SeatRole
    seat: str
    name: str
    epoch: str
    protocol: str
    invitation: Invitation
    pace: PaceEntry
    cofacilitator: bool
    support: str


@dataclass(frozen=True, slots=True)
class BeatData:
    """The answer to `Beat`: the server's clock, and the number of one's view."""

    now: int
    number: int


@dataclass(frozen=True, slots=True)
class Device:
    """A device that holds the facilitator's right. `this`: the one that asks."""

    id: str
    label: str
    this: bool
    here: bool
    cofacilitator: bool


@dataclass(frozen=True, slots=True)
class Farewell:
    """The last thing a socket hears."""

    reason: FarewellReason
    say: str
