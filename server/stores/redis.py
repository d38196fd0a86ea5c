"""Workshops in Redis, for several processes or machines: compare-and-save in one script.

Each workshop has a hash of records, a hash about it, and a short stream of which keys were
saved. A save is answered once Redis has it on the disk (`appendfsync always`), in one call.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from threading import RLock

import orjson

from facilitation.keeping import forgotten_on
from facilitation.states import State
from facilitation.workshop import Head
from server import codec
from server.stores import redis_scripts as scripts
from server.stores.redis_ear import Ear
from server.stores.redis_line import Command, Lines
from server.stores.redis_scrub import scrub, scrub_if_owed, settle
from server.stores.sharing import GONE
from server.stores.store import (
    CannotOpen,
    Changed,
    Changes,
    Conflict,
    Credentials,
    Nudge,
    Save,
    Saved,
    StoreError,
)

CHANNEL = "folkmoot:content"


def keys_of(workshop: str) -> tuple[str, str, str, str]:
    """The keys of a workshop: about it, its records, its stream of changes, its lease."""
    return tuple(f"folkmoot:{kind}:{workshop}" for kind in ("about", "records", "changes", "lease"))  # type: ignore[return-value]


class RedisStore:
    """See `Store`. Its saves also respect `Save.epoch` and `Save.lease`."""

    def __init__(self, lines: Lines) -> None:
        """Raises: `CannotOpen`."""
        self._lines = lines
        self._ear: Ear[int] | None = None
        self._nudges: list[Nudge] = []
        self._of_others: list[Nudge] = []
        self._told: dict[str, int] = {}
        self._lock = RLock()
        (form,) = lines.ask(("SET", "folkmoot:form", codec.FORMAT, "NX", "GET"), writes=True)
        if form is not None and int(form) > codec.FORMAT:
            raise CannotOpen(
                f"What is in this Redis was written by a newer Folkmoot (its format is {int(form)}, this "
                f"server knows up to {codec.FORMAT}). Start the newer version, or restore an older copy."
            )
        lines.ask(("SET", "folkmoot:form", codec.FORMAT), lines.run(scripts.ADOPT, ()), writes=True)

    # --- reading -----------------------------------------------------------------------

    def load(self, workshop: str) -> Saved | None:
        about, records, _, _ = keys_of(workshop)
        asked: list[Command] = [("MULTI",), ("HMGET", about, "rev", "numbers"), ("HGETALL", records)]
        *_, ((rev, numbers), rows, epoch) = self._lines.ask(*asked, ("HGET", "folkmoot:epoch", "id"), ("EXEC",))
        if rev is None:
            return None
        there = {key.decode(): codec.decode(body) for key, body in zip(rows[::2], rows[1::2], strict=True)}
        return Saved(there, int(rev), orjson.loads(numbers), epoch.decode())

    def outcome(self, workshop: str, mark: str) -> int | None:
        ((rev, last),) = self._lines.ask(("HMGET", keys_of(workshop)[0], "rev", "mark"))
        return int(rev) if mark and last == mark.encode() else None

    def changes_since(self, workshop: str, rev: int) -> Changed | None:
        (found,) = self._lines.ask(self._lines.run(scripts.CHANGES, keys_of(workshop), rev))
        if found is None:
            return None
        now, numbers, epoch, keys, bodies = found
        changes = {
            key.decode(): None if body is None else codec.decode(body) for key, body in zip(keys, bodies, strict=True)
        }
        return Changed(changes, now, orjson.loads(numbers), epoch.decode())

    def revisions(self, workshops: Sequence[str]) -> dict[str, int]:
        """The revision of each of these workshops that there is, in one call; and what is owed is done."""
        scrub_if_owed(self._lines)
        if not workshops:
            return {}
        found = self._lines.ask(*[("HGET", keys_of(one)[0], "rev") for one in workshops])
        return {one: int(rev) for one, rev in zip(workshops, found, strict=True) if rev is not None}

    def epoch(self) -> str:
        """The epoch now; empty where this Redis has been emptied."""
        (found,) = self._lines.ask(("HGET", "folkmoot:epoch", "id"))
        return "" if found is None else str(found.decode())

    def credentials(self, workshop: str) -> Credentials | None:
        (found,) = self._lines.ask(("HMGET", keys_of(workshop)[0], "facilitator", "recovery", "code"))
        return None if found[0] is None else Credentials(*(one.decode() for one in found))

    def find_code(self, join_code: str) -> str | None:
        (found,) = self._lines.ask(("HGET", "folkmoot:codes", join_code))
        return None if found is None else str(found.decode())

    def ids(self, state: State | None = None) -> list[str]:
        (found,) = self._lines.ask(("HGETALL", "folkmoot:ids"))
        states = dict(zip(found[::2], found[1::2], strict=True))
        return sorted(one.decode() for one, at in states.items() if state is None or at.decode() == state.value)

    def overdue(self, day: int) -> dict[str, int]:
        (found,) = self._lines.ask(("ZRANGE", "folkmoot:forget", "-inf", day, "BYSCORE", "WITHSCORES"))
        return {one.decode(): int(at) for one, at in zip(found[::2], found[1::2], strict=True)}

    # --- writing -----------------------------------------------------------------------

    def create(self, workshop: str, changes: Changes, credentials: Credentials) -> int | Conflict:
        head, bodies = codec.head_in(changes), codec.encode_changes(changes)
        ways = (credentials.facilitator_hash, credentials.recovery_hash, credentials.join_code)
        rows = [part for key, body in bodies.items() if body is not None for part in (key, body)]
        about = (workshop, *ways, head.state.value, forgotten_on(head))
        asked = self._lines.run(scripts.CREATE, keys_of(workshop), *about, *rows)
        ((done, rev),) = self._lines.ask(asked, writes=True)
        return 1 if done else Conflict(rev)

    def save(self, save: Save) -> int | Conflict:
        return self.save_many([save])[0]

    def save_many(self, saves: Sequence[Save]) -> list[int | Conflict]:
        asked = [self._saving(one, codec.encode_changes(one.changes)) for one in saves]
        if not asked:
            return []
        self._expect(saves)
        try:
            answers = self._lines.ask(*asked, writes=True)
        except StoreError:
            with self._lock:  # whose revision comes next is open again
                for save in saves:
                    self._told.pop(save.workshop, None)
            raise
        done = [(save, rev) for save, (saved, rev) in zip(saves, answers, strict=True) if saved]
        if any(leaves_traces(save.changes) for save, _ in done):
            self._scrub()
        for save, rev in done:
            self._pass_on(self._nudges, save.workshop, rev)
        return [rev if saved else Conflict(rev) for saved, rev in answers]

    def _saving(self, save: Save, bodies: Mapping[str, bytes | None]) -> Command:
        head = next((one for one in save.changes.values() if isinstance(one, Head)), None)
        rows = [part for key, body in sorted(bodies.items()) for part in (key, body or b"")]
        about = (save.workshop, save.after, save.mark, orjson.dumps(dict(save.numbers)))
        state = ("", "") if head is None else (head.state.value, forgotten_on(head))
        rest = (save.epoch, save.lease, int(leaves_traces(save.changes)), *rows)
        return self._lines.run(scripts.SAVE, keys_of(save.workshop), *about, *state, *rest)

    def probe(self) -> None:
        """Write something that changes nothing. Raises: as `save`."""
        self._lines.ask(("SET", "folkmoot:probe", 1), writes=True)

    def set_recovery(self, workshop: str, recovery_hash: str) -> bool:
        asked = self._lines.run(scripts.RECOVERY, keys_of(workshop)[:1], recovery_hash)
        (done,) = self._lines.ask(asked, writes=True)
        self._scrub()
        return bool(done)

    def bind(self, meeting: str, workshop: str, instead_of: str = "") -> str:
        asked = self._lines.run(scripts.BIND, keys_of(workshop)[:1], meeting, workshop, instead_of)
        (bound,) = self._lines.ask(asked, writes=True)
        self._scrub()
        return str(bound.decode())

    def find_meeting(self, meeting: str) -> str | None:
        (found,) = self._lines.ask(("HGET", "folkmoot:meetings", meeting))
        return None if found is None else str(found.decode())

    def forget(self, workshop: str) -> None:
        asked = self._lines.run(scripts.FORGET, keys_of(workshop), workshop, secrets.token_hex(8))
        self._lines.ask(asked, writes=True)
        with self._lock:
            self._told.pop(workshop, None)
        self.settle()

    def settle(self) -> bool:
        return settle(self._lines)

    def _scrub(self) -> None:
        """Have the log of writes written anew, without what is gone and the order of saves."""
        scrub(self._lines)

    # --- hearing -----------------------------------------------------------------------

    def watch(self, nudge: Nudge) -> Callable[[], None]:
        return self._listen(self._nudges, nudge)

    def watch_others(self, nudge: Nudge) -> Callable[[], None]:
        """The same, but for what this store saved itself."""
        return self._listen(self._of_others, nudge)

    def _listen(self, nudges: list[Nudge], nudge: Nudge) -> Callable[[], None]:
        with self._lock:
            nudges.append(nudge)
            if self._ear is None:
                self._ear = Ear(self._lines, CHANNEL, self._tell)

        def stop() -> None:
            with self._lock:
                if nudge in nudges:
                    nudges.remove(nudge)

        return stop

    def _expect(self, saves: Sequence[Save]) -> None:
        """Redis tells us too of what we save ourselves, often before it answers: that is no news.
        Where another was faster our save is a conflict, and whoever saved looks by itself."""
        with self._lock:
            for save in saves:
                self._told[save.workshop] = max(self._told.get(save.workshop, 0), save.after + 1)

    def _tell(self, workshop: str, rev: int) -> None:
        """Pass a nudge of Redis on, unless it is known."""
        with self._lock:
            if rev == GONE:
                self._told.pop(workshop, None)
            elif not workshop:
                self._told.clear()  # a new line, perhaps to an older Redis
            elif self._told.get(workshop, 0) >= rev:
                return
            else:
                self._told[workshop] = rev
        self._pass_on(self._of_others if rev == GONE else [*self._nudges, *self._of_others], workshop, rev)

    def _pass_on(self, nudges: Sequence[Nudge], workshop: str, rev: int) -> None:
        with self._lock:
            nudges = list(nudges)
        for nudge in nudges:
            nudge(workshop, rev)

    def close(self) -> None:
        with self._lock:
            ear, self._ear = self._ear, None
        if ear is not None:
            ear.close()
        self._lines.close()


def leaves_traces(changes: Changes) -> bool:
    """Whether the order of what was saved before must now be found nowhere (`sqlite` has the same rule)."""
    return any(record is None or key.startswith(("run:", "ballot:")) for key, record in changes.items())
