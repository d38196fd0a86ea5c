"""What a device hears when it comes in: the whole view of its audience, and who it is here."""

from weakref import WeakKeyDictionary

from facilitation.rules import Audience
from server.addresses import invitation
from server.answers import ok
from server.desk import Desk
from server.hall import Hall, Live
from server.jsonwire import encoded
from server.people import Company
from server.presence import Member
from server.protocol import PROTOCOL_VERSION
from server.shapes import Entered, PaceEntry
from server.whole import Whole

NO_VIEW = b'{"view":{}'


def entered(hall: Hall, live: Live, company: Company, member: Member) -> Entered:
    """The answer to `enter`, but for the view itself. Must not yield: its number has to fit the next frame."""
    settings, desk, who = hall.settings, live.desk, member.who
    place = company.places.get(who.seat)
    return Entered(
        view={},
        number=desk.numbers[member.audience],
        room=desk.room_of(member.audience),
        now=hall.now(),
        audience=member.audience.value,
        role=who.role,
        seat=who.seat,
        name="" if place is None else place.name,
        epoch=desk.epoch,
        protocol=PROTOCOL_VERSION,
        invitation=invitation(hall.addresses, who.workshop, live.credentials.join_code, member.host),
        pace=PaceEntry(settings.closing_ms, settings.batch_ms, settings.grace_ms, settings.spread_ms),
        cofacilitator=who.place.cofacilitator,
        support=settings.support,
    )


class Entrance:
    """Answers to `enter`. However many come in, a view is encoded once until it changes."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._wholes: WeakKeyDictionary[Desk, dict[Audience, Whole]] = WeakKeyDictionary()

    def _whole(self, desk: Desk, audience: Audience) -> Whole:
        known, entries = self._wholes.setdefault(desk, {}), desk.entries(audience)
        if audience not in known or known[audience].entries is not entries:
            known[audience] = Whole(entries)
        return known[audience]

    def answer(self, live: Live, company: Company, member: Member) -> tuple[bytes, Whole, bytes]:
        """The answer as JSON in three pieces, the view in the middle. Must not yield."""
        whole = encoded(ok(entered(self._hall, live, company, member)))
        before, _, after = whole.partition(NO_VIEW)
        return before + NO_VIEW.removesuffix(b"{}"), self._whole(live.desk, member.audience), after
