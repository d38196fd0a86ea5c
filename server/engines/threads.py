"""Real threads of the standard library, one at a time: each holds the turn while our code runs.

Nothing else would keep a promise such as "from here to the answer nothing yields". Whoever
sleeps, waits, reads or writes gives the turn away meanwhile, so threads wait beside each other.
"""

import contextlib
import queue
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from server.engines.patience import BODY_S, Patient

MODE = "threading"
STACK_BYTES = 262_144
_TURN = threading.Lock()
_MINE = threading.local()


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """Have the turn."""
    _TURN.acquire()
    _MINE.turn = True
    try:
        yield
    finally:
        _MINE.turn = False
        _TURN.release()


@contextlib.contextmanager
def _others() -> Iterator[None]:
    """Give the turn away, if it is ours, and have it again at the end."""
    if not getattr(_MINE, "turn", False):
        yield
        return
    _MINE.turn = False
    _TURN.release()
    try:
        yield
    finally:
        _TURN.acquire()
        _MINE.turn = True


def patch() -> None:
    """Nothing needs to be changed but the room that each thread takes."""
    threading.stack_size(STACK_BYTES)


def _in_turn(work: Callable[..., object], args: Any, options: Any) -> None:  # noqa: ANN401 - what the work takes
    with turn():
        work(*args, **options)


def spawn(work: Callable[..., object], *args: Any, **options: Any) -> None:  # noqa: ANN401 - what the work takes
    """Run `work` in a thread."""
    threading.Thread(target=_in_turn, args=(work, args, options), daemon=True).start()


def sleep(seconds: float) -> None:
    """Let others run for so long."""
    with _others():
        time.sleep(seconds)


def offload(work: Callable[..., Any], *args: Any, **options: Any) -> Any:  # noqa: ANN401 - what the work takes
    """Work here: it is a real thread already."""
    with _others():
        return work(*args, **options)


class event:  # noqa: N801 - a function for whoever calls it
    """Something that happens once, and has a value."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._value: Any = None

    def send(self, value: Any) -> None:  # noqa: ANN401 - whatever it is that one waits for
        """It happened."""
        self._value = value
        self._event.set()

    def ready(self) -> bool:
        """Whether it happened."""
        return self._event.is_set()

    def wait(self, timeout: float | None = None) -> Any:  # noqa: ANN401 - the same
        """Wait until it happened; its value, or None."""
        with _others():
            self._event.wait(timeout)
        return self._value


def _wait_for(raw: socket.socket, what: int) -> None:
    waiting = select.poll()
    with contextlib.suppress(ValueError, OSError), _others():
        waiting.register(raw, what)
        waiting.poll()


def readable(raw: socket.socket) -> None:
    """Wait until there is something to read."""
    _wait_for(raw, select.POLLIN)


def writable(raw: socket.socket) -> None:
    """Wait until the kernel takes more."""
    _wait_for(raw, select.POLLOUT)


def listening(host: str, port: int, backlog: int) -> socket.socket:
    """A listening socket."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=backlog)


class Handler(Patient, WSGIRequestHandler):
    """The library's handler, which would log each request and its address."""

    protocol_version = "HTTP/1.1"

    def log(self, *_: object) -> None:
        """Say nothing."""

    def handle_one_request(self) -> None:
        """Read one request and answer it."""
        self.reads_head(self.connection)
        try:
            super().handle_one_request()
        finally:
            self.is_through(self.connection)

    def parse_request(self) -> bool:
        """Read the head; whether it was right."""
        right = super().parse_request()
        self.reads_body(self.connection, self.headers if right else None)
        return right

    def make_environ(self) -> dict[str, Any]:
        """The environment, and whether the socket is to be kept from us at the end."""
        self.connection.settimeout(BODY_S)
        return self.told(super().make_environ(), self.connection) | {"folkmoot.handler": self}


class _Taken(ConnectionError):  # noqa: N818 - reads as what happened
    """The socket was taken over: the library ends without a word on a connection that is gone."""


def socket_of(environ: Mapping[str, Any]) -> socket.socket:
    """The socket under a request, made non-blocking."""
    raw: socket.socket = environ["werkzeug.socket"]
    raw.settimeout(0)
    return raw


def taken_over(environ: dict[str, Any]) -> list[bytes]:
    """End without another byte. Raises: what makes the library do so."""
    environ["folkmoot.handler"].close_connection = True
    raise _Taken


def serve(listener: socket.socket, app: Callable[..., Any], _most: int) -> None:
    """Answer requests until the process ends, each connection in a thread of its own."""
    host, port = listener.getsockname()[:2]
    server = ThreadedWSGIServer(host, port, app, handler=Handler, fd=listener.fileno())
    server.daemon_threads = True
    with _others():
        server.serve_forever()


class _Queue(queue.Queue):  # type: ignore[type-arg]
    """A queue whose reader gives the turn away."""

    def get(self, block: bool = True, timeout: float | None = None) -> Any:  # noqa: ANN401, FBT001, FBT002
        """See `queue.Queue`."""
        if not block:
            return super().get(block=False)
        with _others():
            return super().get(timeout=timeout)


class _Thread:
    """What Engine.IO starts its tasks as."""

    def __init__(self, target: Callable[..., object], args: Any = (), kwargs: Any = None) -> None:  # noqa: ANN401
        self._work = (target, args or (), kwargs or {})

    def start(self) -> None:
        """Go."""
        work, args, options = self._work
        spawn(work, *args, **options)


def fit(eio: Any) -> None:  # noqa: ANN401 - the library ships no types
    """Give Engine.IO queues and tasks that keep to turns."""
    eio._async = dict(eio._async) | {"queue": _Queue, "thread": _Thread, "sleep": sleep}  # noqa: SLF001
