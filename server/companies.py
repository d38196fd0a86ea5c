"""Everybody in the live workshops: kept in memory, written on a fixed tick, answered after.

They have a queue and a file of their own, so that no transaction ties a person to a card
(DESIGN 5). `flush` is a plain function: it writes what all workshops have gathered.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from facilitation.states import BallotState, State
from facilitation.workshop import Workshop
from server.people import Company, Saved, Who
from server.secret import hash_of
from server.stores.people import People, PeopleStore, Person, Until
from server.stores.store import OutcomeUnknown, StoreError

Offload: TypeAlias = Callable[..., Any]
TRIES = 3
HOUR_MS = 3_600_000


class Companies:
    """The company of each workshop that was touched since the start. `shared`: other processes write too."""

    def __init__(
        self, store: PeopleStore, offload: Offload, failed: Callable[[BaseException], None], *, shared: bool = False
    ) -> None:
        self._store = store
        self._offload = offload
        self._failed = failed
        self._shared = shared
        self._live: dict[str, Company] = {}
        self.owing = False
        """Whether the store may have to go on with forgetting a roll (`forgetting.py`)."""

    def of(self, workshop: str) -> Company:
        """Everybody of a workshop. Raises: `StoreError`."""
        if workshop not in self._live:
            people: People = self._offload(self._store.read, workshop)
            # Somebody else may have come first while we read: theirs counts.
            self._live.setdefault(workshop, Company(workshop, people))
        return self._live[workshop]

    def loaded(self, workshop: str) -> Company | None:
        """Everybody of a workshop, if they are in memory now."""
        return self._live.get(workshop)

    def live(self) -> list[Company]:
        """Those that are in memory now."""
        return list(self._live.values())

    def refresh(self, workshop: str) -> Company | None:
        """Read anew what another process may have written, where it is in memory. Raises: `StoreError`."""
        company = self._live.get(workshop)
        while company is not None:
            written = company.written
            people: People = self._offload(self._store.read, workshop)
            if company.written == written:  # else a write of ours came between: what was read may be older
                company.take(people)
                break
        return company

    def lingers(self, workshop: str) -> bool:
        """Whether people of this workshop are kept without a day to forget them. Raises: `StoreError`."""
        people: People = self._offload(self._store.read, workshop)
        return bool(people.places) and people.until is None

    def who(self, token: str) -> Who | None:
        """Whose token this is, or None. Raises: `StoreError`."""
        found: tuple[str, str] | None = self._offload(self._store.find_token, hash_of(token))
        if found is None:
            return None
        place = self.of(found[0]).places.get(found[1])
        if self._shared and (place is None or place.token_hash != hash_of(token)):
            company = self.refresh(found[0])  # another process has just let it in
            place = None if company is None else company.places.get(found[1])
        valid = place is not None and place.token_hash == hash_of(token)
        return Who(found[0], place) if place is not None and valid else None

    def when_saved(self, company: Company, reply: Saved) -> None:
        """Call `reply` after the tick that writes what has been put so far; at once where that was let go of."""
        if self._live.get(company.workshop) is company:
            company.replies.append(reply)
        else:
            reply(False)  # noqa: FBT003 - whether it was saved

    def flush(self) -> None:
        """Write what all workshops have gathered, then answer."""
        busy = [one for one in list(self._live.values()) if one.changes or one.replies or one.closed]
        taken = {one.workshop: (one.changes, one.replies, one.closed) for one in busy}
        for one in busy:
            one.writing, one.changes, one.replies, one.closed = one.changes, {}, [], set()
        changes = {workshop: changed for workshop, (changed, _, _) in taken.items() if changed}
        saved = not changes or self._write(changes)
        for one in busy:
            one.writing, one.written = {}, one.written + 1
        for workshop, (_, replies, closed) in taken.items():
            if not saved:  # what memory holds is not what is kept, and what came meanwhile stands on it
                gone = self._live.pop(workshop, None)
                replies.extend([] if gone is None else gone.replies)
            for ballot in sorted(closed):
                self._forget_roll(workshop, ballot)
            for reply in replies:
                reply(saved)

    def _write(self, changes: dict[str, dict[str, Person | None]]) -> bool:
        for _ in range(TRIES):
            try:
                self._offload(self._store.write, changes)
            except OutcomeUnknown as error:  # writing the same again is harmless
                self._failed(error)
            except (StoreError, ValueError) as error:
                self._failed(error)
                return False
            else:
                return True
        return False

    def _forget_roll(self, workshop: str, ballot: str) -> None:
        try:
            self.owing = True  # before it: who looks after that must not come too early
            self._offload(self._store.forget_roll, workshop, ballot)
        except StoreError as error:  # tried again when the workshop is loaded next
            self._failed(error)

    def let_go(self, workshop: str) -> bool:
        """Drop a company from memory unless something of it waits to be written; whether it was."""
        company = self._live.get(workshop)
        if company is not None and (company.changes or company.replies or company.closed or company.confirming):
            return False
        self._live.pop(workshop, None)
        return True

    def drop(self, workshop: str) -> None:
        """Drop a company from memory, whatever waits to be written: its workshop is forgotten."""
        company = self._live.pop(workshop, None)
        if company is not None:
            replies, company.replies, company.changes = company.replies, [], {}
            for reply in replies:
                reply(False)  # noqa: FBT003 - what whoever waits is told

    def forget_overdue(self, now: int) -> list[str]:
        """Forget everybody whose workshop ended a day ago; the workshops concerned."""
        overdue: list[str] = self._offload(self._store.overdue, now)
        for workshop in overdue:
            self._live.pop(workshop, None)
            self._offload(self._store.forget, workshop)
        return overdue

    def tidy(self, company: Company, workshop: Workshop, ends: int) -> None:
        """Rolls go with their ballot, done marks with their run, whom a meeting program named with the end, and
        everybody some time after it.

        `ends`: then they go, if the workshop has ended now; milliseconds since 1970.
        """
        for ballot in list(company.rolls):
            found = workshop.ballots.get(ballot)
            if found is None or found.state not in {BallotState.DRAFT, BallotState.OPEN}:
                company.forget_roll(ballot)
        company.keep_done(workshop.head.run)
        if workshop.head.state is State.ENDED:
            company.forget_meeting()
        if workshop.head.state is State.ENDED and company.until is None:
            company.put(Until(ends - ends % HOUR_MS + HOUR_MS))
