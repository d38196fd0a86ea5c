"""What holds when the server is killed in the middle of everything. Real processes, real files."""

import random
import threading
import time

from tests import wire
from tests.waiting import PATIENCE, eventually

WRITERS = 20
BACK_WITHIN = 5.0  # seconds: this is what is promised, so it is measured
A_BREATH = 0.05  # seconds: people do not write without one, and the kill is to fall between cards too
BEFORE_AGAIN = 0.3  # seconds that a device waits at most before it tries to come back
FAST = {"people_tick_ms": 20, "sealed_tick_ms": 20, "room_tick_ms": 200, "rate": 1000, "burst": 1000}


class Writer(threading.Thread):
    """A device that writes, and comes back by itself: what was not answered is asked again."""

    def __init__(self, made, token, run, seed):
        super().__init__(daemon=True)
        self.made, self.token, self.run_id = made, token, run
        self.random = random.Random(seed)
        self.acknowledged, self.outbox, self.wrong = [], [], []
        self.stopping = threading.Event()
        self.line = None

    def _connected(self):
        while not self.stopping.is_set():
            try:
                return wire.Line(self.made.url, self.token)
            except (OSError, wire.Refused, wire.websocket.WebSocketException):
                self.stopping.wait(self.random.uniform(BEFORE_AGAIN / 3, BEFORE_AGAIN))
        return None

    def run(self):
        try:
            self._write()
        except Exception as error:  # noqa: BLE001 - a thread cannot fail a test; the test reads this
            self.wrong.append(error)

    def _write(self):
        self.line = self._connected()
        while self.line is not None and not self.stopping.is_set():
            if not self.outbox:
                self.outbox.append(wire.card(self.run_id, "idea", f"idea {self.random.random()}"))
            try:
                answer = self.line.ask("AddCard", **self.outbox[0])
            except (OSError, wire.websocket.WebSocketException):
                self.line = self._connected()
                continue
            if answer["status"] != "ok":
                self.wrong.append(answer)
                return
            self.acknowledged.append(self.outbox.pop(0)["id"])
            self.stopping.wait(self.random.uniform(0, A_BREATH))

    def until_written(self, cards):
        """Wait until it wrote so many more."""
        goal = len(self.acknowledged) + cards
        eventually(lambda: len(self.acknowledged) >= goal or self.wrong)
        assert self.wrong == []


def test_nothing_that_was_answered_is_lost_and_everybody_is_back_within_five_seconds(start_server):
    """The server is killed while people write, and starts again."""
    server = start_server(**FAST)
    made = wire.Made(server.url)
    facilitator = made.facilitator()
    wire.to_stage(facilitator, "write", "ideate")
    while not facilitator.view["workshop"]["keeping"]:
        wire.next_phase(facilitator)
    run, ends_at = facilitator.run, facilitator.clock["ends_at"]
    writers = [Writer(made, made.token(), run, seed) for seed in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.until_written(3)
    before = sum(len(writer.acknowledged) for writer in writers)
    lines = [writer.line for writer in writers]
    server.kill9()
    for line in lines:
        assert line.closed.wait(PATIENCE)
    server.start()
    began = time.monotonic()
    for writer, line in zip(writers, lines, strict=True):
        eventually(lambda writer=writer, line=line: writer.line not in {line, None} or writer.wrong)
    assert time.monotonic() - began < BACK_WITHIN, "not everybody is back"
    for writer in writers:
        writer.until_written(2)
    for writer in writers:
        writer.stopping.set()
    for writer in writers:
        writer.join(PATIENCE)
    assert [writer.wrong for writer in writers if writer.wrong or writer.is_alive()] == []
    acknowledged = [card for writer in writers for card in writer.acknowledged]
    assert len(acknowledged) > before
    back = wire.Line(server.url, facilitator.token)
    assert back.run == run
    assert back.clock["ends_at"] == ends_at
    wire.next_phase(back)
    shown = [key.partition(":")[2] for key in back.view if key.startswith("card:")]
    assert len(shown) == len(set(shown))
    assert set(acknowledged) <= set(shown)
    maybe = {card["id"] for writer in writers for card in writer.outbox}
    assert set(shown) <= set(acknowledged) | maybe


def test_an_alarm_that_was_set_before_the_crash_rings_after_it(start_server):
    """A vote that somebody closed is counted although the server died in its last seconds."""
    server = start_server(**FAST, closing_ms=1500)
    made = wire.Made(server.url)
    facilitator = made.facilitator()
    wire.to_stage(facilitator, "write", "ideate")
    while not facilitator.view["workshop"]["keeping"]:
        wire.next_phase(facilitator)
    for n in range(3):
        facilitator.do("AddCard", **wire.card(facilitator.run, "idea", f"idea {n}"))
    wire.to_stage(facilitator, "vote")
    ballot = facilitator.view[f"run:{facilitator.run}"]["ballot"]
    facilitator.do("ConfirmRoll", run=facilitator.run, ballot=ballot, seats=[facilitator.entered["seat"]])
    facilitator.until(lambda view: view[f"ballot:{ballot}"]["state"] == "open")
    facilitator.do("NextPhase", run=facilitator.run, version=facilitator.clock["version"])
    server.kill9()
    server.start()
    back = wire.Line(server.url, facilitator.token)
    back.until(lambda view: view[f"ballot:{ballot}"]["state"] == "closed")
