"""`view`: the one door out. Every byte of content that leaves is made from here.

The second table of `rules` decides who sees what; a view is a map of small entries, so
that the difference between two views can be found from the records that were touched.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from facilitation.entries import Entry
from facilitation.marks import Flag
from facilitation.patch import Patch
from facilitation.records import Record, record_at, records
from facilitation.room import Room, RoomEntry, room_entry
from facilitation.rules import Audience, who_sees
from facilitation.showing import MAKERS
from facilitation.states import BallotState
from facilitation.workshop import Ballot, Card, Workshop, is_out

Shown: TypeAlias = tuple[Entry | None, frozenset[Audience]]
Change: TypeAlias = tuple[str, Shown, Shown]
Looks: TypeAlias = tuple[tuple[bool, bool], ...]
"""For each change whether an audience saw what was there before, and sees what is there now."""


@dataclass(frozen=True, slots=True)
class View:
    """What an audience sees: entries by key, and the room as far as it may know it."""

    entries: Mapping[str, Entry]
    room: RoomEntry


def _is_out(workshop: Workshop, record: Record) -> bool:
    match record:
        case Card():
            return is_out(workshop, record)
        case Ballot():
            return record.state is BallotState.CLOSED
        case Flag():
            return record.out and not record.seen
        case _:
            return True


def _record_of(workshop: Workshop, key: str) -> Record | None:
    if key in {"workshop", "timing", "keeping"}:
        return workshop.head
    if key == "clock":
        return workshop.clock
    return record_at(workshop, key)


def _shown(workshop: Workshop, key: str) -> Shown:
    """The entry under this key and who sees it; None where nobody does. It is the same for all who do."""
    record = _record_of(workshop, key)
    if record is None:
        return None, frozenset()
    kind = key.partition(":")[0]
    bare = isinstance(record, Card) and record.hidden
    audiences = who_sees("hidden card" if bare else kind, out=_is_out(workshop, record))
    return MAKERS[kind](workshop, record) if audiences else None, audiences


def entry(workshop: Workshop, key: str, audience: Audience) -> Entry | None:
    """What this audience sees under this key, or None."""
    found, audiences = _shown(workshop, key)
    return found if audience in audiences else None


def keys_for(workshop: Workshop, touched: Iterable[str]) -> frozenset[str]:
    """The view keys whose entries may differ after these records were touched.

    A run that was opened, closed or revealed also touches its cards and the workshop entry,
    which also counts hidden cards.
    """
    keys: set[str] = set()
    for key in touched:
        kind, _, record_id = key.partition(":")
        if kind == "workshop":
            keys |= {"workshop", "timing", "keeping"}
        elif kind == "clock":
            keys.add("clock")
        else:
            keys.add(key)
        if kind == "hidden":
            keys.add("workshop")
        if kind == "run":
            keys.add("workshop")
            keys |= {f"card:{c.id}" for c in workshop.cards.values() if c.run == record_id}
    return frozenset(keys)


def view(workshop: Workshop, room: Room, audience: Audience) -> View:
    """Everything that this audience sees."""
    entries = {}
    for key in sorted(keys_for(workshop, records(workshop))):
        found = entry(workshop, key, audience)
        if found is not None:
            entries[key] = found
    return View(entries, room_entry(room, exact=audience is Audience.FACILITATOR))


def differences(before: Workshop, after: Workshop, audiences: Iterable[Audience]) -> Mapping[Audience, Patch]:
    """What changed for each of these audiences from `before`, found from what `after` touched.

    `after` must come from `settled(before)` by `update` alone. Where the same changed for two, it is one patch.
    """
    changes = []
    for key in sorted(keys_for(after, after.touched)):
        old, new = _shown(before, key), _shown(after, key)
        if old != new:
            changes.append((key, old, new))
    made: dict[Looks, Patch] = {}
    found = {}
    for one in audiences:
        looks = tuple([(one in saw, one in sees) for _, (_, saw), (_, sees) in changes])
        if looks not in made:
            made[looks] = _patch(changes, looks)
        found[one] = made[looks]
    return found


def _patch(changes: Iterable[Change], looks: Looks) -> Patch:
    """What changed for those who saw and see so."""
    changed: dict[str, Entry] = {}
    gone: list[str] = []
    for (key, (old, _), (new, _)), (saw, sees) in zip(changes, looks, strict=True):
        if new is not None and sees:
            if not saw or new != old:
                changed[key] = new
        elif saw:
            gone.append(key)
    return Patch(changed, tuple(gone))


def difference(before: Workshop, after: Workshop, audience: Audience) -> Patch:
    """The same for one audience."""
    return differences(before, after, (audience,))[audience]
