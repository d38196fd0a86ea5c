"""A mailbox between threads: anybody may post, one reader waits for it beside everything else.

What wakes the reader is a byte on a pair of sockets, since the loop's own events may only be
touched by its own thread.
"""

import socket
from collections import deque
from contextlib import suppress
from threading import Lock
from typing import Generic, TypeVar

from server import transport

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Letters wait here in their order."""

    def __init__(self) -> None:
        self._letters: deque[T] = deque()
        self._lock = Lock()
        self._out, self._in = socket.socketpair()
        self._in.settimeout(0)

    def post(self, letter: T) -> None:
        """Put a letter in. From any thread; never waits."""
        with self._lock:
            first = not self._letters
            self._letters.append(letter)
        if first:
            with suppress(OSError):  # closed: nobody reads any more
                self._in.send(b"1")

    def take(self) -> list[T]:
        """Wait until there is something, and take all of it; nothing once it is closed."""
        while self._woken():
            with self._lock:
                letters = list(self._letters)
                self._letters.clear()
            if letters:  # else what was posted came along with what woke us before
                return letters
        self._out.close()
        return []

    def _woken(self) -> bool:
        """Wait for a byte; False once the other end is closed."""
        transport.readable(self._out)
        return bool(self._out.recv(64))

    def close(self) -> None:
        """Wake the reader for the last time."""
        self._in.close()
