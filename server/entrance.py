"""The ways in: making a workshop, joining it, opening it as facilitator or as a room screen.

Every way is a capability: whoever holds the link, key or code may come in. Each is answered
after the tick that makes the new token durable.
"""

from dataclasses import dataclass, replace

from facilitation.keeping import SCRATCH, day_of
from facilitation.opening import new_workshop
from facilitation.records import changes
from facilitation.refusals import SENTENCES, Refusal
from server.agenda_replies import in_language
from server.hall import Hall
from server.people import Company
from server.people_commands import Guest
from server.secret import (
    JOIN_LENGTH,
    RECOVERY_LENGTH,
    hash_of,
    heard,
    new_code,
    new_id,
    new_key,
    same,
    spelled,
)
from server.shapes import Created, CreateWorkshop, OpenAsFacilitator, Seated, SeatRole
from server.stores.people import Part, Place, key_of
from server.stores.store import Conflict, Credentials
from server.wire import Problem

TRIES = 5
MOST_SEATS = 1000


def problem(code: Refusal) -> Problem:
    """A refusal with its own sentence."""
    return Problem(code, SENTENCES[code])


@dataclass(frozen=True, slots=True)
class Entrance:
    """The door of one hall. Every method may raise `StoreError`."""

    hall: Hall

    def create(self, asked: CreateWorkshop) -> Created | Problem:
        """Make a workshop that waits for its start."""
        agenda = in_language(self.hall.agendas, asked.agenda, asked.language)
        if agenda is None:
            return problem(Refusal.NO_SUCH_AGENDA)
        for _ in range(TRIES):
            workshop, key, recovery = new_id(), new_key(), new_code(RECOVERY_LENGTH)
            credentials = Credentials(hash_of(key), hash_of(recovery), new_code(JOIN_LENGTH))
            kept = SCRATCH if asked.scratch else (self.hall.settings.keep_days, day_of(self.hall.now()))
            first = changes(new_workshop(workshop, asked.title.strip(), agenda, *kept))
            made = self.hall.offload(self.hall.store.create, workshop, first, credentials)
            if not isinstance(made, Conflict):
                if asked.scratch:
                    self.hall.presence.expect(workshop)
                return Created(
                    workshop,
                    f"/f/{workshop}#{key}",
                    f"/w/{workshop}",
                    spelled(credentials.join_code),
                    spelled(recovery),
                )
        return problem(Refusal.SAVING_PAUSED)

    def find(self, code: str) -> str | None:
        """The workshop of a join code as typed, or None."""
        typed = heard(code)
        if len(typed) != JOIN_LENGTH:
            return None
        found: str | None = self.hall.offload(self.hall.store.find_code, typed)
        return found

    def commit(self, company: Company, place: Place, token: str) -> Seated | Problem:
        """Keep a place, and say so once that is durable. `token`: whose hash it holds."""
        company.put(place)
        if not self.hall.saved(company):
            return problem(Refusal.SAVING_PAUSED)
        self.hall.room_now(company.workshop)
        seat = "" if place.part is Part.SCREEN else place.seat or place.id
        return Seated(seat, token, SeatRole(place.part.value))

    def take_seat(self, workshop: str, name: str) -> Seated | Problem:
        """A new seat for whoever holds the link."""
        live = self.hall.current(workshop)
        if live is None:
            return problem(Refusal.NO_SUCH_WORKSHOP)
        if live.desk.workshop.head.door_closed:
            return problem(Refusal.DOOR_CLOSED)
        company = self.hall.companies.of(workshop)
        if len(company.seats()) >= MOST_SEATS:
            return problem(Refusal.WORKSHOP_FULL)
        token = new_key()
        place = Place(new_id(), Part.PARTICIPANT, hash_of(token), name.strip())
        return self.commit(company, place, token)

    def open_as_facilitator(self, workshop: str, asked: OpenAsFacilitator) -> Seated | Problem:
        """The facilitator's right for this device, for the link's key, a code or an invitation."""
        live = self.hall.live(workshop)
        if live is None:
            return problem(Refusal.NO_SUCH_WORKSHOP)
        company = self.hall.companies.of(workshop)
        name, label, token = asked.name.strip(), asked.label.strip(), new_key()
        key, recovery = hash_of(asked.key), hash_of(heard(asked.recovery_code))
        if asked.recovery_code and live.desk.shared:  # another process may have printed a new one
            live.credentials = self.hall.offload(self.hall.store.credentials, workshop) or live.credentials
        own = bool(asked.key) and same(key, live.credentials.facilitator_hash)
        printed = bool(asked.recovery_code) and same(recovery, live.credentials.recovery_hash)
        invited = not own and not printed
        if invited and not self._use(company, key, Guest.COFACILITATOR):
            return problem(Refusal.BAD_KEY)
        first = None if invited else first_facilitator(company)
        seat = "" if first is None else first.id
        if first is not None and name:
            company.put(replace(first, name=name))
        place = Place(
            new_id(), Part.FACILITATOR, hash_of(token), "" if seat else name, label, cofacilitator=invited, seat=seat
        )
        return self.commit(company, place, token)

    def open_as_screen(self, workshop: str, key: str) -> Seated | Problem:
        """A room screen, for an invitation made inside."""
        if self.hall.live(workshop) is None:
            return problem(Refusal.NO_SUCH_WORKSHOP)
        company = self.hall.companies.of(workshop)
        if not self._use(company, hash_of(key), Guest.SCREEN):
            return problem(Refusal.BAD_KEY)
        token = new_key()
        return self.commit(company, Place(new_id(), Part.SCREEN, hash_of(token)), token)

    def _use(self, company: Company, key_hash: str, guest: Guest) -> bool:
        """Use up an invitation. Whether there was one, for this kind of guest, still good."""
        invitation = company.invitations.get(key_hash)
        if invitation is None and self.hall.stores.sharing is not None:
            self.hall.companies.refresh(company.workshop)  # made by another process a moment ago
            invitation = company.invitations.get(key_hash)
        if invitation is None or invitation.guest is not guest or invitation.expires_at < self.hall.now():
            return False
        if not self.hall.claim(company.workshop, key_of(invitation), new_id()):
            return False
        company.drop(invitation)
        return True


def first_facilitator(company: Company) -> Place | None:
    """The place whose seat belongs to whoever leads the workshop, on any of their devices."""
    for place in company.places.values():
        if place.part is Part.FACILITATOR and not (place.cofacilitator or place.seat or place.retired):
            return place
    return None
