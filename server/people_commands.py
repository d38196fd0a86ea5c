"""What can be asked about people: names, who is here, who leads, the roll of a ballot.

These never touch the workshop. They are answered after the people's file has been
written on its tick (DESIGN 5), and nothing in them says what anybody wrote.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any

from facilitation.shapes import Id, Name, Pattern, Seats

Blinded = Annotated[str, Pattern(r"[0-9a-f]{512}", "512 letters from 0 to f")]
"""A number below an RSA modulus of 2048 bits, in hexadecimal letters."""


class Guest(StrEnum):
    """Whom an invitation made inside is for: it works once, for ten minutes."""

    COFACILITATOR = "cofacilitator"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Beat:
    """Sent every 15 s. Answer data: `{now}`: the server's clock, milliseconds since 1970."""


@dataclass(frozen=True, slots=True)
class ChangeName:
    """The name for hello and actions; empty for none."""

    name: Name


@dataclass(frozen=True, slots=True)
class MarkDone:
    """Say "I'm done" with this run, or not yet after all."""

    run: Id
    done: bool


@dataclass(frozen=True, slots=True)
class AskToTalk:
    """Ask those who lead for a talk, by name and in private, or not any more. In memory only."""

    wish: bool


@dataclass(frozen=True, slots=True)
class Leave:
    """Give up this seat for good."""


@dataclass(frozen=True, slots=True)
class ConfirmRoll:
    """Facilitator: these seats may vote in this ballot; then it opens."""

    run: Id
    ballot: Id
    seats: Seats


@dataclass(frozen=True, slots=True)
class LetIn:
    """Facilitator: let a later arrival vote in the open ballot."""

    ballot: Id
    seat: Id


@dataclass(frozen=True, slots=True)
class AskCredential:
    """Ask for this seat's ballot. `request`: the blinded message, as long as the key (RFC 9474, 4.2).

    Answer data: `{sig}`: the blind signature, in the same form.
    """

    ballot: Id
    request: Blinded


@dataclass(frozen=True, slots=True)
class RetireSeat:
    """Facilitator: this place is empty (a person who joined twice, or has gone)."""

    seat: Id


@dataclass(frozen=True, slots=True)
class Invite:
    """Facilitator: a link that lets one co-facilitator or one room screen in.

    Answer data: `{link}`, with the key in its fragment.
    """

    guest: Guest


@dataclass(frozen=True, slots=True)
class ListDevices:
    """Facilitator: which devices hold the facilitator's right.

    Answer data: `{devices: [{id, label, this, here}]}`.
    """


@dataclass(frozen=True, slots=True)
class SignOut:
    """Facilitator: this device loses its right."""

    device: Id


@dataclass(frozen=True, slots=True)
class ShowRecovery:
    """Facilitator: make a new recovery code to print; the old one stops working.

    Answer data: `{recovery_code}`.
    """


PEOPLE: Mapping[str, type[Any]] = MappingProxyType(
    {
        command.__name__: command
        for command in (
            Beat,
            ChangeName,
            MarkDone,
            AskToTalk,
            Leave,
            ConfirmRoll,
            LetIn,
            AskCredential,
            RetireSeat,
            Invite,
            ListDevices,
            SignOut,
            ShowRecovery,
        )
    }
)
"""The commands about people that a client may ask for, by name."""
