"""The records of a workshop by key: put in, taken out, told apart, and made up into a whole again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from facilitation.canvas import Item, Spot
from facilitation.marks import Change, Flag, Hidden
from facilitation.workshop import (
    Action,
    Ballot,
    Card,
    Clock,
    Decision,
    Gone,
    Group,
    Head,
    PlanLine,
    Run,
    Vote,
    Workshop,
)

Record: TypeAlias = (
    Head
    | Clock
    | Run
    | Card
    | Group
    | Ballot
    | Vote
    | Decision
    | Action
    | PlanLine
    | Gone
    | Change
    | Hidden
    | Flag
    | Spot
    | Item
)

RECORDS: Mapping[str, type[Any]] = {
    "workshop": Head,
    "clock": Clock,
    "run": Run,
    "card": Card,
    "group": Group,
    "ballot": Ballot,
    "vote": Vote,
    "decision": Decision,
    "action": Action,
    "plan": PlanLine,
    "gone": Gone,
    "change": Change,
    "hidden": Hidden,
    "flag": Flag,
    "spot": Spot,
    "item": Item,
}
"""Each kind of record by the name that keys, views and stores use for it."""

KIND_OF: Mapping[type[Any], str] = {cls: kind for kind, cls in RECORDS.items()}

TABLES: Mapping[str, str] = {
    "run": "runs",
    "card": "cards",
    "group": "groups",
    "ballot": "ballots",
    "vote": "votes",
    "decision": "decisions",
    "action": "actions",
    "plan": "plan",
    "gone": "gone",
    "change": "pending",
    "hidden": "hidden",
    "flag": "flags",
    "spot": "spots",
    "item": "items",
}
"""The attribute of `Workshop` that holds the records of a kind."""


def key_of(record: Record) -> str:
    """The key of a record: its kind and id, such as `card:1f…`; the head's is `workshop:ID`."""
    return f"{KIND_OF[type(record)]}:{record.id}"


def put(workshop: Workshop, *records: Record) -> Workshop:
    """The workshop with these records added or replaced."""
    return _changed(workshop, records, gone=False)


def drop(workshop: Workshop, *records: Record) -> Workshop:
    """The workshop without these records."""
    return _changed(workshop, records, gone=True)


def _changed(workshop: Workshop, records: Iterable[Record], *, gone: bool) -> Workshop:
    fields: dict[str, Any] = {}
    tables: dict[str, dict[str, Record | None]] = {}
    touched = set(workshop.touched)
    for record in records:
        kind = KIND_OF[type(record)]
        touched.add(f"{kind}:{record.id}")
        if kind in TABLES:
            tables.setdefault(TABLES[kind], {})[record.id] = None if gone else record
        else:
            fields["clock" if isinstance(record, Clock) else "head"] = record
    for table, changes in tables.items():
        fields[table] = getattr(workshop, table).changed(changes)
    return replace(workshop, **fields, touched=frozenset(touched))


def settled(workshop: Workshop) -> Workshop:
    """The same workshop with no key marked as touched: the start of the next stretch."""
    return replace(workshop, touched=frozenset()) if workshop.touched else workshop


def record_at(workshop: Workshop, key: str) -> Record | None:
    """The record under a key, or None."""
    kind, _, record_id = key.partition(":")
    if kind == "workshop":
        return workshop.head
    if kind == "clock":
        return workshop.clock
    found: Record | None = getattr(workshop, TABLES[kind]).get(record_id)
    return found


def records(workshop: Workshop) -> Mapping[str, Record]:
    """Every record by key: what a store keeps."""
    found: dict[str, Record] = {key_of(workshop.head): workshop.head, "clock:clock": workshop.clock}
    for kind, table in TABLES.items():
        found.update({f"{kind}:{one.id}": one for one in getattr(workshop, table).values()})
    return found


def changes(workshop: Workshop) -> Mapping[str, Record | None]:
    """What has been touched since `settled`: the record now, or None where it is gone."""
    return {key: record_at(workshop, key) for key in workshop.touched}


def from_records(found: Mapping[str, Record]) -> Workshop:
    """The workshop that these records make up.

    Raises: `ValueError` when there is no head among them.
    """
    heads = [record for record in found.values() if isinstance(record, Head)]
    if len(heads) != 1:
        message = "a workshop has one head record"
        raise ValueError(message)
    return settled(put(Workshop(head=heads[0]), *found.values()))
