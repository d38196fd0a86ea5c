"""One Engine.IO connection: over a WebSocket of our own (`Line`), or by polling through the library.

The library writes through a queue and a task for each socket, keeps time by the wall clock,
and believes any pong. Here a frame goes straight to the socket, time is monotonic, and one
sweep looks after all.
"""

from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

from engineio import packet
from engineio.exceptions import EngineIOError, QueueEmpty, SocketIsClosedError
from engineio.socket import Socket

from server import frames, transport
from server.handshake import open_with
from server.line import MOST_WAITING, Line
from server.presence import Member
from server.whole import Whole

PING_S = 25.0
PONG_S = 25.0
UNREAD_S = 15.0
"""How long something may wait for a device that polls."""
UNNAMED_S = 5.0
EARLY_BYTES, LARGEST_MESSAGE = 4_096, 65_536
"""The longest message before a token was named, and after."""
EARLY_PARTS = 4
"""Of a message before a token was named: no browser divides one so short."""
EVENT = b"42"


class Carrier(Socket):  # type: ignore[misc]  # the library ships no types
    """See the library's `Socket`. `hear(carrier, message)` gets events, as bytes that follow `42`."""

    def __init__(
        self,
        server: Any,  # noqa: ANN401 - the library ships no types
        sid: str,
        hear: Callable[["Carrier", bytes], bool],
        named: Callable[[], None],
    ) -> None:
        """`named` is called once: when a token was named, or the connection ended without one."""
        super().__init__(server, sid)
        self.connected = False
        self.line: Line | None = None
        self.member: Member | None = None
        self._named: Callable[[], None] | None = named
        self.born = self.read_at = monotonic()
        self._hear = hear
        self._pinged_at = 0.0
        self._heard_at = self.born
        self._held = 0
        self._polled = False

    def let_in(self, member: Member) -> None:
        """Somebody with a token is behind it."""
        self.member = member
        if self.line is not None:
            self.line.reader.most, self.line.reader.parts = LARGEST_MESSAGE, frames.MOST_PARTS
        self._no_longer_waits()

    def _no_longer_waits(self) -> None:
        named, self._named = self._named, None
        if named is not None:
            named()

    # --- sending -----------------------------------------------------------------------

    def send(self, pkt: packet.Packet) -> None:
        """Send one packet. Raises: `SocketIsClosedError`."""
        if self.closed:
            raise SocketIsClosedError
        if self.line is not None:
            self.line.write(frames.text(_bytes(pkt)))
            return
        if not self._held:
            self.read_at = monotonic()
        self._held += len(pkt.data) if isinstance(pkt.data, str | bytes) else 0
        self.queue.put(pkt)
        if self._held > MOST_WAITING and not self.closing:
            transport.spawn(self.end)

    def say(self, payload: bytes) -> None:
        """Send one Socket.IO message."""
        if self.line is not None:
            self.line.write(frames.text(b"4" + payload))
        else:
            self.send(packet.Packet(packet.MESSAGE, payload.decode()))

    def say_whole(self, before: bytes, whole: Whole, after: bytes) -> None:
        """Send one message with something in it that others get too: its bytes are shared."""
        line, before = self.line, b"4" + before
        if line is None:
            self.say(before[1:] + whole.plain + after)
        elif line.deflates:
            squeezed = (frames.squeezed(before), whole.squeezed, frames.squeezed(after))
            line.write_parts(frames.compressed_text(*squeezed))
        else:
            length = len(before) + len(whole.plain) + len(after)
            line.write_parts((frames.head(length) + before, whole.plain, after))

    @property
    def is_behind(self) -> bool:
        """Whether something still waits to be read by it, or it is gone: what may be lost is not sent to it."""
        return self.closed or (self.line.waiting > 0 if self.line is not None else not self.queue.empty())

    def poll(self) -> list[packet.Packet]:
        """What a polling device gets next. Raises: `QueueEmpty`, also for a second poll beside the first."""
        if self._polled:
            raise QueueEmpty
        self._polled, self._held = True, 0
        try:
            found: list[packet.Packet] = super().poll()
        finally:
            self._polled, self._held, self.read_at = False, 0, monotonic()
        return found

    def end(self) -> None:
        """Close, whatever is still to be sent."""
        self.close(wait=False, abort=True, reason=self.server.reason.SERVER_DISCONNECT)
        if self.line is not None:
            self.line.close()
        self.server.sockets.pop(self.sid, None)
        self._no_longer_waits()

    def close(self, wait: bool = False, abort: bool = False, reason: Any = None) -> None:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The library's own, which would wait for a queue that nobody reads."""
        super().close(wait=False, abort=abort, reason=reason)
        self._no_longer_waits()

    # --- keeping alive -----------------------------------------------------------------

    def check_ping_timeout(self) -> bool:
        """The library asks before it sends; `look_after` decides."""
        if self.closed:
            raise SocketIsClosedError
        return True

    def schedule_ping(self) -> None:
        """Called by the library for each pong. One that was not asked for counts for nothing."""
        if self._pinged_at:
            self._pinged_at, self._heard_at = 0.0, monotonic()

    def look_after(self, now: float) -> None:
        """Called every second or so. Ping, and let go of who does not answer or does not read."""
        unnamed = self.member is None and now - self.born > UNNAMED_S
        unread = self.line is None and self._held and now - self.read_at > UNREAD_S
        silent = self._pinged_at and now - self._pinged_at > PONG_S
        if unnamed or unread or silent or (self.line is not None and self.line.gone):
            self.end()
        elif not self._pinged_at and now - self._heard_at > PING_S:
            self._pinged_at = now
            self.send(packet.Packet(packet.PING))
        if self.line is not None:
            self.line.look_after()

    # --- the WebSocket -----------------------------------------------------------------

    def _upgrade_websocket(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        opening = open_with(environ)
        if opening is None or self.upgraded or self.upgrading:
            start_response("400 Bad Request", [("Connection", "close"), ("Content-Length", "0")])
            return []
        raw = transport.socket_of(environ)
        raw.send(opening.answer)
        line = Line(raw, EARLY_BYTES if self.member is None else LARGEST_MESSAGE, deflates=opening.deflates)
        if self.member is None:
            line.reader.parts = EARLY_PARTS
        try:
            self._listen(line)
        finally:
            line.cut()
            self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_CLOSE)
        return transport.taken_over(environ)

    def _listen(self, line: Line) -> None:
        messages = line.messages()
        if self.connected and not self._probed(line, messages):
            return
        self.connected = self.upgraded = True
        self.line = line
        while not self.queue.empty():
            line.write(frames.text(_bytes(self.queue.get())))
        for message in messages:
            if self.closed or not self._take(message):
                return

    def _probed(self, line: Line, messages: Iterable[bytes]) -> bool:
        """The dance of an upgrade from polling (Engine.IO 4): probe, answer, end of the poll, upgrade."""
        self.upgrading = True
        try:
            asked = iter(messages)
            if next(asked, b"") != b"2probe":
                return False
            line.write(frames.text(b"3probe"))
            self.queue.put(packet.Packet(packet.NOOP))
            return next(asked, b"") == b"5"
        finally:
            self.upgrading = False

    def receive(self, pkt: packet.Packet) -> None:
        """One packet, as the library read it. Raises: `EngineIOError`, `ValueError`."""
        event = pkt.packet_type == packet.MESSAGE and isinstance(pkt.data, str) and pkt.data.startswith("2")
        if not (event and self._hear(self, pkt.data[1:].encode())):
            super().receive(pkt)

    def _take(self, message: bytes) -> bool:
        """One message; whether the line goes on."""
        if message.startswith(EVENT) and self._hear(self, message[2:]):
            return True
        if self.line is not None:
            self.line.pace()
        try:
            self.receive(packet.Packet(encoded_packet=message.decode()))
        except (EngineIOError, ValueError):
            return False
        return True


def _bytes(pkt: packet.Packet) -> bytes:
    encoded: str | bytes = pkt.encode()
    return encoded if isinstance(encoded, bytes) else encoded.encode()
