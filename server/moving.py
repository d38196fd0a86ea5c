"""Going on at another device (E13): one seat, and what is on the device goes with it.

The first device leaves a sealed bundle and writes nothing until it knows more. The second one fetches it, keeps
what is in it, and says so: at that moment the place gets a new token, and the first device's stops working. Each
step may be repeated; whatever is lost on the way, the place belongs to one of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import orjson

from facilitation.refusals import Refusal
from server.bundle import EndMove, FinishMove, Moved, OfferMove
from server.entrance import problem
from server.hall import Hall
from server.luggage import Luggage
from server.people import Company, Who
from server.people_acts import PARTING
from server.secret import hash_of
from server.shapes import Farewell, FarewellReason, SeatRole
from server.stores.people import Part
from server.wire import Problem

LASTING_MS = 300_000


def _label(who: Who) -> bytes:
    """Which place is offered, and by which of its tokens."""
    return orjson.dumps([who.workshop, who.place.id, who.place.token_hash])


def sees_off(hall: Hall, company: Company) -> None:
    """Say good-bye to the devices whose place has another token than they came in with."""
    for member in hall.presence.of(company.workshop):
        place = company.places.get(member.who.place.id)
        if place is not None and place.token_hash and place.token_hash != member.who.place.token_hash:
            hall.dismiss(member.sid, Farewell(FarewellReason.MOVED, PARTING[FarewellReason.MOVED]))
            hall.presence.go(member.sid)


@dataclass(frozen=True, slots=True)
class Moving:
    """The moves of one hall. Every method may raise `StoreError`. `token`: the first device's."""

    hall: Hall
    luggage: Luggage

    def offer(self, who: Who, asked: OfferMove) -> Problem | None:
        """Keep a bundle; what the same place left before is thrown away."""
        if who.role is SeatRole.SCREEN:
            return problem(Refusal.WRONG_ROLE)
        self._throw_away((self.luggage.collect(f"of:{who.place.id}") or b"").decode())
        things = {
            f"of:{who.place.id}": asked.id.encode(),
            f"offer:{asked.id}": _label(who),
            f"sealed:{asked.id}": asked.sealed.encode(),
        }
        if not self._leave(things):
            self._throw_away(asked.id)
            return problem(Refusal.TOO_FAST)
        return None

    def _leave(self, things: Mapping[str, bytes]) -> bool:
        return all(self.luggage.leave(name, thing, LASTING_MS) for name, thing in things.items())

    def _throw_away(self, move: str) -> bytes | None:
        """The bundle goes; and whose place was offered, for the one caller who takes that away."""
        if not move:
            return None
        self.luggage.collect(f"sealed:{move}")
        return self.luggage.collect(f"offer:{move}")

    def take(self, move: str) -> str | None:
        """The bundle, once."""
        sealed = self.luggage.collect(f"sealed:{move}")
        return None if sealed is None else sealed.decode()

    def finish(self, workshop: str, token: str, asked: FinishMove) -> Moved | Problem:
        """The place gets the second device's token. The same again, by the same device, is answered the same."""
        who, company = self._found(workshop, token)
        if who is None:
            done = self._left(company, token, asked.token_hash)
            return Moved(moved=True) if done else problem(Refusal.BAD_TOKEN)
        offer = self._throw_away(asked.id)
        place = company.places[who.place.id]
        if offer is None or offer != _label(who) or offer != _label(replace(who, place=place)):
            return problem(Refusal.NO_SUCH_MOVE)
        company.put(replace(place, token_hash=asked.token_hash, moved=place.token_hash))
        if not self.hall.saved(company):
            self.luggage.leave(f"offer:{asked.id}", offer, LASTING_MS)  # asked again, it may go better
            return problem(Refusal.SAVING_PAUSED)
        sees_off(self.hall, company)
        return Moved(moved=True)

    def end(self, workshop: str, token: str, asked: EndMove) -> Moved | Problem:
        """Call it off; or learn that it has happened."""
        who, company = self._found(workshop, token)
        if who is not None and self._throw_away(asked.id) is not None:
            return Moved(moved=False)
        # Another device may be finishing this very moment: what is being written now tells.
        if not self.hall.saved(company):
            return problem(Refusal.SAVING_PAUSED)
        who, company = self._found(workshop, token)
        if who is not None:
            return Moved(moved=False)
        return Moved(moved=True) if self._left(company, token) else problem(Refusal.BAD_TOKEN)

    def _found(self, workshop: str, token: str) -> tuple[Who | None, Company]:
        """Whose token this is, if it is one of this workshop's, which is there."""
        who = self.hall.companies.who(token)
        own = who is not None and who.workshop == workshop and who.place.part is not Part.SCREEN
        return who if own else None, self.hall.companies.of(workshop)

    def _left(self, company: Company, token: str, new: str = "") -> bool:
        """Whether a place has gone from the device with this token to another: to that of `new`, if given."""
        if self.hall.stores.sharing is not None:
            company = self.hall.companies.refresh(company.workshop) or company
        gone: Any = hash_of(token)
        return any(one.moved == gone and new in {"", one.token_hash} for one in company.places.values())
