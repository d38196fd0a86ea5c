"""A narrow line in front of a server: what goes through is late, and so many bytes a second."""

import asyncio
import contextlib
import threading
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urlsplit

PIECE = 1460
"""Bytes that go through together: a packet's worth."""


@dataclass(frozen=True)
class Line:
    """`round_trip`: seconds there and back. `down`, `up`: bytes a second, shared by all connections."""

    round_trip: float
    down: float
    up: float


SLOW_4G = Line(0.150, 1_600_000 / 8, 750_000 / 8)
"""As the browsers' own tools have it: 150 ms, 1.6 and 0.75 Mbit a second."""


class _Way:
    """One direction of a line, for all who use it: a piece has gone when those before it have."""

    def __init__(self, late, rate):
        self._late, self._rate, self._free = late, rate, 0.0

    async def carry(self, source, into):
        """Everything from `source`, in order, each piece when it is due."""
        pieces = asyncio.Queue()
        going = asyncio.create_task(self._deliver(pieces, into))
        with contextlib.suppress(OSError):
            while piece := await source.read(PIECE):
                self._free = max(monotonic(), self._free) + len(piece) / self._rate
                pieces.put_nowait((self._free + self._late, piece))
        pieces.put_nowait((monotonic() + self._late, b""))
        await going

    @staticmethod
    async def _deliver(pieces, into):
        with contextlib.suppress(OSError):
            while True:
                due, piece = await pieces.get()
                await asyncio.sleep(due - monotonic())
                if not piece:
                    into.close()
                    return
                if into.is_closing():
                    return
                into.write(piece)


class Narrow:
    """Such a line to the server at `url`; its own address is `.url`."""

    def __init__(self, url, line):
        self._to, self._line = urlsplit(url), line
        self._down, self._up = _Way(line.round_trip / 2, line.down), _Way(line.round_trip / 2, line.up)
        self._loop = asyncio.new_event_loop()
        self._carried = set()
        self._runs = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._runs.start()  # a thread of its own: the caller's may have a loop already, as a browser's driver does
        self._server = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result()
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _listen(self):
        return await asyncio.start_server(self._open, "127.0.0.1", 0)

    def _open(self, reader, writer):
        self._carried.add(asyncio.ensure_future(self._carry(reader, writer)))

    async def _carry(self, reader, writer):
        server = None
        try:
            await asyncio.sleep(self._line.round_trip)  # as long as a real one takes to open; this one did at once
            there, server = await asyncio.open_connection(self._to.hostname, self._to.port)
            await asyncio.gather(self._up.carry(reader, server), self._down.carry(there, writer))
        finally:
            for one in (server, writer):
                if one is not None:
                    one.close()

    def close(self):
        """Nothing goes through any more."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._runs.join()
        self._loop.close()

    async def _end(self):
        self._server.close()
        under_way = asyncio.all_tasks() - {asyncio.current_task()}
        for one in under_way:
            one.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        await asyncio.sleep(0.05)  # what was closed just now is gone a turn of the loop later
