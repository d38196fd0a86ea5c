"""The only file that names eventlet: patching, starting, sleeping, and work off the loop.

Importing it patches nothing; `patch()` does, and only `server/__main__.py` calls it, first
thing. The listening socket is our own: `socketio.run` leaves Nagle's delay on, which costs
40 ms a call, and queues only 50 connections.
"""

import gc
import os
import socket
import warnings
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

# No name is looked up here, and eventlet's own resolver would take half a second to import.
os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message=r"(?s)\s*Eventlet is deprecated")
    import eventlet
    import eventlet.tpool
    import eventlet.websocket
    import eventlet.wsgi

P = ParamSpec("P")
R = TypeVar("R")
BACKLOG = 4096
MOST_SOCKETS = 20_000
MODE = "eventlet"
MOST_PARTS = 64


class Bounded(eventlet.websocket.RFC6455WebSocket.Message):  # type: ignore[misc]  # the library ships no types
    """A message that may not grow without end by ever more fragments: the library bounds each frame only."""

    length = parts = 0

    def push(self, data: bytes, final: bool = False) -> None:  # noqa: FBT001, FBT002 - the library's own signature
        """Add a part. Raises: what makes the library close the connection."""
        super().push(data, final)
        # Counted as they come: adding all up at every part lets empty parts stall the server.
        self.length, self.parts = self.length + len(data), self.parts + 1
        if self.length > self.max_frame_length or self.parts > MOST_PARTS:
            raise eventlet.websocket.FailedConnectionError(1009, "too long")


class Quiet(eventlet.wsgi.HttpProtocol):  # type: ignore[misc]  # the library ships no types
    """The library's protocol, which would log the address and the bytes of a broken request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def patch() -> None:
    """Make the standard library cooperative, and messages bounded. Threads and their locks stay
    real, because the stores take theirs in real threads (see `offload`)."""
    eventlet.monkey_patch(thread=False)
    eventlet.websocket.RFC6455WebSocket.Message = Bounded


def spawn(work: Callable[P, object], *args: P.args, **options: P.kwargs) -> None:
    """Run `work` beside everything else."""
    eventlet.spawn(work, *args, **options)


def sleep(seconds: float) -> None:
    """Let others run for so long."""
    eventlet.sleep(seconds)


def offload(work: Callable[P, R], *args: P.args, **options: P.kwargs) -> R:
    """Run blocking `work` in a real thread; others run meanwhile. Raises what it raises."""
    result: R = eventlet.tpool.execute(work, *args, **options)
    return result


class Bell:
    """Wakes one waiter; a ring that nobody waits for is not lost."""

    def __init__(self) -> None:
        self._event = eventlet.Event()

    def ring(self) -> None:
        """Wake the waiter, or the next one at once."""
        if not self._event.ready():
            self._event.send(True)  # noqa: FBT003 - what wait answers

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for a ring, at most so long; whether it rang."""
        if seconds is not None and seconds <= 0 and not self._event.ready():
            return False
        rang = bool(self._event.wait(timeout=seconds)) or self._event.ready()
        if rang:
            self._event = eventlet.Event()
        return rang


def wait_for(start: Callable[[Callable[[R], None]], object]) -> R:
    """Call `start` with a function that takes the answer, and wait for that answer."""
    answered = eventlet.Event()
    start(answered.send)
    result: R = answered.wait()
    return result


def listen(host: str, port: int) -> socket.socket:
    """A listening socket whose connections send at once. Port 0: a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener: socket.socket = eventlet.listen((host, port), family=family, backlog=BACKLOG)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def serve(listener: socket.socket, app: Callable[..., Any]) -> None:
    """Answer requests until the process ends. Logs no request: they carry addresses."""
    gc.collect()
    gc.freeze()
    eventlet.wsgi.server(listener, app, log_output=False, debug=False, max_size=MOST_SOCKETS, protocol=Quiet)
