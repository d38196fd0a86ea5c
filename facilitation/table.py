"""A table of records: read like a dict, and changed by making another, at the cost of the change.

A workshop of 5,000 cards would otherwise be copied for every command. The few newest changes
lie over a base that is shared; when they grow many, the base is made anew.
"""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from math import isqrt
from typing import TypeVar

V = TypeVar("V")
LEAST = 64


class Table(Mapping[str, V]):
    """Records by id."""

    __slots__ = ("_base", "_over", "_size", "_whole")

    def __init__(self, base: Mapping[str, V] | None = None) -> None:
        self._base: dict[str, V] = dict(base or {})
        self._over: dict[str, V | None] = {}
        self._size = len(self._base)
        self._whole: dict[str, V] | None = self._base

    def changed(self, changes: Mapping[str, V | None]) -> "Table[V]":
        """Another table with these records added or replaced; None where one goes."""
        over = {**self._over, **changes}
        if len(over) > LEAST + isqrt(len(self._base)):
            return Table(_laid(self._base, over))
        made: Table[V] = Table.__new__(Table)
        made._base, made._over, made._whole = self._base, over, None
        before = sum(key in self for key in changes)
        made._size = self._size - before + sum(one is not None for one in changes.values())
        return made

    def __getitem__(self, key: str) -> V:
        if key in self._over:
            found = self._over[key]
            if found is None:
                raise KeyError(key)
            return found
        return self._base[key]

    def get(self, key: str, default: V | None = None) -> V | None:  # type: ignore[override]  # of the same kind
        """The record, or `default`."""
        found = self._over.get(key)
        if found is not None:
            return found
        return default if key in self._over else self._base.get(key, default)

    def __contains__(self, key: object) -> bool:
        return self._over[key] is not None if key in self._over else key in self._base

    def __len__(self) -> int:
        return self._size

    def _all(self) -> dict[str, V]:
        """The whole as a dict, laid out once, when somebody looks at all of it."""
        if self._whole is None:
            self._whole = _laid(self._base, self._over)
        return self._whole

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def values(self) -> ValuesView[V]:
        """All records."""
        return self._all().values()

    def items(self) -> ItemsView[str, V]:
        """All records with their ids."""
        return self._all().items()

    def __repr__(self) -> str:
        return repr(self._all())


def _laid(base: Mapping[str, V], over: Mapping[str, V | None]) -> dict[str, V]:
    """The base with the changes laid over it."""
    whole = dict(base)
    for key, one in over.items():
        if one is None:
            whole.pop(key, None)
        else:
            whole[key] = one
    return whole
