"""The door: how many may come in, and how many may wait before it.

Whoever has named no token is counted by address; a venue shares one, so the bound is wide, and
it never holds for people who are in. Addresses are kept veiled, for as long as somebody waits (DESIGN 7).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any

from engineio import packet

from server import transport as engine
from server.carrier import Carrier
from server.limits import Bucket, veiled
from server.strangers import Strangers

MOST_UNNAMED = 3_000
MOST_FROM_ONE = 2_000
MOST_LINES = 20
"""Of one place: its tabs, and lines that are lost but not known to be."""
HASTY_S = 2.0
"""What ended sooner, again and again, came to nothing, whoever it was."""
AGAIN = "503 Service Unavailable"
SID = re.compile(r"(?:^|&)sid=([^&]*)")
Start = Callable[..., Any]
Wsgi = Callable[[dict[str, Any], Start], Any]


class Door:
    """`most`: devices in one workshop at the same time. `rate`: their commands a second, together.

    `proxied`: a proxy stands before us, and its last word on who asks is believed.
    """

    def __init__(self, most: int, rate: int, *, proxied: bool = False) -> None:
        self._most, self._rate, self._proxied = most, rate, proxied
        self._strangers = Strangers(monotonic)
        self._floods: dict[str, Bucket] = {}
        self._inside: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._unnamed: Counter[bytes] = Counter()

    def come_in(self, workshop: str, place: str) -> bool:
        """Count one more in; False: it is full. Who comes back is let in beside a line that is not known to be lost."""
        places = self._inside[workshop]
        if places[place] >= MOST_LINES or (place not in places and len(places) >= self._most):
            return False
        places[place] += 1
        self._floods.setdefault(workshop, Bucket(self._rate, self._rate, monotonic))
        return True

    def flood(self, workshop: str) -> float:
        """Seconds that one more command of a workshop has to wait; none where all have just been sent away."""
        flood = self._floods.get(workshop)
        return 0.0 if flood is None else flood.wait()

    def go_out(self, workshop: str, place: str) -> None:
        """Count one out."""
        places = self._inside[workshop]
        places[place] -= 1
        if not places[place]:
            del places[place]
        if not places:
            del self._inside[workshop], self._floods[workshop]

    def open(self, eio: Any, hear: Callable[[Carrier, bytes], bool]) -> None:  # noqa: ANN401 - the library ships no types
        """Let the library make carriers: it has no setting for its class of sockets."""

        def connect(environ: dict[str, Any], start_response: Start, transport: str, *_: object) -> object:
            address = self._address(environ)
            full = self._unnamed.total() >= MOST_UNNAMED or self._unnamed[address] >= MOST_FROM_ONE
            if full:
                return eio._bad_request("Too many are waiting. Please try again in a moment.")  # noqa: SLF001
            self._unnamed[address] += 1
            carrier = Carrier(eio, eio.generate_id(), hear, lambda: self._named(address, carrier))
            return self._connect(eio, carrier, environ, start_response, transport)

        eio._handle_connect = connect  # noqa: SLF001
        eio.handle_request = partial(self._request, eio, eio.handle_request)

    def _address(self, environ: dict[str, Any]) -> bytes:
        forwarded = str(environ.get("HTTP_X_FORWARDED_FOR", "")) if self._proxied else ""
        return veiled(forwarded.rpartition(",")[2].strip() or str(environ.get("REMOTE_ADDR", "")))

    def _request(self, eio: Any, handle: Wsgi, environ: dict[str, Any], start_response: Start) -> Any:  # noqa: ANN401
        """Any request for a socket. Who is not known yet may have to wait."""
        known = SID.search(str(environ.get("QUERY_STRING", "")))
        if known is not None and known[1] in eio.sockets:
            return handle(environ, start_response)
        address = self._address(environ)
        for wait in (partial(self._strangers.wait, address), self._strangers.come):
            seconds = wait()
            if seconds is None:
                start_response(AGAIN, [("Content-Length", "0"), ("Connection", "close"), ("Retry-After", "5")])
                return []
            if seconds:
                engine.sleep(seconds)

        def start(status: str, *rest: Any) -> Any:  # noqa: ANN401 - see WSGI
            if not status.startswith("2"):
                self._strangers.in_vain(address)
            return start_response(status, *rest)

        return handle(environ, start)

    def _named(self, address: bytes, carrier: Carrier) -> None:
        if carrier.member is None:
            self._strangers.in_vain(address)
        self._unnamed[address] -= 1
        if self._unnamed[address] <= 0:
            del self._unnamed[address]

    def _connect(
        self,
        eio: Any,  # noqa: ANN401 - the same
        carrier: Carrier,
        environ: dict[str, Any],
        start_response: Callable[..., Any],
        transport: str,
    ) -> object:
        """What the library does for a new connection, with a carrier of ours."""
        eio.sockets[carrier.sid] = carrier
        about = {
            "sid": carrier.sid,
            "upgrades": eio._upgrades(carrier.sid, transport),  # noqa: SLF001
            "pingTimeout": int(eio.ping_timeout * 1000),
            "pingInterval": int(eio.ping_interval * 1000),
            "maxPayload": eio.max_http_buffer_size,
        }
        carrier.send(packet.Packet(packet.OPEN, about))
        eio._trigger_event("connect", carrier.sid, environ, run_async=False)  # noqa: SLF001
        if transport == "websocket":
            try:
                return carrier.handle_get_request(environ, start_response)
            finally:
                eio.sockets.pop(carrier.sid, None)
                if carrier.member is not None and monotonic() - carrier.born < HASTY_S:
                    self._strangers.hasty(self._address(environ), carrier.member.who.place.id)
        carrier.connected = True
        return eio._ok(carrier.poll())  # noqa: SLF001
