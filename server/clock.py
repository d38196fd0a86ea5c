"""The server's clock: the time of day at its start, and from there on it only counts forward.

Somebody who sets the machine's clock, or a summer time set wrongly, moves no deadline of a
workshop that goes on, and nobody's connection. A new start takes the time of day anew.
"""

import time
from collections.abc import Callable


def even_ns() -> int:
    """Nanoseconds that nobody can set; where the system knows, they go on while it sleeps."""
    return time.clock_gettime_ns(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class Clock:
    """Milliseconds since 1970, evenly."""

    def __init__(self, day_ns: Callable[[], int] = time.time_ns, even_ns: Callable[[], int] = even_ns) -> None:
        """`day_ns`: the time of day in nanoseconds since 1970, asked once."""
        self._even_ns = even_ns
        self._offset = day_ns() - even_ns()

    def now(self) -> int:
        """Milliseconds since 1970."""
        return (self._offset + self._even_ns()) // 1_000_000
