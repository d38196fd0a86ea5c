"""Workshops in one SQLite file, each in a table of its own (`slots`), no time anywhere."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from facilitation.keeping import forgotten_on
from facilitation.states import State
from facilitation.workshop import Head
from server import codec
from server.stores.file import File
from server.stores.pictures_sqlite import SqlitePictures
from server.stores.recent import Recent
from server.stores.slots import Slots, Writing
from server.stores.store import Changed, Changes, Conflict, Credentials, Nudge, Numbers, Save, Saved

ABOUT = "about"
"""The key of the row that says what is saved beside the records."""


@dataclass(frozen=True, slots=True)
class About:
    """One workshop's revision, last mark, numbers, ways in, the day on which it is to be forgotten, and its meeting."""

    rev: int
    mark: str
    numbers: Numbers
    state: State
    credentials: Credentials
    forget_on: int = 0
    meeting: str = ""


_ABOUT: codec.Codec[About] = codec.Codec({ABOUT: About})


class SqliteStore:
    """See `Store`."""

    def __init__(self, path: Path) -> None:
        """Raises: `CannotOpen`."""
        self._slots = Slots(File(path, codec.FORMAT))
        self.pictures = SqlitePictures(self._slots.file, lambda workshop: self._about(workshop) is not None)
        """The pictures of these workshops, in the same file."""
        self._recent = Recent()
        self._abouts: dict[str, About] = {}
        """As committed; under the file's lock. One that is not here is read."""
        # A new one at each start: nobody can tell whether an older copy was put in place meanwhile.
        self._epoch = secrets.token_hex(16)
        self._codes = {self._known(one).credentials.join_code: one for one in self._slots.ids()}
        self._meetings = {self._known(one).meeting: one for one in self._slots.ids() if self._known(one).meeting}

    def _about(self, workshop: str) -> About | None:
        with self._slots.file.lock:
            if workshop not in self._abouts:
                row = self._slots.row(workshop, ABOUT)
                if row is None:
                    return None
                self._abouts[workshop] = _ABOUT.decode(row)
            return self._abouts[workshop]

    def _known(self, workshop: str) -> About:
        about = self._about(workshop)
        if about is None:
            raise codec.BadRecord("a workshop lacks the row that says what it is")
        return about

    def create(self, workshop: str, changes: Changes, credentials: Credentials) -> int | Conflict:
        head, bodies = codec.head_in(changes), codec.encode_changes(changes)
        about = About(1, "", {}, head.state, credentials, forgotten_on(head))
        with self._slots.file.lock:
            there = self._about(workshop)
            if there is not None or credentials.join_code in self._codes:
                return Conflict(there.rev if there else 0)
            with self._slots.writing() as writing:
                writing.write(workshop, {**bodies, ABOUT: _ABOUT.encode(about)})
            self._codes[credentials.join_code] = workshop
        return 1

    def load(self, workshop: str) -> Saved | None:
        rows = self._slots.rows(workshop)
        if not rows:
            return None
        about = _ABOUT.decode(rows.pop(ABOUT))
        records = {key: codec.decode(body) for key, body in rows.items()}
        return Saved(records, about.rev, about.numbers, self._epoch)

    def save(self, save: Save) -> int | Conflict:
        return self.save_many([save])[0]

    def save_many(self, saves: Sequence[Save]) -> list[int | Conflict]:
        encoded = [codec.encode_changes(save.changes) for save in saves]
        with self._slots.file.lock:
            before = {save.workshop: self._about(save.workshop) for save in saves}
            for workshop in before:  # whatever happens now, what is remembered is what was committed
                self._abouts.pop(workshop, None)
            with self._slots.writing() as writing:
                answers = [_save(writing, before, *pair) for pair in zip(saves, encoded, strict=True)]
            self._abouts |= {workshop: about for workshop, about in before.items() if about is not None}
        done = [(save, rev) for save, rev in zip(saves, answers, strict=True) if isinstance(rev, int)]
        if self._slots.file.unscrubbed or any(_leaves_traces(save.changes) for save, _ in done):
            self._slots.file.scrub()
        for save, rev in done:
            self._recent.note(save.workshop, rev, save.changes)
        return answers

    def probe(self) -> None:
        self._slots.file.probe()

    def outcome(self, workshop: str, mark: str) -> int | None:
        about = self._about(workshop)
        return about.rev if about and mark and about.mark == mark else None

    def changes_since(self, workshop: str, rev: int) -> Changed | None:
        saved = self.load(workshop)
        keys = self._recent.since(workshop, rev, saved.rev) if saved else None
        if saved is None or keys is None:
            return None
        return Changed({key: saved.records.get(key) for key in keys}, saved.rev, saved.numbers)

    def watch(self, nudge: Nudge) -> Callable[[], None]:
        return self._recent.watch(nudge)

    def credentials(self, workshop: str) -> Credentials | None:
        about = self._about(workshop)
        return about.credentials if about else None

    def set_recovery(self, workshop: str, recovery_hash: str) -> bool:
        with self._slots.file.lock:
            about = self._about(workshop)
            if about is None:
                return False
            self._abouts.pop(workshop)
            credentials = replace(about.credentials, recovery_hash=recovery_hash)
            with self._slots.writing() as writing:
                writing.write(workshop, {ABOUT: _ABOUT.encode(replace(about, credentials=credentials))})
                writing.rewrite(workshop)
        self._slots.file.scrub()
        return True

    def find_code(self, join_code: str) -> str | None:
        return self._codes.get(join_code)

    def bind(self, meeting: str, workshop: str, instead_of: str = "") -> str:
        with self._slots.file.lock:
            about, had = self._about(workshop), self._meetings.get(meeting, "")
            if about is None or had not in {"", workshop, instead_of}:
                return had if about is not None else ""
            changed = {workshop: replace(about, meeting=meeting)}
            if had not in {"", workshop}:
                changed[had] = replace(self._known(had), meeting="")
            for one in changed:  # whatever happens now, what is remembered is what was committed
                self._abouts.pop(one, None)
            with self._slots.writing() as writing:
                for one, new in changed.items():
                    writing.write(one, {ABOUT: _ABOUT.encode(new)})
                    writing.rewrite(one)
            self._meetings.pop(about.meeting, None)
            self._meetings[meeting] = workshop
        self._slots.file.scrub()
        return workshop

    def find_meeting(self, meeting: str) -> str | None:
        return self._meetings.get(meeting)

    def ids(self, state: State | None = None) -> list[str]:
        return [one for one in self._slots.ids() if state in {None, self._known(one).state}]

    def forget(self, workshop: str) -> None:
        with self._slots.file.lock:
            self._abouts.pop(workshop, None)
            with self._slots.writing() as writing:
                writing.empty(workshop)
            for known in (self._codes, self._meetings):
                for name in [name for name, one in known.items() if one == workshop]:
                    del known[name]
        self._recent.forget(workshop)
        self._slots.file.scrub()

    def overdue(self, day: int) -> dict[str, int]:
        days = {one: self._known(one).forget_on for one in self._slots.ids()}
        return {one: at for one, at in days.items() if at <= day}

    def settle(self) -> bool:
        return self._slots.file.settle()

    def close(self) -> None:
        self._slots.close()


def _save(
    writing: Writing, abouts: dict[str, About | None], save: Save, bodies: Mapping[str, bytes | None]
) -> int | Conflict:
    """`abouts`: as they stand within this transaction."""
    about = abouts[save.workshop]
    if about is None or about.rev != save.after:
        return Conflict(about.rev if about else 0)
    for head in (one for one in save.changes.values() if isinstance(one, Head)):
        about = replace(about, state=head.state, forget_on=forgotten_on(head))
    about = replace(about, rev=about.rev + 1, mark=save.mark, numbers=dict(save.numbers))
    writing.write(save.workshop, {**bodies, ABOUT: _ABOUT.encode(about)})
    abouts[save.workshop] = about
    if _leaves_traces(save.changes):
        writing.rewrite(save.workshop)
    return about.rev


def _leaves_traces(changes: Changes) -> bool:
    """Whether what was saved before must now be found nowhere, the order of saves included.

    So it is when something was taken away, and when a phase or a ballot moves on.
    """
    return any(record is None or key.startswith(("run:", "ballot:")) for key, record in changes.items())
