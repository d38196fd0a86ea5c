"""Devices that keep every byte they hear, and when they heard it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import socketio

from server.demo.calls import call
from server.demo.device import Device
from server.verify.search import found


@dataclass(frozen=True, slots=True)
class Heard:
    """Bytes that left the server. `by`: who got them. `moment`: how far the workshop was when they came."""

    by: str
    moment: str
    data: bytes


@dataclass
class Ears:
    """All that was heard, by everybody. `moment` is set before whoever leads asks for the next step,
    so that nothing counts as later than it was."""

    moment: str = "waiting"
    heard: list[Heard] = field(default_factory=list)

    def hear(self, by: str, data: bytes) -> None:
        """Somebody heard this now."""
        self.heard.append(Heard(by, self.moment, data))

    @property
    def size(self) -> int:
        """How many bytes."""
        return sum(len(one.data) for one in self.heard)

    def who_heard(self, words: list[str], moments: tuple[str, ...] = ()) -> dict[str, set[str]]:
        """Which of these words each outlet gave out, in these moments (at any: none named)."""
        told: dict[str, set[str]] = {}
        for one in list(self.heard):
            if not moments or one.moment in moments:
                hits = found(one.data, words)
                if hits:
                    told.setdefault(one.by, set()).update(hits)
        return told


class _Line(socketio.Client):  # type: ignore[misc]  # the library ships no types
    """A connection that gives every packet to `hear` first."""

    def __init__(self, hear: Callable[[bytes], None]) -> None:
        super().__init__(reconnection=False, handle_sigint=False)
        self._hear = hear

    def _handle_eio_message(self, data: Any) -> None:  # noqa: ANN401 - text or bytes
        self._hear(data.encode() if isinstance(data, str) else bytes(data))
        super()._handle_eio_message(data)


class Ear(Device):
    """A device that keeps what it hears in `ears`, under the name `called`."""

    ears: Ears
    called: str
    seat: str

    @classmethod
    def of(cls, ears: Ears, called: str, place: tuple[str, str], door: str, asked: Mapping[str, str]) -> Self:
        """Come in. `place`: the server's address and the workshop. `door`: the call that lets one in.

        Raises: see `calls.call`.
        """
        url, workshop = place
        seated = call(f"{url}/api/workshops/{workshop}/{door}", asked)
        one = cls(url, workshop, seated["token"])
        one.ears, one.called, one.seat = ears, called, seated["seat"]
        return one

    def line(self) -> socketio.Client:
        """One that tells us all that comes over it."""
        return _Line(lambda data: self.ears.hear(self.called, data))
