"""Gevent: one thread, greenlets, and makers who go on. Installed by whoever chooses it.

Importing it patches nothing; `patch` does.
"""

import contextlib
import errno
import logging
import socket
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import gevent
import gevent.event
import gevent.monkey
import gevent.pywsgi
import gevent.socket

from server.engines.patience import Patient

MODE = "gevent"
LOG = logging.getLogger("server")  # `log.quieten` takes the words out
sleep = gevent.sleep


class Quiet(Patient, gevent.pywsgi.WSGIHandler):  # type: ignore[misc]  # the library ships few types
    """The library's handler, which would log each request and its address."""

    def log_request(self) -> None:
        """Say nothing."""

    def log_error(self, *_: object) -> None:
        """Say nothing."""

    def _log_error(self, *failed: Any) -> None:  # noqa: ANN401 - the three of `sys.exc_info`
        """What failed without anybody's word or address: the library would print both."""
        LOG.error("request", exc_info=failed)

    def read_requestline(self) -> Any:  # noqa: ANN401 - the library's own
        """Await a request."""
        self.reads_head(self.socket)
        return super().read_requestline()

    def read_request(self, raw_requestline: str) -> Any:  # noqa: ANN401 - the library's own
        """Read the head; whether it was right. Raises: `ValueError`, which the library prints nothing of."""
        try:
            right = super().read_request(raw_requestline)
        except ConnectionError:  # broken off in the middle
            raise ValueError from None
        self.reads_body(self.socket, self.headers if right else None)
        return right

    def get_environ(self) -> dict[str, Any]:
        """The environment, with the socket under it."""
        return self.told(super().get_environ(), self.socket) | {"folkmoot.socket": self.socket}

    def handle_one_response(self) -> None:
        """Answer, and stop the clock of a body."""
        try:
            super().handle_one_response()
        finally:
            self.is_through(self.socket)

    def handle(self) -> None:
        """All requests of one connection."""
        connection = self.socket
        try:
            with contextlib.suppress(ConnectionError):  # the library would print it, and the address beside it
                super().handle()
        finally:
            self.is_through(connection)


def patch() -> None:
    """Make the standard library cooperative. Threads and their locks stay real, because the
    stores take theirs in real threads (see `offload`)."""
    gevent.monkey.patch_all(thread=False, queue=False)


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """The main thread is the only one."""
    yield


def spawn(work: Callable[..., object], *args: Any, **options: Any) -> None:  # noqa: ANN401 - what the work takes
    """Run `work` in a greenlet."""
    gevent.spawn(work, *args, **options)


def offload(work: Callable[..., Any], *args: Any, **options: Any) -> Any:  # noqa: ANN401 - what the work takes
    """Run blocking `work` in a real thread."""
    return gevent.get_hub().threadpool.apply(work, args, options)


class event:  # noqa: N801 - a function for whoever calls it
    """Something that happens once, and has a value."""

    def __init__(self) -> None:
        self._event = gevent.event.Event()
        self._value: Any = None

    def send(self, value: Any) -> None:  # noqa: ANN401 - whatever it is that one waits for
        """It happened."""
        self._value = value
        self._event.set()

    def ready(self) -> bool:
        """Whether it happened."""
        return bool(self._event.is_set())

    def wait(self, timeout: float | None = None) -> Any:  # noqa: ANN401 - the same
        """Wait until it happened; its value, or None."""
        self._event.wait(timeout)
        return self._value


def readable(raw: socket.socket) -> None:
    """Wait until there is something to read."""
    gevent.socket.wait_read(raw.fileno())


def writable(raw: socket.socket) -> None:
    """Wait until the kernel takes more."""
    gevent.socket.wait_write(raw.fileno())


def listening(host: str, port: int, backlog: int) -> socket.socket:
    """A listening socket."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=backlog)


def socket_of(environ: Mapping[str, Any]) -> socket.socket:
    """The socket under a request, non-blocking."""
    raw: socket.socket = environ["folkmoot.socket"]._sock  # noqa: SLF001 - the library has no name for it
    return raw


def taken_over(_environ: dict[str, Any]) -> list[bytes]:
    """End without another byte. Raises: what the library takes for a device that has gone."""
    raise BrokenPipeError(errno.EPIPE, "taken over")


def serve(listener: socket.socket, app: Callable[..., Any], most: int) -> None:
    """Answer requests until the process ends."""
    options = {"log": None, "error_log": None, "spawn": most, "handler_class": Quiet}
    gevent.pywsgi.WSGIServer(listener, app, **options).serve_forever()


def fit(eio: Any) -> None:  # noqa: ANN401 - the library ships no types
    """Engine.IO knows gevent, but offers a WebSocket only with another library, which ours makes needless."""
    eio._async = dict(eio._async) | {"websocket": True}  # noqa: SLF001
