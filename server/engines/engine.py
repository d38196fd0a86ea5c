"""What an engine is: how one process does many things at once.

Under every engine only one piece of our code runs at a time, and it goes on until it sleeps,
waits or works elsewhere; the desk and the sockets rely on that (`Entrance`, `Desk.flush`).
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from socket import socket
from typing import Any, Protocol


class Event(Protocol):
    """Something that happens once, and has a value."""

    def send(self, value: Any) -> None:  # noqa: ANN401 - whatever it is that one waits for
        """It happened."""

    def ready(self) -> bool:
        """Whether it happened."""

    def wait(self, timeout: float | None = None) -> Any:  # noqa: ANN401 - the same
        """Wait until it happened, at most so many seconds; its value, or None."""


class Engine(Protocol):
    """One module in this folder."""

    MODE: str
    """What Engine.IO calls it."""

    def patch(self) -> None:
        """Make the standard library fit. Called first of all, by `server/__main__.py` alone."""

    def turn(self) -> AbstractContextManager[None]:
        """Run our code in a thread that is not the engine's own: the main one."""

    def spawn(self, work: Callable[..., object], *args: Any, **options: Any) -> None:  # noqa: ANN401
        """Run work beside everything else."""

    def sleep(self, seconds: float) -> None:
        """Let others run for so long."""

    def offload(self, work: Callable[..., Any], *args: Any, **options: Any) -> Any:  # noqa: ANN401
        """Run blocking work in a real thread; others run meanwhile. Raises what it raises."""

    def event(self) -> Event:
        """A new event."""

    def readable(self, raw: socket) -> None:
        """Wait until there is something to read."""

    def writable(self, raw: socket) -> None:
        """Wait until the kernel takes more."""

    def listening(self, host: str, port: int, backlog: int) -> socket:
        """A listening socket."""

    def socket_of(self, environ: Mapping[str, Any]) -> socket:
        """The socket under a request, non-blocking."""

    def taken_over(self, environ: dict[str, Any]) -> list[bytes]:
        """What a request returns whose socket was taken from it: nothing more is to be sent."""

    def serve(self, listener: socket, app: Callable[..., Any], most: int) -> None:
        """Answer requests until the process ends, `most` connections at a time; log none of them."""

    def fit(self, eio: Any) -> None:  # noqa: ANN401 - the library ships no types
        """Give Engine.IO this engine's queues and tasks, where it has none of its own."""
