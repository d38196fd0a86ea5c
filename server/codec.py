"""Records as JSON bytes and back, strictly as their dataclasses say.

Every field is written. When it is read each must be there, but for those with a default: an
older server did not know them. A field that was not there before so needs a default, and a
new `FORMAT`; one that is renamed or removed needs a step that brings stored ones along.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, is_dataclass
from dataclasses import fields as fields_of
from enum import Enum
from typing import Any, Generic, TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints

import orjson

from facilitation.records import RECORDS, Record, key_of
from facilitation.workshop import Head

FORMAT = 3
"""The format of the bytes; a store refuses what a newer server wrote, and reads what an older one did."""

R = TypeVar("R")
Read: TypeAlias = Callable[[object, str], object]
"""Takes a JSON value and where it stands; answers the typed value or raises `BadRecord`."""


class BadRecord(ValueError):  # noqa: N818 - named as the thing that is wrong
    """Bytes or a record that do not fit. Names fields, never what stands in them."""


def _wrong(where: str, expected: str) -> BadRecord:
    return BadRecord(f"{where} is not {expected}")


def _read_plain(kind: type[Any]) -> Read:
    def read(value: object, where: str) -> object:
        if type(value) is not kind:  # a bool is an int to isinstance
            raise _wrong(where, f"a {kind.__name__}")
        return value

    return read


def _read_enum(kind: type[Enum]) -> Read:
    members = {member.value: member for member in kind}

    def read(value: object, where: str) -> object:
        if not isinstance(value, str) or value not in members:
            raise _wrong(where, f"a {kind.__name__}")
        return members[value]

    return read


def _read_tuple(member: object) -> Read:
    one = _reader(member)

    def read(value: object, where: str) -> object:
        if not isinstance(value, list):
            raise _wrong(where, "a list")
        return tuple(one(item, f"{where}[]") for item in value)

    return read


def _read_mapping(member: object) -> Read:
    one = _reader(member)

    def read(value: object, where: str) -> object:
        if not isinstance(value, dict):
            raise _wrong(where, "a map")
        return {name: one(item, f"{where}{{}}") for name, item in value.items()}

    return read


def _read_dataclass(cls: type[Any]) -> Read:
    fields = {name: _reader(hint) for name, hint in get_type_hints(cls).items()}
    needed = {one.name for one in fields_of(cls) if one.default is MISSING and one.default_factory is MISSING}

    def read(value: object, where: str) -> object:
        if not isinstance(value, dict):
            raise _wrong(where, f"a {cls.__name__}")
        if not value.keys() >= needed:
            raise BadRecord(f"{where} lacks {', '.join(sorted(needed - value.keys()))}")
        if not value.keys() <= fields.keys():
            raise BadRecord(f"{where} has a field that nobody knows")
        return cls(**{name: one(value[name], f"{where}.{name}") for name, one in fields.items() if name in value})

    return read


def _reader(hint: object) -> Read:
    """How to read a value of this type.

    Raises: `TypeError` for a type that records do not use.
    """
    origin, args = get_origin(hint), get_args(hint)
    if origin is tuple and args[1:] == (...,):
        return _read_tuple(args[0])
    if origin is Mapping and args[0] is str:
        return _read_mapping(args[1])
    if isinstance(hint, type) and is_dataclass(hint):
        return _read_dataclass(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _read_enum(hint)
    if hint is str or hint is int or hint is bool:
        return _read_plain(hint)
    raise TypeError(f"no record may hold {hint}")


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError


class Codec(Generic[R]):
    """Writes and reads the records of some kinds, as `{"kind": {field: value}}`."""

    def __init__(self, kinds: Mapping[str, type[Any]]) -> None:
        """`kinds`: the dataclass of each kind, by the kind's name."""
        self._kind_of = {cls: kind for kind, cls in kinds.items()}
        self._readers = {kind: _reader(cls) for kind, cls in kinds.items()}

    def encode(self, record: R) -> bytes:
        """The record's bytes.

        Raises: `BadRecord` for what would not be read back as it was: nothing is
        ever saved that cannot be loaded.
        """
        kind = self._kind_of.get(type(record))
        if kind is None:
            raise BadRecord(f"no kind of record is called {type(record).__name__}")
        try:
            data = orjson.dumps({kind: record}, default=_plain)
        except TypeError:  # its text may repeat the value
            raise BadRecord(f"{kind} holds something that JSON has no form for") from None
        if self.decode(data) != record:
            raise BadRecord(f"{kind} would not be read back as it was")
        return data

    def decode(self, data: bytes) -> R:
        """The record that these bytes hold.

        Raises: `BadRecord` for anything but exactly such a record.
        """
        try:
            found = orjson.loads(data)
        except orjson.JSONDecodeError:  # it carries the whole document
            raise BadRecord("a record is not JSON") from None
        if not isinstance(found, dict) or len(found) != 1:
            raise BadRecord("a record does not name its kind")
        ((kind, value),) = found.items()
        if kind not in self._readers:
            raise BadRecord("a record is of a kind that nobody knows")
        return cast("R", self._readers[kind](value, kind))


_RECORDS: Codec[Record] = Codec(RECORDS)
encode = _RECORDS.encode
decode = _RECORDS.decode


def encode_changes(changes: Mapping[str, Record | None]) -> dict[str, bytes | None]:
    """The bytes of each changed record by key, None where it goes.

    Raises: `BadRecord`, also where a record does not belong under its key.
    """
    encoded: dict[str, bytes | None] = {}
    for key, record in changes.items():
        if record is not None and key_of(record) != key:
            raise BadRecord(f"a {type(record).__name__} stands under a key that is not its own")
        encoded[key] = None if record is None else encode(record)
    return encoded


def head_in(changes: Mapping[str, Record | None]) -> Head:
    """The head among the records of a new workshop.

    Raises: `BadRecord` when there is none: such a workshop could never be loaded.
    """
    for record in changes.values():
        if isinstance(record, Head):
            return record
    raise BadRecord("a new workshop has no head record")
