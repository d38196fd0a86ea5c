"""Forgetting whole workshops: their devices are told, and no byte stays.

The people go first and the workshop last: as long as it is there, whoever starts next goes on
with it. All of it may be done twice, and by several processes at once; and it is done twice,
for something that was on its way may have been written after it.
"""

from collections.abc import Callable

from facilitation.commands import StillUsed
from facilitation.context import Role
from facilitation.keeping import day_of, today
from facilitation.states import State
from server.answers import Answer
from server.hall import Hall
from server.live import Live
from server.people_acts import dismiss
from server.shapes import FarewellReason
from server.stores.store import StoreError

DELETED = 1
"""The day of a workshop that somebody deleted (`Store.overdue`)."""
AT_A_TIME = 100
"""How many workshops of an older server get their day on one tick."""


def _nobody(_answer: Answer) -> None:
    """Nobody waits for it."""


class Forgetting:
    """Forgets the workshops of one hall."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._again: set[str] = set()
        self._orphans: frozenset[str] = frozenset()
        self._owing = True  # something may be left from before a crash
        hall.forget = self.forget_soon

    def forget_soon(self, workshop: str) -> None:
        """Forget it once whoever asked for that has had an answer. Raises: as `forget`."""
        self._hall.sleep(self._hall.settings.sealed_tick_ms / 1000)
        self.forget(workshop)

    def forget(self, workshop: str) -> None:
        """Let its devices go, and leave no byte of it. Raises: `StoreError`; a later tick goes on with it."""
        self._again.add(workshop)
        self._forget(workshop)

    def _forget(self, workshop: str) -> None:
        hall = self._hall
        self._owing = True
        hall.let_go(workshop)
        hall.companies.drop(workshop)
        dismiss(hall, workshop, None, FarewellReason.DELETED)
        hall.offload(hall.stores.people.forget, workshop)
        hall.offload(hall.stores.pictures.forget, workshop)
        hall.offload(hall.store.forget, workshop)

    # --- ticks -------------------------------------------------------------------------

    def settle(self) -> None:
        """The quick tick: go on with what the stores could not finish at once. Raises: `StoreError`."""
        if self._owing or self._hall.companies.owing:
            self._owing = self._hall.companies.owing = False
            stores = self._hall.stores
            done = [self._hall.offload(one.settle) for one in (stores.content, stores.people)]
            self._owing = self._owing or not all(done)

    def finish(self) -> None:
        """At the start: forget what somebody had deleted before a crash. Raises: `StoreError`."""
        for workshop, day in self._hall.offload(self._hall.store.overdue, DELETED).items():
            if day == DELETED:
                self._try(self.forget, workshop)

    def sweep(self) -> None:
        """The slow tick: note the day for workshops that somebody is in, and forget those whose day has come.

        Raises: `StoreError`.
        """
        self._owing = True  # another process may have died
        again, self._again = self._again, set()
        for workshop in sorted(again):
            self._try(self._forget, workshop)
        hall, now = self._hall, self._hall.now()
        for live in hall.all_live():
            self._note(live, now)
        overdue: dict[str, int] = hall.offload(hall.store.overdue, today(now))
        for workshop in [one for one, day in overdue.items() if day == 0][:AT_A_TIME]:
            self._try(self._set, workshop)
        for workshop in [one for one, day in overdue.items() if day > 0]:
            if overdue[workshop] == DELETED or not self._in_use(workshop):
                self._try(self.forget, workshop)

    def sweep_people(self) -> None:
        """The slowest tick: people of no workshop, seen twice, are forgotten: they were left by a crash, or
        written after the workshop had gone. Raises: `StoreError`."""
        hall = self._hall
        people: list[str] = hall.offload(hall.stores.people.ids)  # first: a workshop is there before its people
        orphans = frozenset(people) - frozenset(hall.offload(hall.store.ids))
        for workshop in sorted(orphans & self._orphans):
            self._try(self._forget, workshop)
        self._orphans = orphans

    def _try(self, work: Callable[[str], None], workshop: str) -> None:
        try:
            work(workshop)
        except StoreError as error:  # the others are forgotten all the same
            self._hall.failed(error)

    # --- days --------------------------------------------------------------------------

    def _note(self, live: Live, now: int) -> None:
        head, day = live.desk.workshop.head, day_of(now)
        if head.state is not State.ENDED and head.used_on < day and self._hall.presence.own(head.id):
            self._hall.ask(head.id, StillUsed(day, self._hall.settings.keep_days), Role.SERVER, _nobody)

    def _set(self, workshop: str) -> None:
        """One that an older server left gets its day from now on."""
        days = StillUsed(day_of(self._hall.now()), self._hall.settings.keep_days)
        self._hall.ask(workshop, days, Role.SERVER, _nobody)

    def _in_use(self, workshop: str) -> bool:
        """Whether somebody is in it, and it has not ended: then its day moves on, even if that cannot be saved now."""
        live = self._hall.loaded(workshop)
        ended = live is not None and live.desk.workshop.head.state is State.ENDED
        return not ended and bool(self._hall.presence.here(workshop))
