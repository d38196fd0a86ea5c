"""Giving out ballots and checking those that are cast.

What is signed binds a ballot to its workshop and its vote; who it belongs to is nowhere in it. To
sign takes a millisecond or two of the one thread that everything runs in (seven without gmpy2), so
ballots are given out one after the other, and the board has its turn after each.
"""

import base64
import binascii
from collections import deque
from collections.abc import Callable
from time import perf_counter
from typing import TypeVar

from server import transport
from server.blind import is_signed
from server.paper import Cast

R = TypeVar("R")
REST = 0.5
"""How long others have after each ballot, in parts of what it took."""


def message(nullifier: str, workshop: str, ballot: str) -> bytes:
    """What is signed, after its random prefix: useless for any other ballot."""
    return f"{nullifier}.{workshop}.{ballot}".encode()


def is_genuine(public_pem: str, paper: Cast, workshop: str, ballot: str) -> bool:
    """Whether this ballot's key signed what was cast."""
    try:
        signature = base64.b64decode(paper.sig + "=" * (-len(paper.sig) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return False
    prepared = bytes.fromhex(paper.prefix) + message(paper.nullifier, workshop, ballot)
    return is_signed(public_pem, prepared, signature)


class Window:
    """Where ballots are given out: to one after the other, in the order in which they came."""

    def __init__(self) -> None:
        """Nobody waits."""
        self._queue: deque[transport.Bell] = deque()
        self._busy = False

    def serve(self, work: Callable[[], R]) -> R:
        """Wait for one's turn, do `work`, and let others run. Raises what it raises."""
        if self._busy:
            self._queue.append(bell := transport.Bell())
            bell.wait()
        self._busy = True
        began = perf_counter()
        try:
            return work()
        finally:
            transport.sleep(REST * (perf_counter() - began))
            self._busy = bool(self._queue)
            if self._queue:
                self._queue.popleft().ring()
