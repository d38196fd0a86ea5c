"""The seat of somebody whom a meeting program named: the same person, the same seat, on any of their devices."""

import hashlib
import hmac
from dataclasses import dataclass, replace

import orjson

from facilitation.refusals import Refusal
from server.admitted import Admit
from server.entrance import MOST_SEATS, Entrance, first_facilitator, problem
from server.hall import Hall, Live
from server.hosts.identity import HostIdentity
from server.leading import leads, leads_no_more
from server.moving import sees_off
from server.people import Company
from server.people_acts import dismiss
from server.secret import hash_of, new_id, new_key
from server.shapes import FarewellReason, Seated
from server.stores.people import Part, Place
from server.wire import Problem

MOST_SCREENS = 50
MOST_DEVICES = 8
"""Of one person at once; one more takes the place of another of theirs."""


def mark_of(key: bytes, *parts: str) -> str:
    """A hash that only this key makes of these parts."""
    return hmac.new(key, orjson.dumps(parts), hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Seating:
    """Seats in the workshops of one hall. Its methods may raise `StoreError`."""

    hall: Hall

    def seat(self, identity: HostIdentity, live: Live, asked: Admit, *, by_key: bool) -> Seated | Problem:
        """The seat of this person, or a new one. `by_key`: they made this workshop, or hold its key."""
        hall, workshop = self.hall, live.desk.workshop.head.id
        company = hall.companies.of(workshop)
        if hall.stores.sharing is not None:
            company = hall.companies.refresh(workshop) or company
        entrance, token = Entrance(hall), new_key()
        if asked.screen:
            screens = [one for one in company.places.values() if one.part is Part.SCREEN and not one.retired]
            if live.desk.workshop.head.door_closed or len(screens) >= MOST_SCREENS:
                return problem(Refusal.DOOR_CLOSED if len(screens) < MOST_SCREENS else Refusal.WORKSHOP_FULL)
            return entrance.commit(company, Place(new_id(), Part.SCREEN, hash_of(token)), token)
        mark, own = self._mark(company, identity), self._own(workshop, asked.token)
        first = self._first(company, mark, own)
        if first is None:
            place = self._new(live, company, identity, mark, by_key=by_key)
            if isinstance(place, Problem):
                return place
            return entrance.commit(company, replace(place, token_hash=hash_of(token), name=asked.name.strip()), token)
        if mark:
            company.put(replace(first, known=mark))
        changed = self._set_role(company, first.id, identity, by_key=by_key)
        stays = own is not None and first.id in {own.id, own.seat}
        device = company.places[own.id] if own is not None and stays else self._free(company, first.id)
        token = asked.token if stays and not changed else token
        seated = entrance.commit(company, replace(device, token_hash=hash_of(token)), token)
        dismiss(hall, workshop, changed, FarewellReason.RELOAD)
        sees_off(hall, company)
        return seated

    def _mark(self, company: Company, identity: HostIdentity) -> str:
        """What this person is known by here; empty where nothing tells them from others, or all is over."""
        if not identity.subject or company.salt is None:
            return ""
        return mark_of(bytes.fromhex(company.salt.value), identity.host, identity.tenant, identity.subject)

    def _own(self, workshop: str, token: str) -> Place | None:
        """The place that this device has there already."""
        who = self.hall.companies.who(token) if token else None
        here = who is not None and who.workshop == workshop and who.place.part is not Part.SCREEN
        return who.place if who is not None and here else None

    def _first(self, company: Company, mark: str, own: Place | None) -> Place | None:
        """The place that somebody's seat is named after: of whom the program names, else of this device."""
        known = next((one for one in company.seats().values() if mark and one.known == mark), None)
        if known is not None or own is None:
            return known
        first = company.seats().get(own.seat or own.id)
        another = first is not None and mark and first.known  # a device that two people share
        return None if another else first

    def _new(self, live: Live, company: Company, identity: HostIdentity, mark: str, *, by_key: bool) -> Place | Problem:
        """A place for somebody new; beside whoever leads where they hold the same key."""
        leader = first_facilitator(company)
        lead = by_key or leads(identity, self.hall.settings.leading, led=leader is not None)
        if live.desk.workshop.head.door_closed and not lead:
            return problem(Refusal.DOOR_CLOSED)
        if len(company.seats()) >= MOST_SEATS:
            return problem(Refusal.WORKSHOP_FULL)
        if leader is not None and by_key:
            company.put(replace(leader, known=leader.known or mark))
            return Place(new_id(), Part.FACILITATOR, "", seat=leader.id)
        part = Part.FACILITATOR if lead else Part.PARTICIPANT
        more = lead and leader is not None
        return Place(new_id(), part, "", cofacilitator=more, known=mark, proved=lead and not by_key)

    def _set_role(self, company: Company, seat: str, identity: HostIdentity, *, by_key: bool) -> set[str]:
        """Let somebody lead, or not any more, as their meeting program proves now; the devices that it concerns,
        which have to come in again."""
        first, leader = company.places[seat], first_facilitator(company)
        devices = [one for one in company.places.values() if seat in {one.id, one.seat} and not one.retired]
        if first.part is Part.FACILITATOR:
            devices = [one for one in devices if one.proved and not by_key and leads_no_more(identity)]
            part, more = Part.PARTICIPANT, False
        elif by_key or leads(identity, self.hall.settings.leading, led=leader is not None):
            part, more = Part.FACILITATOR, leader is not None and not by_key
        else:
            return set()
        proved = part is Part.FACILITATOR and not by_key
        for one in devices:
            company.put(replace(one, part=part, cofacilitator=more, proved=proved, token_hash=""))
        return {one.id for one in devices}

    def _free(self, company: Company, seat: str) -> Place:
        """A further device of this seat: in place of one that is not connected, of the last where there are many."""
        presence, first = self.hall.presence, company.places[seat]
        devices = [one for one in company.places.values() if seat in {one.id, one.seat} and not one.retired]
        here = {member.who.place.id for member in presence.of(company.workshop)}
        here |= presence.elsewhere.get(company.workshop, frozenset())
        gone = next((one for one in devices if one.id not in here), None)
        if gone is not None:
            return gone
        if len(devices) >= MOST_DEVICES:
            return devices[-1]
        return Place(new_id(), first.part, "", cofacilitator=first.cofacilitator, seat=seat, proved=first.proved)
