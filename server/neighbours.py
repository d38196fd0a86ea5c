"""The other processes on the same store: what they saved is shown here, who is connected there counts here.

They are heard by nudges, which may be lost, and looked at every two seconds. Nudges come from
threads of the store; everything is done in the loop.
"""

from collections.abc import Callable

from facilitation.states import State
from server import transport
from server.companies import Companies
from server.hall import Hall
from server.mailbox import Mailbox
from server.moving import sees_off
from server.people import Company
from server.people_acts import dismiss
from server.shapes import FarewellReason
from server.stores.sharing import GONE, Here, Moved, Sharing
from server.stores.store import StoreError

LOOK_SECONDS = 2.0


def _nobody(_sure: bool) -> None:  # noqa: FBT001 - as `Desk.unsure` calls it
    """Nobody waits for it."""


class Neighbours:
    """Keeps one hall in step with the others."""

    def __init__(self, hall: Hall, sharing: Sharing) -> None:
        self._hall, self._sharing = hall, sharing
        self._mail: Mailbox[tuple[Moved, str, int]] = Mailbox()
        self._stale: set[str] = set()
        self._calls: set[str] = set()
        self._called = False
        hall.call = self.call

    def start(self) -> None:
        """Begin to listen."""
        self._sharing.listen(lambda *letter: self._mail.post(letter))
        transport.spawn(self._go_on)

    def _go_on(self) -> None:
        while letters := self._mail.take():
            for letter in letters:
                try:
                    self.hear(*letter)
                except Exception as error:  # noqa: BLE001 - one nudge that fails must not deafen us
                    self._hall.failed(error)

    @property
    def _companies(self) -> Companies:
        return self._hall.companies

    # --- what moved --------------------------------------------------------------------

    def hear(self, moved: Moved, workshop: str, number: int) -> None:
        """A nudge: an empty workshop means that some may be missing."""
        if not workshop:
            self._doubt()
        elif moved is Moved.CONTENT:
            self._hear_content(workshop, number)
        elif moved is Moved.PEOPLE:
            self._hear_people(workshop, number)
        else:
            self._called = True

    def _doubt(self) -> None:
        """Nudges may have been missed, or the store may have been set back: everybody looks anew."""
        for live in self._hall.all_live():
            live.desk.unsure.append(_nobody)
            live.bell.ring()
        self._stale |= {company.workshop for company in self._companies.live()}

    def _hear_content(self, workshop: str, rev: int) -> None:
        live = self._hall.loaded(workshop)
        if rev == GONE:
            if live is not None or self._companies.loaded(workshop) is not None:
                transport.spawn(self._hall.forget, workshop)
            return
        if live is not None and rev > max(live.desk.rev, live.desk.heard):
            live.desk.heard = rev
            live.bell.ring()

    def _hear_people(self, workshop: str, number: int) -> None:
        company = self._companies.loaded(workshop)
        if company is None or company.seen == number:
            return
        if number == company.seen + 1 and self._sharing.wrote(workshop) == number:
            company.seen = number  # our own write, with nobody's between
        else:
            self._stale.add(workshop)

    def look(self) -> None:
        """The slow tick: compare what is known here with the store, for nudges that were lost."""
        lives = {one.desk.workshop.head.id: one for one in self._hall.all_live()}
        workshops = sorted(set(lives) | {one.workshop for one in self._companies.live()})
        numbers = self._hall.offload(self._sharing.numbers, workshops)
        if gone := set(workshops) - set(numbers):
            self._miss(gone)
        for workshop, (rev, people) in numbers.items():
            live = lives.get(workshop)
            if live is not None and rev < live.desk.rev and not live.desk.waiting:
                live.desk.unsure.append(_nobody)
                live.bell.ring()
            self._hear_content(workshop, rev)
            self._hear_people(workshop, people)

    def _miss(self, workshops: set[str]) -> None:
        """These were forgotten; unless the store is another one than before, which says nothing about them."""
        epoch = self._hall.offload(self._sharing.epoch)
        for workshop in sorted(workshops):
            live = self._hall.loaded(workshop)
            if live is None:
                self._companies.drop(workshop)
            elif live.desk.epoch == epoch:
                transport.spawn(self._hall.forget, workshop)

    # --- people ------------------------------------------------------------------------

    def call(self, workshop: str) -> None:
        """Others shall hear soon who is connected here."""
        self._calls.add(workshop)

    def tick(self) -> None:
        """The quick tick: read anew the people that others wrote, and say who came before a start."""
        for workshop in sorted(self._stale):
            self._stale.discard(workshop)
            self._refresh(workshop)
        if self._calls or self._called:
            calls, self._calls, self._called = self._calls, set(), False
            self.meet()
            for workshop in sorted(calls):
                self._hall.offload(self._sharing.call, workshop)
            self._show_waiting()

    def _refresh(self, workshop: str) -> None:
        try:
            numbers = self._hall.offload(self._sharing.numbers, [workshop])
            company = self._companies.refresh(workshop)
        except StoreError:
            self._stale.add(workshop)
            raise
        if company is None:
            return
        company.seen = numbers.get(workshop, (0, 0))[1]
        sees_off(self._hall, company)
        gone = self._sent_away(company)
        if gone:
            dismiss(self._hall, workshop, gone, FarewellReason.SIGNED_OUT)

    def _sent_away(self, company: Company) -> set[str]:
        """The places of this workshop whose devices are connected here, and may not be any more."""
        here = {member.who.place.id for member in self._hall.presence.of(company.workshop)}
        places = company.places
        return {one for one in here if one not in places or not places[one].token_hash}

    # --- who is connected --------------------------------------------------------------

    def meet(self) -> None:
        """Say who is connected here, and learn who is elsewhere."""
        hall = self._hall
        here = {}
        for company in self._companies.live():
            workshop = company.workshop
            places, talks = hall.presence.own(workshop), hall.presence.own_talks(workshop)
            one = Here(frozenset(places), frozenset(company.waiting), frozenset(talks))
            if one != Here():
                here[workshop] = one
        lasting = max(hall.settings.here_ms, 2 * hall.settings.room_tick_ms + 1000)
        found = hall.offload(self._sharing.meet, here, lasting)
        hall.presence.elsewhere = {workshop: one.places for workshop, one in found.items()}
        hall.presence.talks_elsewhere = {workshop: one.talks for workshop, one in found.items()}
        for company in self._companies.live():
            company.elsewhere = found.get(company.workshop, Here()).waiting

    def _show_waiting(self) -> None:
        """Before the start everybody sees at once who comes; afterwards on the tick of the room only."""
        for live in self._hall.all_live():
            if live.desk.workshop.head.state is State.WAITING:
                self._hall.show_room(live.desk.workshop.head.id)


def start(hall: Hall, every: Callable[[float, Callable[[], object], Hall], None]) -> None:
    """Where several processes may share the store: listen, and look on ticks of `every(seconds, work, hall)`."""
    if hall.stores.sharing is None:
        return
    neighbours = Neighbours(hall, hall.stores.sharing)
    neighbours.start()
    every(hall.settings.people_tick_ms / 1000, neighbours.tick, hall)
    every(hall.settings.room_tick_ms / 1000, neighbours.meet, hall)
    every(LOOK_SECONDS, neighbours.look, hall)
