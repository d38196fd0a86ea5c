"""What a device hears when it comes in: the whole view of its audience, and who it is here."""

from server.addresses import invitation
from server.hall import Hall, Live
from server.people import Company
from server.presence import Member
from server.protocol import PROTOCOL_VERSION
from server.shapes import Entered, PaceEntry


def entered(hall: Hall, live: Live, company: Company, member: Member) -> Entered:
    """The answer to `enter`. Must not yield: its number has to fit the next frame."""
    settings, desk, who = hall.settings, live.desk, member.who
    place = company.places.get(who.seat)
    return Entered(
        view=desk.entries(member.audience),
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
        pace=PaceEntry(settings.closing_ms, settings.batch_ms, settings.grace_ms),
        cofacilitator=who.place.cofacilitator,
        support=settings.support,
    )
