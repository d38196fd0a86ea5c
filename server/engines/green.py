"""Eventlet: one thread, greenlets. The only file that names it, for its makers are retiring it.

Importing it patches nothing; `patch` does.
"""

import contextlib
import os
import socket
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from server.engines.patience import Patient

# No name is looked up here, and eventlet's own resolver would take half a second to import.
os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message=r"(?s)\s*Eventlet is deprecated")
    import eventlet
    import eventlet.hubs
    import eventlet.tpool
    import eventlet.wsgi

MODE = "eventlet"
REST_S = 0.001
"""From one connection to the next. However many come at once, others have their turn between, and so have the
threads that save: while this one never rests, each of their steps waits five milliseconds for it."""
sleep = eventlet.sleep
offload = eventlet.tpool.execute
event = eventlet.Event


class Quiet(Patient, eventlet.wsgi.HttpProtocol):  # type: ignore[misc]  # the library ships no types
    """The library's protocol, which would log the address and the bytes of a broken request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _read_request_line(self) -> Any:  # noqa: ANN401 - bytes, or nothing
        self.reads_head(self.connection)
        return super()._read_request_line()

    def parse_request(self) -> bool:
        """Read the head; whether it was right."""
        right = bool(super().parse_request())
        self.reads_body(self.connection, self.headers if right else None)
        return right

    def get_environ(self) -> dict[str, Any]:
        """The environment."""
        return self.told(super().get_environ(), self.connection)

    def handle_one_response(self) -> None:
        """Answer, and stop the clock of a body."""
        try:
            super().handle_one_response()
        finally:
            self.is_through(self.connection)

    def finish(self) -> None:
        """Let go of the connection."""
        self.is_through(self.connection)
        super().finish()


def patch() -> None:
    """Make the standard library cooperative. Threads and their locks stay real, because the
    stores take theirs in real threads (see `offload`)."""
    eventlet.monkey_patch(thread=False)


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """The main thread is the only one."""
    yield


def spawn(work: Callable[..., object], *args: Any, **options: Any) -> None:  # noqa: ANN401 - what the work takes
    """Run `work` in a greenlet."""
    eventlet.spawn(work, *args, **options)


def readable(raw: socket.socket) -> None:
    """Wait until there is something to read."""
    eventlet.hubs.trampoline(raw, read=True)


def writable(raw: socket.socket) -> None:
    """Wait until the kernel takes more."""
    eventlet.hubs.trampoline(raw, write=True)


def listening(host: str, port: int, backlog: int) -> socket.socket:
    """A listening socket."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener: socket.socket = eventlet.listen((host, port), family=family, backlog=backlog)
    return listener


def socket_of(environ: Mapping[str, Any]) -> socket.socket:
    """The socket under a request, non-blocking."""
    raw: socket.socket = environ["eventlet.input"].get_socket().fd
    return raw


def taken_over(_environ: dict[str, Any]) -> list[bytes]:
    """Tell the library that nothing more is to be sent."""
    eventlet.wsgi.WSGI_LOCAL.already_handled = True
    return []


def serve(listener: socket.socket, app: Callable[..., Any], most: int) -> None:
    """Answer requests until the process ends."""
    accept = listener.accept

    def one_a_turn() -> Any:  # noqa: ANN401 - the library's own
        accepted = accept()
        sleep(REST_S)
        return accepted

    listener.accept = one_a_turn  # type: ignore[method-assign]
    eventlet.wsgi.server(listener, app, log_output=False, debug=False, max_size=most, protocol=Quiet)


def fit(_eio: Any) -> None:  # noqa: ANN401 - the library ships no types
    """Engine.IO knows eventlet."""
