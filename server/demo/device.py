"""One device in a workshop: it stays connected, keeps its view fresh and asks.

It speaks the public protocol and knows nothing of the server's inside; tests use it too.
"""

import secrets
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Self, TypeAlias

import socketio
from socketio.exceptions import SocketIOError

from facilitation.cards import verifier_of
from server.demo.board import Board
from server.demo.calls import UnreachableError, call

Answer: TypeAlias = dict[str, Any]
PATIENCE = 30.0
AGAIN = 0.2
GONE = "The server does not answer any more."


class GoneError(UnreachableError):
    """The device was closed, or the server does not answer any more."""


class Device:
    """A device that holds a `token`. Use it in a `with`, or `open` and `close` it.

    `room`, `me`: what the server told last. `offset`: its clock less ours, in seconds.
    """

    def __init__(self, url: str, workshop: str, token: str) -> None:
        self.url, self.workshop, self.token = url, workshop, token
        self.me: dict[str, Any] = {}
        self.room: dict[str, Any] = {}
        self.offset = 0.0
        self.over = threading.Event()
        self._view: dict[str, Any] = {}
        self._number = -1
        self._epoch = ""
        self._connection = 0
        self._behind = False
        self._client: socketio.Client | None = None
        self._news = threading.Condition()

    @classmethod
    def join(cls, url: str, workshop: str, name: str = "") -> Self:
        """Take a seat as participant. Raises: see `calls.call`."""
        seated = call(f"{url}/api/workshops/{workshop}/seats", {"name": name})
        return cls(url, workshop, seated["token"])

    @classmethod
    def lead(cls, url: str, workshop: str, key: str, name: str = "") -> Self:
        """Open the workshop as facilitator. Raises: see `calls.call`."""
        asked = {"key": key, "name": name, "label": "demo"}
        seated = call(f"{url}/api/workshops/{workshop}/facilitators", asked)
        return cls(url, workshop, seated["token"])

    # --- staying connected -------------------------------------------------------------

    def open(self) -> Self:
        """Connect, and wait for the view. Raises: `GoneError`."""
        threading.Thread(target=self._stay, daemon=True).start()
        with self._news:
            if not self._news.wait_for(lambda: self._number >= 0 or self.over.is_set(), PATIENCE):
                self.over.set()
        if self.over.is_set():
            raise GoneError(GONE)
        return self

    def close(self) -> None:
        """Go off line. The seat stays."""
        self.over.set()
        with self._news:
            client = self._client
            self._news.notify_all()
        if client is not None and client.connected:
            client.disconnect()

    def __enter__(self) -> Self:
        """Connect."""
        return self.open()

    def __exit__(self, *_: object) -> None:
        """Go off line."""
        self.close()

    def line(self) -> socketio.Client:
        """What carries one connection."""
        return socketio.Client(reconnection=False, handle_sigint=False)

    def _stay(self) -> None:
        """Connect again and again, as a browser does, until closed or sent away."""
        while not self.over.is_set():
            lost = threading.Event()
            client = self.line()
            client.on("connect", lambda: self._came(client))  # noqa: B023 - called before the next turn
            client.on("disconnect", lambda *_: lost.set())  # noqa: B023
            client.on("connect_error", self._refused)
            client.on("patch", self._patched)
            client.on("farewell", self._farewell)
            try:
                auth = {"token": self.token}
                client.connect(self.url, auth=auth, transports=["websocket"], wait_timeout=5)
                while not (lost.wait(1) or self.over.is_set()):
                    pass
            except SocketIOError:
                pass
            with self._news:
                self._client = None
            self.over.wait(AGAIN)

    def _came(self, client: socketio.Client) -> None:
        with self._news:
            self._client = client
            self._connection += 1
            self._look(client)

    def _look(self, client: socketio.Client) -> None:
        self._behind = True
        client.emit("enter", {}, callback=lambda answer: self._entered(client, answer))

    def _entered(self, client: socketio.Client, answer: Answer) -> None:
        data = answer.get("data", {})
        with self._news:
            old = data.get("epoch") == self._epoch and data.get("number", -1) < self._number
            if client is not self._client or answer["status"] != "ok":
                return
            if not old:
                self._view, self._number, self._epoch = dict(data["view"]), data["number"], data["epoch"]
                self.room, self.me = data["room"], {name: data[name] for name in data if name != "view"}
                self.offset = data["now"] / 1000 - time.time()
            self._behind = False
            self._news.notify_all()

    def _patched(self, frame: dict[str, Any]) -> None:
        with self._news:
            self.room = frame.get("room", self.room)
            if frame["from"] == self._number:
                self._view.update(frame["set"])
                for key in frame["gone"]:
                    self._view.pop(key, None)
                self._number = frame["to"]
            elif frame["to"] > self._number and self._client is not None and not self._behind:
                self._look(self._client)  # a frame is missing: ask for the whole view
            self._news.notify_all()

    def _refused(self, problem: object) -> None:
        """No place for us: trying again would not help. Anything else may pass."""
        if isinstance(problem, Mapping) and "code" in problem.get("data", problem):
            self._end()

    def _farewell(self, farewell: Mapping[str, str]) -> None:
        if farewell["reason"] in {"signed_out", "left"}:
            self._end()

    def _end(self) -> None:
        self.over.set()
        with self._news:
            self._news.notify_all()

    # --- looking -----------------------------------------------------------------------

    @property
    def board(self) -> Board:
        """What everybody sees now."""
        with self._news:
            return Board(dict(self._view))

    def left(self) -> float:
        """Seconds left on the workshop's clock; a stopped clock never runs out."""
        clock = self.board.view.get("clock")
        if clock is None or clock["paused"]:
            return float("inf")
        return float(clock["ends_at"] / 1000 - time.time() - self.offset)

    def wait(self, seconds: float, until: Callable[[Board], bool] = lambda _: False) -> bool:
        """Let so much time pass, or less when the board is as wished; whether it is."""
        end = time.monotonic() + seconds
        with self._news:
            while not until(Board(self._view)):
                rest = end - time.monotonic()
                if rest <= 0 or self.over.is_set():
                    return False
                self._news.wait(rest)
        return True

    # --- asking ------------------------------------------------------------------------

    def ask(self, command: str, **fields: object) -> Answer:
        """Ask until there is an answer, over lost connections too: twice is once.

        Raises: `GoneError`.
        """
        heard: list[Answer] = []

        def hear(answer: Answer) -> None:
            with self._news:
                heard.append(answer)
                self._news.notify_all()

        asked, end = 0, time.monotonic() + PATIENCE
        with self._news:
            while not heard:
                if self.over.is_set() or time.monotonic() > end:
                    raise GoneError(GONE)
                if self._client is not None and asked != self._connection:
                    try:
                        self._client.emit("ask", {"command": command, "fields": fields}, callback=hear)
                        asked = self._connection
                    except SocketIOError:
                        pass  # lost just now: the next connection asks again
                self._news.wait(AGAIN)
        return heard[0]

    def write(self, run: str, kind: str, text: str, *, signed: str = "", target: str = "") -> tuple[Answer, str, str]:
        """Add a card: the answer, the card's id, and the key that changes it."""
        card, key = secrets.token_hex(16), secrets.token_hex(32)
        answer = self.ask(
            "AddCard",
            id=card,
            run=run,
            kind=kind,
            verifier=verifier_of(self.workshop, key),
            text=text,
            signed=signed,
            target=target,
        )
        return answer, card, key
