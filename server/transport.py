"""How this process does many things at once, whatever the engine: spawn, sleep, wait, listen, serve.

The engine is chosen by FOLKMOOT_ENGINE before anything else is imported. Importing this patches
nothing; `patch()` does, and only `server/__main__.py` calls it, first thing. The listening
socket is our own: `socketio.run` leaves Nagle's delay on, which costs 40 ms a call, and queues
only 50 connections.
"""

import array
import contextlib
import fcntl
import gc
import importlib
import logging
import os
import socket
import termios
from collections.abc import Callable, Iterable
from functools import partial
from time import monotonic
from typing import Any, Final, ParamSpec, TypeVar, cast

from server.engines import ENGINES
from server.engines.engine import Engine
from server.engines.patience import UNREAD
from server.gate import Gate

P = ParamSpec("P")
R = TypeVar("R")
LOG = logging.getLogger("server")  # `log.quieten` takes the words out
BACKLOG = 4096
MOST_SOCKETS = 20_000


def _chosen() -> Engine:
    """The engine that was asked for. An unknown name is the settings' to refuse."""
    name = os.environ.get("FOLKMOOT_ENGINE", "").strip()
    return cast("Engine", importlib.import_module(ENGINES.get(name, ENGINES["eventlet"])))


engine: Final = _chosen()
MODE = engine.MODE
patch, turn, sleep = engine.patch, engine.turn, engine.sleep
readable, writable = engine.readable, engine.writable
socket_of, taken_over, fit = engine.socket_of, engine.taken_over, engine.fit


def spawn(work: Callable[P, object], *args: P.args, **options: P.kwargs) -> None:
    """Run `work` beside everything else. What it raises is logged without its words."""
    engine.spawn(_guarded, partial(work, *args, **options))


def _guarded(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception:  # engines would print the error's text, and gevent what the work was given
        LOG.exception("beside")


def offload(work: Callable[P, R], *args: P.args, **options: P.kwargs) -> R:
    """Run blocking `work` in a real thread; others run meanwhile. Raises what it raises."""
    result: R = engine.offload(work, *args, **options)
    return result


class Bell:
    """Wakes one waiter; a ring that nobody waits for is not lost."""

    def __init__(self) -> None:
        self._event = engine.event()

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
            self._event = engine.event()
        return rang


def wait_for(start: Callable[[Callable[[R], None]], object]) -> R:
    """Call `start` with a function that takes the answer, and wait for that answer."""
    answered = engine.event()
    start(answered.send)
    result: R = answered.wait()
    return result


def listen(host: str, port: int) -> socket.socket:
    """A listening socket whose connections send at once. Port 0: a free one."""
    listener = engine.listening(host, port, BACKLOG)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def unsent(raw: socket.socket) -> int:
    """Bytes that the kernel still holds for this connection, where it says."""
    held = array.array("i", [0])
    try:
        fcntl.ioctl(raw.fileno(), termios.TIOCOUTQ, held)
    except (OSError, ValueError):
        return 0
    return held[0]


def hang_up_on_the_slow() -> None:
    """Close connections that do not get their request through in time."""
    now = monotonic()
    for connection in [one for one, until in list(UNREAD.items()) if until < now]:
        UNREAD.pop(connection, None)
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)


def serve(
    listener: socket.socket, app: Callable[..., Iterable[bytes]], knows: Callable[[dict[str, Any]], bool]
) -> None:
    """Answer requests until the process ends. Logs no request: they carry addresses. `knows`: see `Gate`."""

    def in_turn(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        with turn():
            return app(environ, start_response)

    def knows_in_turn(environ: dict[str, Any]) -> bool:
        with turn():
            return knows(environ)

    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)  # the default looks through everything many times a second
    engine.serve(listener, Gate(in_turn, knows_in_turn), MOST_SOCKETS)
