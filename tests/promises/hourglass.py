"""Time that a test lets pass: an engine (`server/engines/engine.py`) on which nothing happens by chance.

Work runs in greenlets, one at a time. At one moment they run in the order of their names, so that
nothing hangs on who was waiting first.
"""

import contextlib
import socket
from heapq import heappop, heappush

from greenlet import GreenletExit, getcurrent, greenlet

SECOND = 1_000_000
"""Time is counted in millionths of a second."""
TURNS = 5
"""How often one that still waits for something while it tidies up is ended again."""
MODE = "threading"
"""What Engine.IO calls an engine whose queues and tasks come from `fit`."""


class Hourglass:
    """See `Engine`. `cause`: what the work that runs now was started by, such as `Fay asks 3`."""

    MODE = MODE

    def __init__(self, lasts=lambda _work, _args: 0):
        """`lasts(work, args)`: how long work beside the loop takes, in millionths of a second."""
        self.now, self._lasts = 0, lasts
        self._due, self._count, self._children = [], 0, {}
        self._hub = getcurrent()
        self._names = {}
        self.errors, self.over = [], False

    # --- letting time pass -------------------------------------------------------------

    def let(self, until):
        """Let time pass until then; what falls due at that very moment comes after what is done next."""
        while self._due and self._due[0][0] < until:
            self.now, _, _, wake = heappop(self._due)
            wake()
        self.now = max(self.now, until)

    def _at(self, at, name, wake):
        self._count += 1
        heappush(self._due, (at, name, self._count, wake))

    @property
    def cause(self):
        return self._names.get(getcurrent(), "the start")

    @contextlib.contextmanager
    def caused_by(self, name):
        """What is drawn or started in here is because of this."""
        here, before = getcurrent(), self.cause
        self._names[here] = name
        try:
            yield
        finally:
            self._names[here] = before

    def start(self, name, work, *args):
        """Start work, because of something with this name."""

        def run():
            try:
                work(*args)
            except Exception as error:  # noqa: BLE001 - told at the end
                self.errors.append(error)
            finally:
                self._names.pop(getcurrent(), None)

        one = greenlet(run, self._hub)
        self._names[one] = name
        self._at(self.now, name, one.switch)

    def end(self):
        """Nothing goes on any more. What waits is ended: the collector cannot see what a greenlet holds, so one
        that waits for ever would keep its whole server in memory."""
        self.over, told = True, list(self.errors)
        self._names.pop(self._hub, None)
        for _ in range(TURNS):
            for one in list(self._names):
                one.throw(GreenletExit)
                if one.dead:
                    self._names.pop(one, None)
        self._due.clear()
        self.errors = told
        if self._names:
            raise RuntimeError(f"these do not end: {sorted(self._names.values())}")

    # --- what an engine is -------------------------------------------------------------

    def patch(self):
        """Nothing."""

    @contextlib.contextmanager
    def turn(self):
        yield

    def spawn(self, work, *args, **options):
        inner = args[0] if args else work  # transport.spawn puts a guard around
        what = getattr(getattr(inner, "func", inner), "__qualname__", "work")
        number = self._children[(self.cause, what)] = self._children.get((self.cause, what), 0) + 1
        self.start(f"{self.cause}/{what} {number}", lambda: work(*args, **options))

    def sleep(self, seconds):
        here = getcurrent()
        self._at(self.now + max(0, round(seconds * SECOND)), self.cause, here.switch)
        self._hub.switch()

    def offload(self, work, *args, **options):
        done = work(*args, **options)
        if lasts := self._lasts(work, args):
            self.sleep(lasts / SECOND)
        return done

    def event(self):
        return Happening(self)

    def readable(self, raw):
        raw.arrived.wait()

    def writable(self, _raw):
        raise AssertionError("every device takes what is sent")

    def socket_of(self, environ):
        return environ["folkmoot.socket"]

    def taken_over(self, _environ):
        return []

    def fit(self, eio):
        """Engine.IO's queues and tasks; a queue here is only ever read when something is in it."""
        eio._async = dict(eio._async) | {"thread": None, "sleep": self.sleep}

    def wait(self, happening, seconds):
        """Wait until something happens, at most so long."""
        here, live = getcurrent(), [True]

        def wake():
            if live:
                live.clear()
                here.switch()

        happening.wakes.append((self.cause, wake))
        if seconds is not None:
            self._at(self.now + max(0, round(seconds * SECOND)), self.cause, wake)
        self._hub.switch()

    def rouse(self, happening):
        for name, wake in happening.wakes:
            self._at(self.now, name, wake)
        happening.wakes = []


class Happening:
    """See `Event`."""

    def __init__(self, glass):
        self._glass, self.wakes = glass, []
        self._ready, self._value = False, None

    def send(self, value=None):
        self._ready, self._value = True, value
        self._glass.rouse(self)

    def ready(self):
        return self._ready

    def wait(self, timeout=None):
        if not self._ready:
            self._glass.wait(self, timeout)
        return self._value


class Wire:
    """The server's end of one connection: `heard` says, with the time, what was sent to the device."""

    def __init__(self, glass, name, heard):
        self._glass, self.name, self._heard = glass, name, heard
        self._in, self._shut = bytearray(), False
        self.arrived = glass.event()

    def fileno(self):
        return -1

    def send(self, data):
        if not (self._shut or self._glass.over):  # else it is on its way to nobody
            self._heard(self._glass.now, bytes(data))
        return len(data)

    def recv(self, most):
        if self._in:
            taken = bytes(self._in[:most])
            del self._in[:most]
            return taken
        if self._shut:
            return b""
        self.arrived = self._glass.event()
        raise BlockingIOError

    def put(self, data):
        """The device sends this."""
        self._in += data
        self.arrived.send()

    def shutdown(self, _how=socket.SHUT_RDWR):
        self._shut = True
        self.arrived.send()
