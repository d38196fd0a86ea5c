"""What is done for each command about people, and who may ask for it.

A co-facilitator may do all that a facilitator may but end the workshop, print a new recovery
code, or sign out whoever opened it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeAlias

from facilitation.refusals import Refusal
from server import people_commands as p
from server import transport
from server.answers import OK, Answer, no, ok
from server.hall import Hall
from server.people import Company, Who
from server.roll import ask_credential, confirm_roll, let_in
from server.secret import RECOVERY_LENGTH, hash_of, new_code, new_key, spelled
from server.shapes import BeatData, Device, Farewell, FarewellReason, SeatRole
from server.stores.people import DoneMark, Invitation, Part, Place

INVITATION_MS = 600_000
PARTING = MappingProxyType(
    {
        FarewellReason.SIGNED_OUT: "This device was signed out of the workshop.",
        FarewellReason.LEFT: "You have left the workshop. Thank you for being here.",
        FarewellReason.FORGOTTEN: "The workshop is over, and all names and places were deleted. You can come in again.",
        FarewellReason.DELETED: "This workshop was deleted. Nothing of it is kept.",
        FarewellReason.RELOAD: "Your part in the meeting has changed. This page opens anew.",
        FarewellReason.MOVED: "Your place is on the other device now.",
    }
)
Done: TypeAlias = Callable[[Hall, Who, Any], Answer]


def _saved(hall: Hall, company: Company, data: object = None) -> Answer:
    if not hall.saved(company):
        return no(Refusal.SAVING_PAUSED)
    hall.room_now(company.workshop)
    return OK if data is None else ok(data)


def beat(hall: Hall, who: Who, _asked: p.Beat) -> Answer:
    """The clock, and the number of one's view."""
    live = hall.live(who.workshop)
    if live is None:
        return no(Refusal.NO_SUCH_WORKSHOP)
    audience = next(one for one in live.desk.numbers if one.value == who.role.value)
    return ok(BeatData(hall.now(), live.desk.numbers[audience]))


def change_name(hall: Hall, who: Who, asked: p.ChangeName) -> Answer:
    """The name for hello and actions."""
    company = hall.companies.of(who.workshop)
    company.put(replace(company.places[who.seat], name=asked.name.strip()))
    return _saved(hall, company)


def mark_done(hall: Hall, who: Who, asked: p.MarkDone) -> Answer:
    """Say "I'm done" with the run that goes on, or take it back."""
    live, company = hall.live(who.workshop), hall.companies.of(who.workshop)
    if live is None or live.desk.workshop.head.run != asked.run:
        return no(Refusal.SUPERSEDED)
    mark = DoneMark(asked.run, who.seat)
    (company.put if asked.done else company.drop)(mark)
    return _saved(hall, company)


def ask_to_talk(hall: Hall, who: Who, asked: p.AskToTalk) -> Answer:
    """Ask for a talk with who leads: they see it beside the name, on the tick of the room."""
    hall.presence.ask_to_talk(who.workshop, who.place.id, wish=asked.wish)
    return OK


def dismiss(hall: Hall, workshop: str, places: set[str] | None, reason: FarewellReason) -> None:
    """Say good-bye to these devices (None: to all of the workshop) and close their sockets."""
    if places is None:
        places = hall.presence.own(workshop)
    hall.presence.forget(workshop, places)
    for member in hall.presence.of(workshop, places):
        hall.dismiss(member.sid, Farewell(reason, PARTING[reason]))
        hall.presence.go(member.sid)
    hall.presence.forget(workshop, places)


def _sign_out(hall: Hall, company: Company, device: Place, reason: FarewellReason) -> Answer:
    """A device loses its right; its seat goes too when no other device shares it."""
    seat = device.seat or device.id
    shared = [one for one in company.places.values() if seat in {one.id, one.seat} and one.token_hash]
    if device.cofacilitator or shared == [device]:
        gone = set(company.retire(seat)) if device.cofacilitator else {device.id}
    else:
        gone = {device.id}
    if reason is FarewellReason.SIGNED_OUT:
        # An invitation made before must not lead back in.
        for invitation in list(company.invitations.values()):
            company.drop(invitation)
    current = company.places[device.id]
    company.put(replace(current, token_hash="", retired=current.retired or bool(device.seat)))
    answer = _saved(hall, company)
    if answer is OK:
        transport.spawn(dismiss, hall, company.workshop, gone, reason)
    return answer


def leave(hall: Hall, who: Who, _asked: p.Leave) -> Answer:
    """Give up this seat for good; a facilitator's other devices stay."""
    company = hall.companies.of(who.workshop)
    if who.place.part is Part.FACILITATOR:
        return _sign_out(hall, company, who.place, FarewellReason.LEFT)
    gone = set(company.retire(who.place.id))
    answer = _saved(hall, company)
    if answer is OK:
        transport.spawn(dismiss, hall, company.workshop, gone, FarewellReason.LEFT)
    return answer


def retire_seat(hall: Hall, who: Who, asked: p.RetireSeat) -> Answer:
    """Empty a place for good. The seat of whoever leads stays."""
    company = hall.companies.of(who.workshop)
    seat = company.seats().get(asked.seat)
    if seat is None:
        return OK if asked.seat in company.places else no(Refusal.NO_SUCH_SEAT)
    if seat.part is Part.FACILITATOR and (who.place.cofacilitator or not seat.cofacilitator):
        return no(Refusal.NOT_OPENER if who.place.cofacilitator else Refusal.WRONG_ROLE)
    gone = set(company.retire(asked.seat))
    answer = _saved(hall, company)
    if answer is OK:
        transport.spawn(dismiss, hall, company.workshop, gone, FarewellReason.SIGNED_OUT)
    return answer


def invite(hall: Hall, who: Who, asked: p.Invite) -> Answer:
    """A link that works once: for one co-facilitator or one room screen."""
    company, key = hall.companies.of(who.workshop), new_key()
    company.put(Invitation(hash_of(key), asked.guest, hall.now() + INVITATION_MS))
    path = "f" if asked.guest is p.Guest.COFACILITATOR else "screen"
    return _saved(hall, company, {"link": f"/{path}/{who.workshop}#{key}"})


def list_devices(hall: Hall, who: Who, _asked: p.ListDevices) -> Answer:
    """Which devices hold the facilitator's right."""
    company, here = hall.companies.of(who.workshop), hall.presence.here(who.workshop)
    devices = [
        Device(one.id, one.label, one.id == who.place.id, one.id in here, one.cofacilitator)
        for one in sorted(company.places.values(), key=lambda one: one.id)
        if one.part is Part.FACILITATOR and one.token_hash
    ]
    return ok({"devices": devices})


def sign_out(hall: Hall, who: Who, asked: p.SignOut) -> Answer:
    """A device loses the facilitator's right."""
    company = hall.companies.of(who.workshop)
    device = company.places.get(asked.device)
    if device is None or device.part is not Part.FACILITATOR:
        return no(Refusal.NO_SUCH_SEAT)
    if not device.token_hash:
        return OK
    if who.place.cofacilitator and not device.cofacilitator:
        return no(Refusal.NOT_OPENER)
    return _sign_out(hall, company, device, FarewellReason.SIGNED_OUT)


def show_recovery(hall: Hall, who: Who, _asked: p.ShowRecovery) -> Answer:
    """A new recovery code; the old one stops working."""
    live = hall.live(who.workshop)
    if who.place.cofacilitator or live is None:
        return no(Refusal.NOT_OPENER)
    code = new_code(RECOVERY_LENGTH)
    hall.offload(hall.store.set_recovery, who.workshop, hash_of(code))
    live.credentials = replace(live.credentials, recovery_hash=hash_of(code))
    return ok({"recovery_code": spelled(code)})


SEATED = frozenset({SeatRole.FACILITATOR, SeatRole.PARTICIPANT})
LEADING = frozenset({SeatRole.FACILITATOR})
ANYBODY = SEATED | {SeatRole.SCREEN}


@dataclass(frozen=True, slots=True)
class PeopleAct:
    """Who may ask, and what is done."""

    who: frozenset[SeatRole]
    do: Done


PEOPLE_ACTS: Mapping[type[Any], PeopleAct] = MappingProxyType(
    {
        p.Beat: PeopleAct(ANYBODY, beat),
        p.ChangeName: PeopleAct(SEATED, change_name),
        p.MarkDone: PeopleAct(SEATED, mark_done),
        p.AskToTalk: PeopleAct(frozenset({SeatRole.PARTICIPANT}), ask_to_talk),
        p.Leave: PeopleAct(ANYBODY, leave),
        p.ConfirmRoll: PeopleAct(LEADING, confirm_roll),
        p.LetIn: PeopleAct(LEADING, let_in),
        p.AskCredential: PeopleAct(SEATED, ask_credential),
        p.RetireSeat: PeopleAct(LEADING, retire_seat),
        p.Invite: PeopleAct(LEADING, invite),
        p.ListDevices: PeopleAct(LEADING, list_devices),
        p.SignOut: PeopleAct(LEADING, sign_out),
        p.ShowRecovery: PeopleAct(LEADING, show_recovery),
    }
)
"""Every command about people, who may ask for it and how it is carried out."""


def carry_out(hall: Hall, who: Who, command: object) -> Answer:
    """The answer to a command about people. Raises: `StoreError`."""
    act = PEOPLE_ACTS[type(command)]
    if who.role not in act.who:
        return no(Refusal.WRONG_ROLE)
    return act.do(hall, who, command)
