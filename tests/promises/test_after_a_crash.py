"""What holds when the server is killed in the middle of everything. Real processes, real files."""

import random
import threading
import time

from tests import wire

WRITERS = 20
FAST = {"people_tick_ms": 20, "sealed_tick_ms": 20, "room_tick_ms": 200, "rate": 1000, "burst": 1000}


class Writer(threading.Thread):
    """A device that writes, and comes back by itself: what was not answered is asked again."""

    def __init__(self, made, token, run, seed):
        super().__init__(daemon=True)
        self.made, self.token, self.run_id = made, token, run
        self.random = random.Random(seed)
        self.acknowledged, self.outbox = [], []
        self.stopping = threading.Event()
        self.back_after = None
        self.line = None

    def _connected(self):
        lost = time.monotonic()
        while not self.stopping.is_set():
            try:
                line = wire.Line(self.made.url, self.token)
            except (OSError, wire.Refused, wire.websocket.WebSocketException):
                time.sleep(0.1 + self.random.random() * 0.2)
            else:
                self.back_after = time.monotonic() - lost
                return line
        return None

    def run(self):
        self.line = self._connected()
        while self.line is not None and not self.stopping.is_set():
            if not self.outbox:
                self.outbox.append(wire.card(self.run_id, "idea", f"idea {self.random.random()}"))
            try:
                answer = self.line.ask("AddCard", **self.outbox[0])
            except (OSError, wire.websocket.WebSocketException):
                self.line = self._connected()
                continue
            assert answer["status"] == "ok", answer
            self.acknowledged.append(self.outbox.pop(0)["id"])
            time.sleep(self.random.random() * 0.05)


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
    time.sleep(1.5)
    before = sum(len(writer.acknowledged) for writer in writers)
    assert before > WRITERS
    for writer in writers:
        writer.back_after = None
    server.kill9()
    for writer in writers:
        assert writer.line.closed.wait(5)
    server.start()
    began = time.monotonic()
    while any(writer.back_after is None for writer in writers):
        assert time.monotonic() - began < 5, "not everybody is back"
        time.sleep(0.05)
    time.sleep(1.0)
    for writer in writers:
        writer.stopping.set()
    for writer in writers:
        writer.join(10)
    acknowledged = [card for writer in writers for card in writer.acknowledged]
    assert len(acknowledged) > before
    back = wire.Line(server.url, facilitator.token)
    assert back.run == run
    assert abs(back.clock["ends_at"] - ends_at) < 1000
    assert abs(back.entered["now"] - time.time() * 1000) < 1000
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
