"""Everything that a check of a proof needs from the world, handed in: so the checks themselves are pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

Fetch: TypeAlias = Callable[[str, Mapping[str, str]], tuple[int, bytes]]
"""An address and headers, to a status and the body. Only addresses that the operator allowed.
Raises: `OSError` where nothing answers."""

KeySet: TypeAlias = Mapping[str, Any]
"""A JSON Web Key Set (RFC 7517)."""

NONE: Mapping[str, Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Outside:
    """`now`: milliseconds since 1970. `settings`: the host's own. `keys`: the key set at an address, which may
    raise `OSError`. `first_time`: whether this mark is new; it is remembered until that time. `opened`: what we
    sealed in a ticket of ours, or None where it is none, or too old."""

    now: int
    settings: Mapping[str, str]
    fetch: Fetch
    keys: Callable[[str], KeySet]
    first_time: Callable[[str, int], bool]
    opened: Callable[[str], Mapping[str, str] | None] = NONE.get
