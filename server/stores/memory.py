"""Workshops in this process's memory: for tests, and for trying things out."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import RLock

from facilitation.keeping import forgotten_on
from facilitation.states import State
from facilitation.workshop import Head
from server import codec
from server.stores.recent import Recent
from server.stores.store import (
    Changed,
    Changes,
    Conflict,
    Credentials,
    Nudge,
    Numbers,
    Save,
    Saved,
)


@dataclass(slots=True)
class _Kept:
    """One workshop: its records as bytes, so that no caller holds what is kept here."""

    credentials: Credentials
    state: State
    forget_on: int
    bodies: dict[str, bytes] = field(default_factory=dict)
    rev: int = 1
    mark: str = ""
    numbers: Numbers = field(default_factory=dict)
    meeting: str = ""


class MemoryStore:
    """See `Store`. Everything is gone when the process ends."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._lock = RLock()
        self._recent = Recent()
        self._epoch = secrets.token_hex(16)

    def create(self, workshop: str, changes: Changes, credentials: Credentials) -> int | Conflict:
        head, bodies = codec.head_in(changes), codec.encode_changes(changes)
        with self._lock:
            if workshop in self._kept or self.find_code(credentials.join_code):
                return Conflict(self._kept[workshop].rev if workshop in self._kept else 0)
            kept = _Kept(credentials, head.state, forgotten_on(head))
            kept.bodies = {key: body for key, body in bodies.items() if body is not None}
            self._kept[workshop] = kept
        return 1

    def load(self, workshop: str) -> Saved | None:
        with self._lock:
            kept = self._kept.get(workshop)
            if kept is None:
                return None
            records = {key: codec.decode(body) for key, body in kept.bodies.items()}
            return Saved(records, kept.rev, dict(kept.numbers), self._epoch)

    def save(self, save: Save) -> int | Conflict:
        return self.save_many([save])[0]

    def save_many(self, saves: Sequence[Save]) -> list[int | Conflict]:
        encoded = [codec.encode_changes(save.changes) for save in saves]
        with self._lock:
            answers = [self._save(*pair) for pair in zip(saves, encoded, strict=True)]
        for save, answer in zip(saves, answers, strict=True):
            if isinstance(answer, int):
                self._recent.note(save.workshop, answer, save.changes)
        return answers

    def _save(self, save: Save, bodies: Mapping[str, bytes | None]) -> int | Conflict:
        kept = self._kept.get(save.workshop)
        if kept is None or kept.rev != save.after:
            return Conflict(kept.rev if kept else 0)
        for key, body in bodies.items():
            if body is None:
                kept.bodies.pop(key, None)
            else:
                kept.bodies[key] = body
        for head in (one for one in save.changes.values() if isinstance(one, Head)):
            kept.state, kept.forget_on = head.state, forgotten_on(head)
        kept.rev, kept.mark, kept.numbers = kept.rev + 1, save.mark, dict(save.numbers)
        return kept.rev

    def probe(self) -> None:
        """Memory can always be written."""

    def outcome(self, workshop: str, mark: str) -> int | None:
        with self._lock:
            kept = self._kept.get(workshop)
            return kept.rev if kept and mark and kept.mark == mark else None

    def changes_since(self, workshop: str, rev: int) -> Changed | None:
        with self._lock:
            kept = self._kept.get(workshop)
            keys = self._recent.since(workshop, rev, kept.rev) if kept else None
            if kept is None or keys is None:
                return None
            found = {key: kept.bodies.get(key) for key in keys}
            changes = {key: None if body is None else codec.decode(body) for key, body in found.items()}
            return Changed(changes, kept.rev, dict(kept.numbers))

    def watch(self, nudge: Nudge) -> Callable[[], None]:
        return self._recent.watch(nudge)

    def credentials(self, workshop: str) -> Credentials | None:
        with self._lock:
            kept = self._kept.get(workshop)
            return kept.credentials if kept else None

    def set_recovery(self, workshop: str, recovery_hash: str) -> bool:
        with self._lock:
            kept = self._kept.get(workshop)
            if kept is None:
                return False
            kept.credentials = replace(kept.credentials, recovery_hash=recovery_hash)
            return True

    def find_code(self, join_code: str) -> str | None:
        with self._lock:
            return next((key for key, kept in self._kept.items() if kept.credentials.join_code == join_code), None)

    def bind(self, meeting: str, workshop: str, instead_of: str = "") -> str:
        with self._lock:
            had = self.find_meeting(meeting)
            if workshop not in self._kept or had not in {None, workshop, instead_of}:
                return (had or "") if workshop in self._kept else ""
            if had is not None:
                self._kept[had].meeting = ""
            self._kept[workshop].meeting = meeting
            return workshop

    def find_meeting(self, meeting: str) -> str | None:
        with self._lock:
            return next((key for key, kept in self._kept.items() if meeting and kept.meeting == meeting), None)

    def ids(self, state: State | None = None) -> list[str]:
        with self._lock:
            return sorted(key for key, kept in self._kept.items() if state in {None, kept.state})

    def overdue(self, day: int) -> dict[str, int]:
        with self._lock:
            return {key: kept.forget_on for key, kept in sorted(self._kept.items()) if kept.forget_on <= day}

    def settle(self) -> bool:
        return True

    def forget(self, workshop: str) -> None:
        with self._lock:
            self._kept.pop(workshop, None)
            self._recent.forget(workshop)

    def close(self) -> None:
        with self._lock:
            self._kept.clear()
