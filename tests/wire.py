"""People for tests at the level of the wire: a real WebSocket, every received byte kept."""

import contextlib
import json
import secrets
import socket
import threading
import time
from concurrent.futures import Future

import requests
import websocket

VERIFIER = "a" * 64


def post(url, path, **body):
    """The JSON that a call replies; an error status is an error of the test."""
    done = requests.post(url + path, json=body, timeout=10)
    assert done.ok, (done.status_code, done.text)
    return done.json()


class Refused(Exception):  # noqa: N818 - reads as what happened
    """The server did not let this token in. Its argument: what it said."""


class Line:
    """One device on the line. `heard`: every byte that came; `view`: as patched; `number`: of it;
    `room`: who is here, as heard last."""

    def __init__(self, url, token, *, enter=True):
        self.url, self.token = url, token
        self.heard = bytearray()
        self.frames, self.farewells, self.moments = [], [], []
        self.view, self.number, self.entered, self.room = {}, -1, None, None
        self._acks, self._next = {}, 0
        self._changed = threading.Condition()
        self.closed = threading.Event()
        self._connect()
        if enter:
            self.enter()

    def _connect(self):
        where = self.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
        self._socket = websocket.create_connection(where, timeout=10)
        try:
            self._hear()  # the handshake
            self._socket.send("40" + json.dumps({"token": self.token}))
            said = self._hear()
        except (websocket.WebSocketException, OSError):
            self._socket.shutdown()
            raise
        if said.startswith("44"):
            self._socket.shutdown()
            raise Refused(json.loads(said[2:]))
        self._socket.settimeout(60)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _hear(self):
        said = self._socket.recv()
        self.heard += said.encode() if isinstance(said, str) else said
        return said if isinstance(said, str) else said.decode()

    def _read(self):
        try:
            while said := self._hear():
                self._take(said)
        except (websocket.WebSocketException, OSError):
            pass
        finally:
            self._socket.shutdown()
            self.closed.set()
            for waiting in self._acks.values():
                if not waiting.done():
                    waiting.set_exception(ConnectionError("the line is cut"))

    def _take(self, said):
        if said == "2":
            self._socket.send("3")
        elif said.startswith("43"):
            number, _, body = said[2:].partition("[")
            self._acks.pop(int(number)).set_result(json.loads("[" + body)[0])
        elif said.startswith("42"):
            event, data = json.loads(said[2:])
            with self._changed:
                if event == "patch":
                    self.frames.append(data)
                    self._patch(data)
                elif event == "moment":
                    self.moments.append(data)
                else:
                    self.farewells.append(data)
                self._changed.notify_all()

    def _patch(self, frame):
        self.room = frame.get("room", self.room)
        if self.number < 0 or frame["from"] == frame["to"] or frame["to"] <= self.number:
            return
        if frame["from"] > self.number and not frame["set"] and not frame["gone"]:
            raise ConnectionError("torn: the store was set back, and everybody enters anew")
        assert frame["from"] == self.number, "a gap"
        self.number = frame["to"]
        self.view = {k: v for k, v in self.view.items() if k not in frame["gone"]} | frame["set"]

    def send(self, event, data):
        """Emit without waiting; a future of the acknowledgement."""
        future = Future()
        self._next += 1
        self._acks[self._next] = future
        self._socket.send(f"42{self._next}" + json.dumps([event, data]))
        return future

    def call(self, event, data, patience=10):
        return self.send(event, data).result(patience)

    def enter(self):
        answer = self.call("enter", {})
        with self._changed:
            self.entered = answer["data"]
            self.view, self.number = self.entered["view"], self.entered["number"]
            self.room = self.entered["room"]
            for frame in self.frames:
                self._patch(frame)
        return self.entered

    def later(self, command, **fields):
        return self.send("ask", {"command": command, "fields": fields})

    def ask(self, command, **fields):
        return self.later(command, **fields).result(10)

    def do(self, command, **fields):
        """Ask for something that has to succeed; its data."""
        answer = self.ask(command, **fields)
        assert answer["status"] == "ok", (command, answer)
        return answer.get("data")

    def until(self, holds, patience=10):
        """Wait until `holds(view)`; what it answered."""
        end = time.monotonic() + patience
        with self._changed:
            while not (found := holds(self.view)):
                left = end - time.monotonic()
                assert left > 0, "it did not happen"
                self._changed.wait(left)
        return found

    @property
    def run(self):
        return self.view["workshop"]["run"]

    @property
    def title(self):
        return self.view["workshop"]["title"]

    @property
    def clock(self):
        return self.view["clock"]

    def close(self):
        """Hang up without a word, as a phone does that loses its network."""
        with contextlib.suppress(OSError, AttributeError):
            self._socket.sock.shutdown(socket.SHUT_RDWR)
        self._reader.join(5)


class Made:
    """A new workshop on a server, and its ways in."""

    def __init__(self, url, agenda="hats-problem-60", title="Loneliness by the sea", **more):
        self.url = url
        self.reply = post(url, "/api/workshops", agenda=agenda, title=title, **more)
        self.id = self.reply["workshop"]
        self.key = self.reply["facilitator_link"].partition("#")[2]
        self.lines = []

    def token(self, name="", **ways):
        """A token: of a participant, or with `key` or `recovery_code` of a facilitator."""
        door = "facilitators" if ways else "seats"
        return post(self.url, f"/api/workshops/{self.id}/{door}", name=name, **ways)["token"]

    def line(self, token):
        self.lines.append(line := Line(self.url, token))
        return line

    def facilitator(self, name="Fay"):
        return self.line(self.token(name, key=self.key, label="laptop"))

    def participant(self, name=""):
        return self.line(self.token(name))

    def screen(self, facilitator):
        key = facilitator.do("Invite", guest="screen")["link"].partition("#")[2]
        return self.line(post(self.url, f"/api/workshops/{self.id}/screens", key=key)["token"])

    def close(self):
        for line in self.lines:
            line.close()


def next_phase(facilitator):
    """Press Next, and wait until it shows."""
    before = facilitator.run
    facilitator.do("NextPhase", run=before, version=facilitator.clock["version"])
    facilitator.until(lambda view: view["workshop"]["run"] != before)


def marked(facilitator, *others):
    """Change the title, and wait until everybody hears it: frames come in order, so all that was
    said before is heard by then. Whoever searches for what must not come, searches after this."""
    title = f"Mark {secrets.token_hex(4)}"
    facilitator.do("RenameWorkshop", title=title, version=facilitator.view["workshop"]["title_version"])
    for line in (facilitator, *others):
        line.until(lambda view: view["workshop"]["title"] == title)


def to_stage(facilitator, stage, kind=None):
    """Press Next until the run's stage (and its phase's kind) is there."""
    for _ in range(40):
        here = facilitator.view["workshop"]
        run = facilitator.view.get(f"run:{here['run']}")
        if run and run["stage"] == stage and kind in {None, here["phases"][run["phase"]]["kind"]}:
            return
        if here["state"] == "waiting":
            facilitator.do("StartWorkshop")
            facilitator.until(lambda view: view["workshop"]["run"])
        else:
            next_phase(facilitator)
    raise AssertionError(f"no {stage} in this agenda")


def card(run, kind, text, **more):
    """The fields of a new card."""
    return {"id": secrets.token_hex(16), "run": run, "kind": kind, "verifier": VERIFIER, "text": text, **more}
