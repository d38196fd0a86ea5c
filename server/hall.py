"""The hall: everything one server holds while it runs, and the desks of its live workshops."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from typing import Any

from facilitation.agenda import Agenda
from facilitation.commands import Command
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.rules import Audience
from facilitation.states import State
from facilitation.workshop import Workshop
from server import transport
from server.addresses import Addresses
from server.answers import Answer, Reply, no
from server.ballots import Window
from server.clock import Clock
from server.companies import HOUR_MS, Companies
from server.live import Live, is_deleted, opened
from server.log import Log
from server.people import Company
from server.presence import Presence, group_of
from server.saver import Saver
from server.secret import new_id
from server.settings import Settings
from server.shapes import Farewell
from server.stores import Stores
from server.stores.store import Conflict, Credentials, DiskFailed, Save, Saved, Store, StoreError

__all__ = ["Hall", "Live"]
Emit = Callable[[Mapping[str, object], str], None]
Dismiss = Callable[[str, Farewell], None]


class Hall:
    """What the parts of one server share. `emit(frame, group)` reaches sockets;
    `dismiss(sid, farewell)` says good-bye to one and closes it. What is answered in `together()`
    leaves at its end."""

    def __init__(
        self, settings: Settings, stores: Stores, agendas: Mapping[str, Agenda], addresses: Addresses, log: Log
    ) -> None:
        self.settings, self.stores, self.agendas = settings, stores, agendas
        self.addresses, self.log = addresses, log
        self._clock = Clock()
        self.saver = Saver(stores.content, self.offload)
        self.window = Window()
        shared = stores.sharing is not None
        aside = shared and transport.MODE != "threading"
        self._waiting_aside = (stores.content, stores.people, stores.sharing) if aside else ()
        self.companies = Companies(stores.people, self.offload, self.failed, shared=shared)
        self.presence = Presence(self.now, settings.here_ms)
        self.emit: Emit = lambda _frame, _group: None
        self.together: Callable[[], AbstractContextManager[None]] = nullcontext
        self.dismiss: Dismiss = lambda _sid, _farewell: None
        self.call: Callable[[str], None] = lambda _workshop: None  # tells other processes who is here
        self.forget: Callable[[str], None] = lambda _workshop: None  # `forgetting.py`
        self.trouble: DiskFailed | None = None
        """Why the server has to end: only a new start can tell what is on the disk."""
        self._live: dict[str, Live] = {}

    # --- what a desk needs (desk.World) ------------------------------------------------

    @property
    def store(self) -> Store:
        """Where workshops are kept."""
        return self.stores.content

    def now(self) -> int:
        """Milliseconds since 1970; nobody who sets the machine's clock moves them."""
        return self._clock.now()

    def new_id(self) -> str:
        """A random id."""
        return new_id()

    def save(self, save: Save) -> int | Conflict:
        """Save, together with what other desks save. Raises: as `Store.save`."""
        return self.saver.save(save)

    def offload(self, work: Callable[..., Any], *args: Any) -> Any:  # noqa: ANN401 - what the work answers
        """Run blocking work beside the event loop. Shared stores wait for sockets only: where those
        let others run meanwhile, a thread would cost as much again as Redis itself."""
        if getattr(work, "__self__", None) in self._waiting_aside:
            return work(*args)
        return transport.offload(work, *args)

    def sleep(self, seconds: float) -> None:
        """Let others run for so long."""
        transport.sleep(seconds)

    def publish(self, workshop: str, audience: Audience, frame: Mapping[str, object]) -> None:
        """Send one frame, encoded once, to every device of an audience."""
        self._send(workshop, partial(self.emit, frame, group_of(workshop, audience)))

    def answer(self, workshop: str, replies: Sequence[tuple[Reply, Answer]]) -> None:
        """Give each its answer; those of one device leave it in one write."""
        self._send(workshop, partial(self._answer_all, replies))

    def _answer_all(self, replies: Sequence[tuple[Reply, Answer]]) -> None:
        with self.together():
            for reply, answer in replies:
                reply(answer)

    def _send(self, workshop: str, work: Callable[[], None]) -> None:
        """Now, or with all else that leaves this desk at its next set time."""
        live = self._live.get(workshop)
        if live is None:
            work()
        else:
            live.departures.send(work)

    def failed(self, error: BaseException) -> None:
        """Log that something went wrong, without its words."""
        if isinstance(error, DiskFailed):
            self.trouble = error
        self.log.error("failed", exc_info=(type(error), error, error.__traceback__))

    def moved(self, before: Workshop, after: Workshop) -> None:
        """A workshop was saved: look after its people, beside the desk."""
        if before.head.run != after.head.run or before.head.state != after.head.state:
            transport.spawn(self._look_after, after)

    # --- people follow the workshop ----------------------------------------------------

    def _look_after(self, workshop: Workshop) -> None:
        try:
            if workshop.head.state is State.DELETED:
                self.forget(workshop.head.id)
            else:
                self._tidy(self.companies.of(workshop.head.id), workshop)
        except StoreError as error:
            self.failed(error)

    def _tidy(self, company: Company, workshop: Workshop) -> None:
        self.companies.tidy(company, workshop, self.now() + self.settings.keep_people_hours * HOUR_MS)

    # --- desks -------------------------------------------------------------------------

    def live(self, workshop: str) -> Live | None:
        """The workshop's desk, loaded at the first touch; None: there is no such workshop.

        Raises: `StoreError`.
        """
        if workshop in self._live:
            return self._live[workshop]
        saved: Saved | None = self.offload(self.store.load, workshop)
        credentials: Credentials | None = self.offload(self.store.credentials, workshop)
        if saved is None or credentials is None or is_deleted(saved):
            return None
        company = self.companies.of(workshop)
        if workshop not in self._live:  # somebody else may have come first while we read
            live = opened(self, saved, credentials, self.settings, shared=self.stores.sharing is not None)
            self._live[workshop] = live
            self._tidy(company, live.desk.workshop)
            transport.spawn(self._keep_going, live)
        return self._live[workshop]

    def current(self, workshop: str) -> Live | None:
        """The same, after it has caught up with what other processes saved."""
        live = self.live(workshop)
        if live is not None and live.desk.shared:

            def start(reply: Callable[[bool], None]) -> None:
                live.desk.unsure.append(reply)
                live.bell.ring()

            transport.wait_for(start)
        return live

    def loaded(self, workshop: str) -> Live | None:
        """The workshop's desk, if it is loaded."""
        return self._live.get(workshop)

    def all_live(self) -> list[Live]:
        """The workshops that are loaded."""
        return list(self._live.values())

    def claim(self, workshop: str, what: str, by: str) -> bool:
        """Whether `by` is the first to claim this, in any process; the same again is."""
        sharing = self.stores.sharing
        return sharing is None or bool(self.offload(sharing.claim, workshop, what, by))

    def _keep_going(self, live: Live) -> None:
        """The loop around one desk. It ends when the workshop is let go of."""
        while self._live.get(live.desk.workshop.head.id) is live:
            try:
                wait = live.departures.step(live.beat)
            except Exception as error:  # noqa: BLE001 - a desk must not die of one bad moment
                self.failed(error)
                wait = 1.0
            if live.bell.wait(wait):
                transport.sleep(live.beat.pause())

    def ask(self, workshop: str, command: Command, role: Role, reply: Reply) -> None:
        """Put a command before the workshop's desk."""
        live = self.live(workshop)
        if live is None:
            reply(no(Refusal.NO_SUCH_WORKSHOP))
            return
        live.desk.ask(command, role, reply)
        live.bell.ring()

    def answer_to(self, workshop: str, command: Command, role: Role) -> Answer:
        """Put a command before the desk, and wait for the answer."""

        def start(reply: Reply) -> None:
            self.ask(workshop, command, role, reply)

        return transport.wait_for(start)

    def saved(self, company: Company) -> bool:
        """Wait for the tick that writes what was put into a company; whether it was written."""

        def start(reply: Callable[[bool], None]) -> None:
            self.companies.when_saved(company, reply)

        return transport.wait_for(start)

    def let_go(self, workshop: str) -> None:
        """Stop the workshop's loop; the next touch loads it again."""
        live = self._live.pop(workshop, None)
        if live is not None:
            live.bell.ring()

    # --- who is here -------------------------------------------------------------------

    def show_room(self, workshop: str) -> None:
        """Tell a workshop's screens who is here."""
        live = self.live(workshop)
        if live is not None:
            company = self.companies.of(workshop)
            room = company.room(self.presence.here(workshop), live.desk.workshop.head.run)
            talks = tuple(sorted(self.presence.talks(workshop) & company.seats().keys()))
            live.show(replace(room, saving=not self.saver.paused, talks=talks), self.now())

    def room_now(self, workshop: str) -> None:
        """The same, at once while nothing is written yet: before the start nobody can be linked."""
        live = self.live(workshop)
        if live is not None and live.desk.workshop.head.state is State.WAITING:
            self.show_room(workshop)
            self.call(workshop)

    def show_rooms(self) -> None:
        """The tick: tell everybody who is here."""
        for workshop in sorted(set(self._live) | self.presence.workshops()):
            self.show_room(workshop)
