"""Envelopes: answers that are given at once, to one device in one write.

Where many wait for one save, a write for each answer would cost as much as all else about it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from server import frames
from server.carrier import Carrier


class Envelopes:
    """Messages on their way. Nothing yields while envelopes are open, so nothing else is said meanwhile."""

    def __init__(self) -> None:
        self._open: dict[Carrier, list[bytes]] | None = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Gather what is said in here, and send it at the end."""
        gathered: dict[Carrier, list[bytes]] = {}
        self._open = gathered
        try:
            yield
        finally:
            self._open = None
            for carrier, messages in gathered.items():
                if carrier.line is not None:
                    carrier.line.write(b"".join(messages))

    def say(self, carrier: Carrier, payload: bytes) -> None:
        """Send one Socket.IO message, now or with the others."""
        if self._open is None or carrier.line is None:
            carrier.say(payload)
        else:
            self._open.setdefault(carrier, []).append(frames.text(b"4" + payload))
