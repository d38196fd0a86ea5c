"""A whole server in virtual time: desk, beat, people, sockets and HTTP as they are, no network and no clock.

Saves last as long as the dice say; ids follow from their cause; every byte that leaves is kept with its time.
"""

import contextlib
import io
import secrets
import sys
import time
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from pathlib import Path
from types import FunctionType, SimpleNamespace

import orjson
from werkzeug.routing import Rule

from server import app, desk, line, pages, roll, routes, transport
from server import settings as settings_of
from server.addresses import Addresses
from server.agendas import load_agendas
from server.clock import Clock
from server.gate import Gate
from server.log import make_log
from server.plans import load_plan_templates
from server.stores import in_memory
from server.stores.memory import MemoryStore
from server.stores.people_memory import MemoryPeople
from tests.promises.chance import Chance
from tests.promises.hourglass import SECOND, Hourglass, Wire

load_agendas, load_plan_templates = cache(load_agendas), cache(load_plan_templates)
new_keys, sign = cache(roll.new_keys), lru_cache(100)(roll.sign)  # they take longer than all else in a life
describe = cache(routes.describe)
HOST = "board.test"
MS = SECOND // 1000
ENGINE = ("patch", "turn", "sleep", "readable", "writable", "socket_of", "taken_over", "fit", "MODE")


@cache
def where(*found):
    """Where our server keeps one of these under a name of its own, and which functions have one by default."""
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("server.")]
    named = [(module, name, value) for module in modules for name, value in vars(module).items()]
    classes = [one for _, _, one in named if isinstance(one, type) and one.__module__.startswith("server.")]
    functions = [one for _, _, one in named if isinstance(one, FunctionType)]
    functions += [one for kind in classes for one in vars(kind).values() if isinstance(one, FunctionType)]
    defaults = [one for one in functions if any(value in found for value in one.__defaults__ or () if callable(value))]
    return [(module, name) for module, name, value in named if any(value is one for one in found)], defaults


class Virtual:
    """One server. `lasts(work, args)`: how long a save takes, in millionths of a second."""

    def __init__(self, lasts, began=1_000_000, stores=None, **asked):
        """`began`: the time of day at the start, milliseconds since 1970. `asked`: settings."""
        self.glass, self.salt = Hourglass(lasts), ""
        self.chance = Chance(lambda: self.salt + self.glass.cause)
        self.began, self._out = began, io.BytesIO()
        self.stores = stores or in_memory(MemoryStore(), MemoryPeople())
        self.content, self.people = self.stores.content, self.stores.people
        self.content._epoch = "e" * 32  # drawn at a start, which is the same for all lives
        environ = {f"FOLKMOOT_{name.upper()}": str(value) for name, value in asked.items()}
        self.settings = settings_of.read({"FOLKMOOT_RATE": "1000", "FOLKMOOT_BURST": "1000"} | environ)

    @property
    def log(self):
        return self._out.getvalue()

    def now(self):
        """Milliseconds since 1970."""
        return self.began + self.glass.now // MS

    def _seconds(self):
        return self.glass.now / SECOND

    def _instead(self):
        """What stands in for time, chance and what takes long."""
        clocks, defaults = where(time.monotonic, time.perf_counter)
        yield from ((module, name, self._seconds) for module, name in clocks)
        for one in defaults:
            given = tuple(self._seconds if value is time.monotonic else value for value in one.__defaults__)
            yield one, "__defaults__", given
        yield from ((module, name, self.chance) for module, name in where(secrets)[0])
        yield from ((transport, name, getattr(self.glass, name)) for name in ENGINE)
        yield transport, "engine", self.glass
        yield routes, "datetime", SimpleNamespace(now=lambda _zone: datetime(2026, 5, 4, tzinfo=UTC))
        yield routes, "describe", describe
        yield roll, "new_keys", new_keys
        yield roll, "sign", sign
        yield app, "load_agendas", load_agendas
        yield app, "load_plan_templates", load_plan_templates
        yield app, "_opened", lambda _settings: self.stores
        yield pages, "STATIC", Path("/nowhere")
        yield Rule, "_compile_builder", lambda _rule, _unknown: lambda *_: None  # makes addresses: we ask for none
        yield line.Line, "look_after", self._because(line.Line.look_after, lambda one: f"the line of {one._raw.name}")
        yield desk.Desk, "_update", self._because(desk.Desk._update, lambda _desk, _before, ask: repr(ask.command))
        even = Clock(lambda: self.began * 1_000_000, lambda: self.glass.now * 1000)
        yield sys.modules["server.hall"], "Clock", lambda: even

    def _because(self, real, cause):
        def work(*args):
            name = cause(*args)
            self.chance.again(name)
            with self.glass.caused_by(name):
                return real(*args)

        return work

    @contextlib.contextmanager
    def running(self):
        """While the server runs."""
        instead = list(self._instead())
        before = [(place, name, getattr(place, name)) for place, name, _ in instead]
        for place, name, value in instead:
            setattr(place, name, value)
        try:
            log = make_log(SimpleNamespace(buffer=self._out))
            self.application = app.create_app(self.settings, Addresses("", "", f"http://{HOST}"), log)
            self.hall, self._wsgi = self.application.hall, Gate(self.application.wsgi)
            self.application.start()
            self.glass.let(1)
            yield self
        finally:
            log = self.log
            try:
                self.glass.end()
            finally:
                self._out = io.BytesIO(log)  # how it is ended is no part of its life
                for place, name, value in before:
                    setattr(place, name, value)
        if self.glass.errors:
            raise self.glass.errors[0]

    # --- what devices do ---------------------------------------------------------------

    def _environ(self, method, path, body=b"", **headers):
        path, _, query = path.partition("?")
        return {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SCRIPT_NAME": "",
            "SERVER_NAME": HOST,
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "2001:db8::7",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.url_scheme": "http",
            "wsgi.version": (1, 0),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            "HTTP_HOST": HOST,
        } | headers

    def _request(self, environ, replied):
        said = {}
        body = b"".join(self._wsgi(environ, lambda status, headers, *_: said.update(status=status, headers=headers)))
        replied(self.glass.now, said.get("status", ""), said.get("headers", []), body)

    def http(self, name, method, path, replied, body=None, token=""):
        """A call of somebody; `replied(time, status, headers, body)` is called with the reply."""
        sent = body if isinstance(body, bytes) else b"" if body is None else orjson.dumps(body)
        headers = {"HTTP_AUTHORIZATION": f"Bearer {token}"} if token else {}
        headers |= {"CONTENT_TYPE": "application/json"} if sent else {}
        self.glass.start(name, partial(self._request, self._environ(method, path, sent, **headers), replied))

    def connect(self, name, heard):
        """A WebSocket of somebody: our end of it; `heard(time, data)` is called with what comes."""
        wire = Wire(self.glass, name, heard)
        environ = self._environ(
            "GET",
            "/socket.io/?EIO=4&transport=websocket",
            HTTP_CONNECTION="Upgrade",
            HTTP_UPGRADE="websocket",
            HTTP_SEC_WEBSOCKET_VERSION="13",
            HTTP_SEC_WEBSOCKET_KEY="c2l4dGVlbiBieXRlcy4uLg==",
        )
        environ["folkmoot.socket"] = wire
        self.glass.start(name, partial(self._request, environ, lambda *_: None))
        return wire
