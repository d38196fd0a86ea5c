"""Everything that a check of a proof needs from the world, handed in: so the checks themselves are pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Fetch: TypeAlias = Callable[[str, Mapping[str, str]], tuple[int, bytes]]
"""An address and headers, to a status and the body. Only addresses that the operator allowed.
Raises: `OSError` where nothing answers."""

KeySet: TypeAlias = Mapping[str, Any]
"""A JSON Web Key Set (RFC 7517)."""


@dataclass(frozen=True, slots=True)
class Outside:
    """`now`: milliseconds since 1970. `settings`: the host's own. `keys`: the key set at an address, which may
    raise `OSError`. `first_time`: whether this mark is new; it is remembered until that time."""

    now: int
    settings: Mapping[str, str]
    fetch: Fetch
    keys: Callable[[str], KeySet]
    first_time: Callable[[str, int], bool]
