"""The desk of one live workshop: takes what was asked, saves once, answers, and shows.

`flush` is a plain function: it carries out one stretch of what waits. A stretch holds either
only commands that somebody will see or only ones that nobody sees, so that neither can be
told by the other. Everything is answered only after the save, refusals too: what refused
them may be a command of the same stretch. The loop around it is in `server/beat.py`.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Any, Protocol

from facilitation.commands import Command
from facilitation.context import Context, Pace, Role
from facilitation.patch import Patch, full_difference
from facilitation.refusals import Refusal, Refused
from facilitation.room import Room, RoomEntry, room_entry
from facilitation.rules import Audience
from facilitation.update import update
from facilitation.view import difference, view
from facilitation.workshop import Workshop, changes, from_records, settled
from server.answers import OK, Answer, Reply, no, of_refused
from server.codec import BadRecord
from server.stores.store import Conflict, OutcomeUnknown, Save, Saved, Store, StoreError

PRESENT = (Audience.FACILITATOR, Audience.PARTICIPANT, Audience.SCREEN)
TRIES = 5


class World(Protocol):
    """What a desk needs from outside, so that it can be stepped in a test."""

    @property
    def store(self) -> Store:
        """Where workshops are kept."""

    def now(self) -> int:
        """Milliseconds since 1970."""

    def new_id(self) -> str:
        """A random id of 32 letters from 0 to f."""

    def save(self, save: Save) -> int | Conflict:
        """Save, together with what other desks save. Raises: as `Store.save`."""

    def offload(self, work: Callable[..., Any], *args: Any) -> Any:  # noqa: ANN401
        """Run blocking work beside the event loop."""

    def sleep(self, seconds: float) -> None:
        """Let others run for so long."""

    def publish(self, workshop: str, audience: Audience, frame: Mapping[str, object]) -> None:
        """Send one frame to every device of an audience."""

    def moved(self, before: Workshop, after: Workshop) -> None:
        """Called after each save, before anybody is answered."""

    def failed(self, error: BaseException) -> None:
        """Something went wrong that the operator should know."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One command that waits for the desk, and who hears the answer."""

    command: Command
    role: Role
    reply: Reply


@dataclass(slots=True)
class Stretch:
    """What is carried out and saved together."""

    after: Workshop
    replies: list[tuple[Reply, Answer]]
    asks: list[Ask]
    patches: Mapping[Audience, Patch] = field(default_factory=dict)


class Desk:
    """One workshop's state, its number for each audience, and what waits."""

    def __init__(self, world: World, saved: Saved, pace: Pace) -> None:
        self._world = world
        self._pace = pace
        self._take(saved)
        self.waiting: deque[Ask] = deque()
        self.showing_s = 0.0  # spent so far in sending frames: what the beat keeps its time by
        self.room = Room()

    def _take(self, saved: Saved) -> None:
        self.workshop = from_records(saved.records)
        self.rev, self.epoch = saved.rev, saved.epoch
        self.numbers: dict[Audience, int] = {one: saved.numbers.get(one.value, 0) for one in PRESENT}
        self._whole: dict[Audience, Mapping[str, Any]] = {}

    # --- what an audience sees ---------------------------------------------------------

    def entries(self, audience: Audience) -> Mapping[str, Any]:
        """The whole view of an audience; made once for each number."""
        if audience not in self._whole:
            self._whole[audience] = view(self.workshop, self.room, audience).entries
        return self._whole[audience]

    def room_of(self, audience: Audience) -> RoomEntry:
        """Who is here, as far as this audience may know it."""
        return room_entry(self.room, exact=audience is Audience.FACILITATOR)

    def show_room(self, room: Room) -> None:
        """Who is here now. Only audiences for whom that differs hear of it."""
        before = {one: self.room_of(one) for one in PRESENT}
        self.room = room
        for one in PRESENT:
            if self.room_of(one) != before[one]:
                number = self.numbers[one]
                frame = {"from": number, "to": number, "set": {}, "gone": (), "room": self.room_of(one)}
                self._world.publish(self.workshop.head.id, one, frame)

    # --- asking ------------------------------------------------------------------------

    def ask(self, command: Command, role: Role, reply: Reply) -> None:
        """Put a command in the line."""
        self.waiting.append(Ask(command, role, reply))

    def flush(self) -> bool:
        """Carry out one stretch: update, save, show, answer. Whether anything was waiting."""
        if not self.waiting:
            return False
        stretch, outcome = self._stretch(), None
        try:
            for _ in range(TRIES):
                outcome = self._save(stretch)
                if not isinstance(outcome, Conflict):
                    break
                self._reload()
                self.waiting.extendleft(reversed(stretch.asks))
                stretch = self._stretch()
            if isinstance(outcome, int):
                self._show(stretch, outcome)
        except Exception as error:  # noqa: BLE001 - a fault of ours must leave nobody without an answer
            self._world.failed(error)
        for reply, answer in stretch.replies:
            reply(answer if isinstance(outcome, int) else no(Refusal.SAVING_PAUSED))
        return True

    def _context(self, role: Role) -> Context:
        ids = tuple(self._world.new_id() for _ in range(4))
        return Context(now=self._world.now(), role=role, ids=ids, pace=self._pace)

    def _stretch(self) -> Stretch:
        """Take from the line up to the first change between seen and unseen."""
        stretch = Stretch(self.workshop, [], [])
        touched: frozenset[str] = frozenset()
        seen: bool | None = None
        while self.waiting:
            ask = self.waiting[0]
            before = settled(stretch.after)
            after = self._update(before, ask)
            if isinstance(after, Workshop) and after is not before:
                shows = any(difference(before, after, one) for one in PRESENT)
                if seen is not None and shows is not seen:
                    break
                seen = shows
                touched |= after.touched
                stretch.after = after
            self.waiting.popleft()
            stretch.asks.append(ask)
            stretch.replies.append((ask.reply, OK if isinstance(after, Workshop) else of_refused(after)))
        stretch.after = replace(stretch.after, touched=touched)
        found = ((one, difference(self.workshop, stretch.after, one)) for one in PRESENT)
        stretch.patches = {one: patch for one, patch in found if patch}
        return stretch

    def _update(self, before: Workshop, ask: Ask) -> Workshop | Refused:
        try:
            return update(before, ask.command, self._context(ask.role))
        except Exception as error:  # noqa: BLE001 - one bad command must not stop the others
            self._world.failed(error)
            return Refused(Refusal.BAD_FIELD, "This could not be done. Please reload the page and try again.")

    # --- saving ------------------------------------------------------------------------

    def _save(self, stretch: Stretch) -> int | Conflict | None:
        """The new revision once durable; None when for certain or for all we know it is not."""
        if not (after := stretch.after).touched:
            return self.rev
        numbers = {one.value: number for one, number in self.numbers.items()}
        for one in stretch.patches:
            numbers[one.value] += 1
        mark = self._world.new_id()
        save = Save(after.head.id, changes(after), self.rev, numbers, mark)
        try:
            outcome = self._world.save(save)
        except OutcomeUnknown as error:
            self._world.failed(error)
            return self._settle(save)
        except (StoreError, BadRecord) as error:
            self._world.failed(error)
            return None
        return outcome

    def _settle(self, save: Save) -> int | None:
        """Read back whether a save happened, before anybody is answered."""
        for attempt in range(TRIES):
            try:
                found: int | None = self._world.offload(self._world.store.outcome, save.workshop, save.mark)
            except StoreError as error:
                self._world.failed(error)
                self._world.sleep(0.1 * 2**attempt)
            else:
                return found
        return None

    def _reload(self) -> None:
        """Somebody else saved first: take what they saved, and show it."""
        try:
            saved: Saved | None = self._world.offload(self._world.store.load, self.workshop.head.id)
        except (StoreError, BadRecord) as error:
            self._world.failed(error)
            return
        if saved is None:
            return
        old = {one: (self.entries(one), self.numbers[one]) for one in PRESENT}
        before = self.workshop
        self._take(saved)
        self._world.moved(before, self.workshop)
        for one, (entries, number) in old.items():
            patch = full_difference(entries, self.entries(one))
            if patch or number != self.numbers[one]:
                self._publish(one, number, patch)

    def _show(self, stretch: Stretch, rev: int) -> None:
        before, after = self.workshop, stretch.after
        self.workshop, self.rev = settled(after), rev
        if before is not after and after.touched:
            self._world.moved(before, self.workshop)
        for one, patch in stretch.patches.items():
            number = self.numbers[one]
            self.numbers[one] = number + 1
            self._whole.pop(one, None)
            self._publish(one, number, patch)

    def _publish(self, audience: Audience, number: int, patch: Patch) -> None:
        began = perf_counter()
        frame = {"from": number, "to": self.numbers[audience], "set": patch.set, "gone": patch.gone}
        self._world.publish(self.workshop.head.id, audience, frame)
        self.showing_s += perf_counter() - began
