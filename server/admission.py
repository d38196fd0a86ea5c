"""Coming in from a meeting: one meeting has one workshop, one person one seat.

What a meeting program proves of somebody decides whether they come in and whether they lead, and is then forgotten.
All that stays, until the workshop ends, is a hash under the workshop's own key, by which the same person gets the
same seat (DESIGN 5; it stands with the seats, never with content).
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from facilitation.refusals import Refusal
from facilitation.rules import Audience
from facilitation.states import State
from server.admitted import Admit, Admitted
from server.entrance import Entrance, first_facilitator, problem
from server.forgetting import Forgetting
from server.hall import Hall, Live
from server.host_world import HostWorld
from server.hosts import Host
from server.hosts.identity import EXPIRED, Grade, HostIdentity, HostRole, Unproven
from server.leading import leads
from server.seating import Seating, mark_of
from server.secret import hash_of, new_key, same
from server.shapes import CreateWorkshop, SeatRole
from server.stores.people import Salt
from server.wire import Problem

TICKET_MS = 900_000
NO_CODE = "This server asks for a code to make a workshop. It is shown where the server was started."
ANOTHER = "Another workshop goes on in this meeting. End that one first, or open yours by its own link."
NO_MEETING = "Your meeting program does not say which meeting this is. Please use the link instead."


def _unproven(why: Unproven) -> Problem:
    return Problem(Refusal.UNPROVEN, why.say, why.code)


def _written(identity: HostIdentity) -> dict[str, str]:
    return {name: str(value) for name, value in asdict(identity).items()}


def _read(things: Mapping[str, str]) -> HostIdentity:
    found = dict(things)
    role, grade, expires = HostRole(found.pop("role")), Grade(found.pop("grade")), int(found.pop("expires"))
    return HostIdentity(**found, role=role, grade=grade, expires=expires)


@dataclass(frozen=True, slots=True)
class Admission:
    """The way in from meetings, to one hall. Every method may raise `StoreError`."""

    hall: Hall
    world: HostWorld
    forgetting: Forgetting

    def admit(self, host: Host, asked: Admit, *, may_make: bool) -> Admitted | Problem:
        """Let somebody in, or tell them that nobody has started here. `may_make`: they may make workshops anyway."""
        identity = self._identity(host, asked)
        if isinstance(identity, Unproven):
            return _unproven(identity)
        meeting = (
            mark_of(self.world.secret, identity.host, identity.tenant, identity.meeting) if identity.meeting else ""
        )
        found, own = self._here(meeting), ""
        if asked.workshop or asked.agenda:
            if not meeting:
                return Problem(Refusal.BAD_FIELD, NO_MEETING)
            changed = self._brought(asked) if asked.workshop else self._made(identity, found, asked, may_make=may_make)
            if isinstance(changed, Problem):
                return changed
            if changed:
                own, found = changed, self._bound(meeting, changed, found)
                if found is None or found.desk.workshop.head.id != own:  # another one goes on, since a moment perhaps
                    if asked.workshop:
                        return Problem(Refusal.BAD_FIELD, ANOTHER, "workshop")
                    self.forgetting.forget(own)
        answer = self._told(identity, meeting, found, may_make=may_make)
        if found is None or asked.look:
            return answer
        seated = Seating(self.hall).seat(identity, found, asked, by_key=found.desk.workshop.head.id == own)
        if isinstance(seated, Problem):
            return seated
        return replace(answer, seat=seated.seat, token=seated.token, role=seated.role)

    def _identity(self, host: Host, asked: Admit) -> HostIdentity | Unproven:
        if not asked.ticket:
            return host.verify(asked.proof, self.world.outside(host.name))
        things = self.world.opened(asked.ticket)
        return _read(things) if things is not None and things.get("host") == host.name else EXPIRED

    def _told(self, identity: HostIdentity, meeting: str, found: Live | None, *, may_make: bool) -> Admitted:
        workshop = "" if found is None else found.desk.workshop.head.id
        head: Any = None if found is None else found.desk.entries(Audience.PARTICIPANT)["workshop"]
        led = found is not None and first_facilitator(self.hall.companies.of(workshop)) is not None
        may_lead = leads(identity, self.hall.settings.leading, led=led)
        return Admitted(
            ticket=self.world.seal(_written(identity), TICKET_MS),
            name=identity.name,
            meeting=bool(meeting),
            grade=identity.grade,
            leads=may_lead,
            may_start=bool(meeting) and (may_lead or may_make),
            workshop=workshop,
            title="" if head is None else head.title,
            state="" if head is None else head.state.value,
            language="" if head is None else head.language,
            seat="",
            token="",
            role=SeatRole.PARTICIPANT,
        )

    # --- the workshop of a meeting -----------------------------------------------------

    def _here(self, meeting: str) -> Live | None:
        """The workshop of this meeting, if there is one."""
        found: str | None = self.hall.offload(self.hall.store.find_meeting, meeting) if meeting else None
        return None if found is None else self.hall.current(found)

    def _brought(self, asked: Admit) -> str | Problem:
        """A workshop that was made before, of whoever holds its key."""
        brought = self.hall.live(asked.workshop)
        if brought is None:
            return problem(Refusal.NO_SUCH_WORKSHOP)
        if not same(hash_of(asked.key), brought.credentials.facilitator_hash):
            return problem(Refusal.BAD_KEY)
        return asked.workshop

    def _made(self, identity: HostIdentity, found: Live | None, asked: Admit, *, may_make: bool) -> str | Problem:
        """A new workshop; empty where one goes on in this meeting already."""
        if found is not None and not _is_over(found):
            return ""
        if not may_make and not leads(identity, self.hall.settings.leading, led=False):
            return Problem(Refusal.BAD_KEY, NO_CODE, "creation_code")
        agenda = self.hall.agendas.get(asked.agenda)
        title = asked.title.strip() or ("" if agenda is None else agenda.title)
        made = Entrance(self.hall).create(CreateWorkshop(asked.agenda, title, language=asked.language))
        return made if isinstance(made, Problem) else made.workshop

    def _bound(self, meeting: str, workshop: str, before: Live | None) -> Live | None:
        """Make a workshop the one of this meeting, in place of one that is over; answers the one that it has now."""
        company = self.hall.companies.of(workshop)
        if company.salt is None:  # before anybody can find it: one workshop has one key
            company.put(Salt(new_key()))
            self.hall.saved(company)
        over = before.desk.workshop.head.id if before is not None and _is_over(before) else ""
        bound: str = self.hall.offload(self.hall.store.bind, meeting, workshop, over)
        return self.hall.current(bound) if bound else None


def _is_over(live: Live) -> bool:
    return live.desk.workshop.head.state is State.ENDED
