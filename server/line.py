"""One WebSocket: the same bytes written straight to a non-blocking socket, read as they come.

No queue and no wake-up for each receiver: what the kernel takes at once never waits here. The
rest waits in a bounded outbox that one flusher works off. Who does not read is let go of: by
the bytes that wait, and by a question (a ping with random bytes) that only a reader can answer.
"""

import contextlib
import secrets
import socket
from collections import deque
from collections.abc import Iterator
from time import monotonic

from server import frames, transport
from server.frames import Broken, Code, Frame, Opcode, Reader

MOST_WAITING = 1_048_576
"""Bytes that may wait for one reader, beside one whole view that all share."""
ODD = 50
"""Frames in a second that ask for nothing (pings, pongs, packets of the library); who sends more is not read from
until the second is over. A browser sends one in a while."""
ASK_AGAIN_S = 3.0
PATIENCE_S = 11.0
"""How long a reader may show no sign of reading; with the question before it, under 15 s."""


class Line:
    """A WebSocket after its handshake. `waiting`: bytes in the outbox."""

    __slots__ = (
        "_asked_at",
        "_behind",
        "_flushing",
        "_most",
        "_odd",
        "_odd_since",
        "_out",
        "_proof",
        "_raw",
        "_said_since",
        "deflates",
        "gone",
        "reader",
        "waiting",
    )

    def __init__(self, raw: socket.socket, most: int, *, deflates: bool) -> None:
        """`raw`: non-blocking. `most`: bytes of the longest message that may come."""
        self._raw = raw
        self.deflates = deflates
        self.reader = Reader(most, inflates=deflates)
        self.gone = False
        self.waiting = 0
        self._most = MOST_WAITING
        self._out: deque[bytes | memoryview] = deque()
        self._flushing = False
        self._said_since = False
        self._proof = b""
        self._asked_at = 0.0
        self._behind = 0
        self._odd = 0
        self._odd_since = monotonic()

    # --- writing -----------------------------------------------------------------------

    def write(self, frame: bytes | memoryview) -> None:
        """Write now what the kernel takes; the rest waits. Never blocks and never raises."""
        if self.gone:
            return
        self._said_since = True
        if not self._out:
            try:
                sent = self._raw.send(frame)
            except BlockingIOError:
                sent = 0
            except OSError:
                self.cut()
                return
            if sent == len(frame):
                return
            frame = memoryview(frame)[sent:]
        self._out.append(frame)
        self.waiting += len(frame)
        if self.waiting > self._most:
            self.cut()
        elif not self._flushing:
            self._flushing = True
            transport.spawn(self._flush)

    def write_parts(self, parts: tuple[bytes, ...]) -> None:
        """One frame in pieces that others get too: a whole view. It may be as long as it is."""
        if self.waiting <= MOST_WAITING:
            self._most = MOST_WAITING + sum(map(len, parts))
        for part in parts:
            self.write(part)

    def _flush(self) -> None:
        try:
            while self._out and not self.gone:
                piece = self._out[0]
                try:
                    sent = self._raw.send(piece)
                except BlockingIOError:
                    transport.writable(self._raw)
                    continue
                self.waiting -= sent
                if sent == len(piece):
                    self._out.popleft()
                else:
                    self._out[0] = memoryview(piece)[sent:]
        except OSError:
            self.cut()
        finally:
            self._flushing = False

    # --- reading -----------------------------------------------------------------------

    def messages(self) -> Iterator[bytes]:
        """The text messages that come, until the line ends. Raises nothing: a fault ends it."""
        code = Code.NORMAL
        try:
            while not self.gone and (data := self._receive()):
                for frame in self.reader.feed(data):
                    if frame.opcode == Opcode.TEXT:
                        yield frame.payload
                    elif not self._control(frame):
                        return
        except Broken as fault:
            code = fault.code
        except OSError:
            self.cut()
        finally:
            self.close(code)

    def _receive(self) -> bytes:
        while True:
            try:
                return self._raw.recv(self.reader.most)  # small sips before a token was named
            except BlockingIOError:
                transport.readable(self._raw)

    def _control(self, frame: Frame) -> bool:
        """Whether the line goes on."""
        self.pace()
        if frame.opcode == Opcode.BINARY:
            raise Broken(Code.UNSUPPORTED)
        if frame.opcode == Opcode.PING:
            self.write(frames.control(Opcode.PONG, frame.payload))
        elif frame.opcode == Opcode.PONG and self._proof and frame.payload == self._proof:
            self._proof = b""
        return frame.opcode != Opcode.CLOSE

    def pace(self) -> None:
        """One more frame that asks for nothing: read slowly from who sends many."""
        self._odd += 1
        if self._odd >= ODD:
            transport.sleep(max(0.0, self._odd_since + 1 - monotonic()))
            self._odd, self._odd_since = 0, monotonic()

    # --- who reads ---------------------------------------------------------------------

    def look_after(self) -> None:
        """Called every second or so: ask for a proof of reading, let go of who gives none."""
        now = monotonic()
        if self._proof:
            behind = self.waiting + transport.unsent(self._raw)
            if behind < self._behind:  # slow, but it reads
                self._asked_at = now
            self._behind = behind
            if now - self._asked_at > PATIENCE_S:
                self.cut()
        elif self._said_since and now - self._asked_at > ASK_AGAIN_S:
            self._proof, self._asked_at = secrets.token_bytes(8), now
            self.write(frames.control(Opcode.PING, self._proof))
            self._behind = self.waiting + transport.unsent(self._raw)
            self._said_since = False
        if not self._out:
            self._most = MOST_WAITING

    # --- ending ------------------------------------------------------------------------

    def close(self, code: Code = Code.NORMAL) -> None:
        """Say good-bye if there is room for it, and end."""
        self.write(frames.closing(code))
        self.cut()

    def cut(self) -> None:
        """End at once: whoever waits to read or write finds out."""
        if self.gone:
            return
        self.gone = True
        self._out.clear()
        self.waiting = 0
        with contextlib.suppress(OSError):
            self._raw.shutdown(socket.SHUT_RDWR)
