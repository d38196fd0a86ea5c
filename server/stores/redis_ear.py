"""Hears the nudges of one channel, on a line and in a thread of its own.

A nudge says only that something moved. It may be lost with the line: after each new line the
listener is told so (with an empty name), and asks for itself.
"""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from redis.connection import Connection
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as LineTimeout

from server.stores.redis_line import Lines
from server.stores.store import StoreError

T = TypeVar("T")
SILENCE = 5.0
"""Seconds of silence after which Redis is asked whether it is there. Whoever needs to know sooner looks."""
AGAIN = 0.25
AT_MOST = 1.0
"""Seconds to wait for the first line, and for the thread at the end."""


class Ear(Generic[T]):
    """Calls `heard` with a name and a number for each nudge; with ("", 0) when some may have been missed.

    `read`: what to make of all that stands behind the name.
    """

    def __init__(
        self,
        lines: Lines,
        channel: str,
        heard: Callable[[str, T], None],
        silence: float = SILENCE,
        *,
        read: Callable[[str], T] = int,  # type: ignore[assignment]  # mypy cannot bind a default to T
    ) -> None:
        self._lines, self._channel, self._heard, self._silence = lines, channel, heard, silence
        self._read = read
        self._closed, self._listening = threading.Event(), threading.Event()
        self._line: Connection | None = None
        self._thread = threading.Thread(target=self._go_on, name=channel, daemon=True)
        self._thread.start()
        self._listening.wait(AT_MOST)  # what is said from here on is heard

    def _go_on(self) -> None:
        while not self._closed.is_set():
            try:
                self._line = line = self._lines.open()
            except StoreError:
                self._closed.wait(AGAIN)
                continue
            try:
                self._listen(line)
            except (RedisError, OSError, ValueError, AttributeError):  # the last: hung up by `close`
                self._closed.wait(AGAIN)
            finally:
                line.disconnect()

    def _listen(self, line: Connection) -> None:
        line.send_command("SUBSCRIBE", self._channel, check_health=False)
        asked = False
        while not self._closed.is_set():
            try:
                said = line.read_response(timeout=self._silence, disconnect_on_error=False)
            except LineTimeout:
                if asked:
                    raise
                asked = True  # silent for so long: does it still answer?
                line.send_command("PING", check_health=False)
                continue
            asked = False
            if said[0] == b"subscribe":
                if self._listening.is_set():
                    self._heard("", self._read("0"))
                self._listening.set()
            elif said[0] == b"message":
                name, _, number = said[2].decode().partition(" ")
                self._heard(name, self._read(number))

    def close(self) -> None:
        """Stop listening."""
        self._closed.set()
        if self._line is not None:
            self._line.disconnect()  # wakes the thread
        self._thread.join(AT_MOST)
