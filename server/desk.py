"""The desk of one live workshop: takes what was asked, saves once, answers, and shows.

`flush` is a plain function: it carries out one stretch of what waits (`server/stretch.py`).
Everything is answered only after the save, refusals too: what refused them may be a command
of the same stretch. The loop around it is in `server/beat.py`.
"""

from collections import deque
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import Any

from facilitation.commands import Command
from facilitation.context import Context, Pace, Role
from facilitation.patch import Patch, full_difference
from facilitation.records import changes, from_records, settled
from facilitation.refusals import Refusal, Refused
from facilitation.room import Room, RoomEntry, room_entry
from facilitation.rules import Audience, hides
from facilitation.update import update
from facilitation.view import differences, view
from facilitation.workshop import Workshop
from server.answers import Reply, no
from server.codec import BadRecord
from server.news import taken_over, torn
from server.secret import Drawn
from server.stores.store import Changed, Conflict, OutcomeUnknown, Save, Saved, StoreError
from server.stretch import EVERY, PRESENT, Ask, Stretch, gather, unseen_first
from server.world import World

TRIES = 5
LEASED = 10
"""How often more a desk tries that lost five times, each time with a lease."""
LONGEST_JITTER = 0.1


class Desk:
    """One workshop's state, its number for each audience, and what waits."""

    def __init__(self, world: World, saved: Saved, pace: Pace) -> None:
        self._world = world
        self._pace = pace
        self._take(saved)
        self.waiting: deque[Ask] = deque()
        self.showing_s = 0.0  # spent so far in sending frames: what the beat keeps its time by
        self.room = Room()
        self.shared = False
        self.heard = 0  # the newest revision that another process is said to have saved
        self.unsure: list[Callable[[bool], None]] = []
        self._holder = world.new_id()

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

    def unseen_first(self) -> int:
        """Put what nobody will see before all else in the line; how many such commands there are."""
        return unseen_first(self.workshop, self.waiting, self._update)

    def rest(self, milliseconds: int) -> None:
        """Let others run for so long."""
        if milliseconds > 0:
            self._world.sleep(milliseconds / 1000)

    def flush(self, most: int = EVERY) -> int:
        """Carry out one stretch, of at most so many: update, save, show, answer. How many commands it was."""
        if not self.waiting:
            return 0
        stretch, outcome = gather(self.workshop, self.waiting, self._update, most), None
        try:
            if self.shared and stretch.refuses:
                self.catch_up()
                stretch = self._once_more(stretch)
            for turn in range(TRIES + LEASED):
                outcome = self._save(stretch, lease=turn >= TRIES)
                if not isinstance(outcome, Conflict):
                    break
                self._wait_a_little(turn)
                self.catch_up()
                stretch = self._once_more(stretch)
            if isinstance(outcome, int):
                self._show(stretch, outcome)
        except Exception as error:  # noqa: BLE001 - a fault of ours must leave nobody without an answer
            self._world.failed(error)
        if not isinstance(outcome, int):
            stretch.replies = [(reply, no(Refusal.SAVING_PAUSED)) for reply, _ in stretch.replies]
        self._world.answer(self.workshop.head.id, stretch.replies)
        return len(stretch.replies)

    def _once_more(self, stretch: Stretch) -> Stretch:
        """The same commands, on what is known now."""
        self.waiting.extendleft(reversed(stretch.asks))
        return gather(self.workshop, self.waiting, self._update, len(stretch.asks))

    def _wait_a_little(self, turn: int) -> None:
        """At random, so that two processes do not meet again; with each time longer."""
        chance = int(self._world.new_id()[:4], 16) / 0xFFFF
        self._world.sleep(chance * min(LONGEST_JITTER, 0.002 * 2**turn))

    def _context(self, role: Role) -> Context:
        return Context(self._world.now(), role, Drawn(4, self._world.new_id), self._pace)

    def _update(self, before: Workshop, ask: Ask) -> Workshop | Refused:
        try:
            return update(before, ask.command, self._context(ask.role))
        except Exception as error:  # noqa: BLE001 - one bad command must not stop the others
            self._world.failed(error)
            return Refused(Refusal.BAD_FIELD, "This could not be done. Please reload the page and try again.")

    # --- saving ------------------------------------------------------------------------

    def _save(self, stretch: Stretch, *, lease: bool) -> int | Conflict | None:
        """The new revision once durable; None when for certain or for all we know it is not."""
        if not (after := stretch.after).touched and not hides(self.workshop):
            return self.rev  # while something unseen is written a refusal takes as long as what is saved
        numbers = {one.value: number for one, number in self.numbers.items()}
        for one in stretch.patches:
            numbers[one.value] += 1
        mark = self._world.new_id()
        holder = self._holder if lease else ""
        save = Save(after.head.id, changes(after), self.rev, numbers, mark, self.epoch, holder)
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
                self._world.sleep(min(0.5, 0.1 * 2**attempt))
            else:
                return found
        return None

    # --- what other processes saved ----------------------------------------------------

    def hear(self) -> None:
        """Catch up where others saved, or where somebody wants to be sure."""
        if self.heard > self.rev or self.unsure:
            unsure, self.unsure = self.unsure, []
            self.catch_up()
            for reply in unsure:
                reply(True)  # noqa: FBT003 - what whoever waits is told

    def catch_up(self) -> None:
        """Take over what other processes saved, and show it. What cannot be read now is read later."""
        self.heard = 0
        store, workshop = self._world.store, self.workshop.head.id
        try:
            changed: Changed | None = self._world.offload(store.changes_since, workshop, self.rev)
            if changed is None or changed.epoch not in {"", self.epoch}:
                saved: Saved | None = self._world.offload(store.load, workshop)
                if saved is not None:
                    self._begin_anew(saved)
            elif changed.rev > self.rev:
                self._take_over(changed)
        except (StoreError, BadRecord) as error:
            self._world.failed(error)

    def _take_over(self, changed: Changed) -> None:
        before, after = self.workshop, taken_over(self.workshop, changed.changes)
        self.workshop, self.rev = settled(after), changed.rev
        self._world.moved(before, self.workshop)
        for one, patch in differences(before, after, PRESENT).items():
            number, self.numbers[one] = self.numbers[one], changed.numbers.get(one.value, 0)
            if patch or number != self.numbers[one]:
                self._whole.pop(one, None)
                self._publish(one, number, patch)

    def _begin_anew(self, saved: Saved) -> None:
        """Take the whole. In a new epoch numbers may be lower than before: everybody enters again."""
        before, epoch = self.workshop, self.epoch
        old = {one: (self.entries(one), self.numbers[one]) for one in PRESENT}
        self._take(saved)
        self._world.moved(before, self.workshop)
        for one, (entries, number) in old.items():
            if epoch != self.epoch:
                self._world.publish(self.workshop.head.id, one, torn(number, self.numbers[one]))
            elif number != self.numbers[one]:
                self._publish(one, number, full_difference(entries, self.entries(one)))

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
