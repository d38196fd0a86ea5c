"""The only file that names eventlet: patching, starting, sleeping, and work off the loop.

Importing it patches nothing; `patch()` does, and only `server/__main__.py` calls it, first
thing. The listening socket is our own: `socketio.run` leaves Nagle's delay on, which costs
40 ms a call, and queues only 50 connections.
"""

import array
import contextlib
import fcntl
import gc
import os
import socket
import termios
import warnings
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, ClassVar, ParamSpec, TypeVar

# No name is looked up here, and eventlet's own resolver would take half a second to import.
os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message=r"(?s)\s*Eventlet is deprecated")
    import eventlet
    import eventlet.hubs
    import eventlet.tpool
    import eventlet.wsgi

P = ParamSpec("P")
R = TypeVar("R")
BACKLOG = 4096
MOST_SOCKETS = 20_000
MODE = "eventlet"
HEAD_S, BODY_S = 5.0, 60.0
"""Seconds until the head of a request, or its body and answer, must be through."""


class Quiet(eventlet.wsgi.HttpProtocol):  # type: ignore[misc]  # the library ships no types
    """The library's protocol, which would log the address and the bytes of a broken request, and wait for ever."""

    unread: ClassVar[dict[Any, float]] = {}
    """Connections whose request is not read yet, and when their patience ends (monotonic seconds)."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _read_request_line(self) -> Any:  # noqa: ANN401 - bytes, or nothing
        self.unread[self.connection] = monotonic() + HEAD_S
        return super()._read_request_line()

    def parse_request(self) -> bool:
        """Read the head; whether it was right."""
        right = bool(super().parse_request())
        self.unread.pop(self.connection, None)
        if right and self.headers.get("content-length", "0") != "0":
            self.unread[self.connection] = monotonic() + BODY_S
        return right

    def handle_one_response(self) -> None:
        """Answer, and stop the clock of a body."""
        try:
            super().handle_one_response()
        finally:
            self.unread.pop(self.connection, None)

    def finish(self) -> None:
        """Let go of the connection."""
        self.unread.pop(self.connection, None)
        super().finish()


def patch() -> None:
    """Make the standard library cooperative. Threads and their locks stay real, because the
    stores take theirs in real threads (see `offload`)."""
    eventlet.monkey_patch(thread=False)


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


def readable(raw: socket.socket) -> None:
    """Wait until there is something to read."""
    eventlet.hubs.trampoline(raw, read=True)


def writable(raw: socket.socket) -> None:
    """Wait until the kernel takes more."""
    eventlet.hubs.trampoline(raw, write=True)


def unsent(raw: socket.socket) -> int:
    """Bytes that the kernel still holds for this connection, where it says."""
    held = array.array("i", [0])
    try:
        fcntl.ioctl(raw.fileno(), termios.TIOCOUTQ, held)
    except (OSError, ValueError):
        return 0
    return held[0]


def socket_of(environ: Mapping[str, Any]) -> socket.socket:
    """The socket under a request, non-blocking."""
    raw: socket.socket = environ["eventlet.input"].get_socket().fd
    return raw


def taken_over() -> list[bytes]:
    """What a request returns whose socket was taken from it: nothing more is to be sent."""
    eventlet.wsgi.WSGI_LOCAL.already_handled = True
    return []


def hang_up_on_the_slow() -> None:
    """Close connections that do not get their request through in time."""
    now = monotonic()
    for connection in [one for one, until in Quiet.unread.items() if until < now]:
        Quiet.unread.pop(connection, None)
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)


def serve(listener: socket.socket, app: Callable[..., Any]) -> None:
    """Answer requests until the process ends. Logs no request: they carry addresses."""
    gc.collect()
    gc.freeze()
    eventlet.wsgi.server(listener, app, log_output=False, debug=False, max_size=MOST_SOCKETS, protocol=Quiet)
