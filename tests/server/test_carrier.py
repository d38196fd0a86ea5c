"""Connections, by WebSocket and by polling: the same workshop through both."""

import json
import socket
import zlib

import pytest
import requests
import websocket

from server import frames
from tests import wire
from tests.server.test_sockets import hangs_up


@pytest.fixture
def polling(made):
    """A device behind a proxy that lets no WebSocket through."""
    device = Polling(made.url, made.token("Pat"))
    yield device
    device.http.close()


class Polling:
    """A device that polls."""

    def __init__(self, url, token):
        self.where = url + "/socket.io/?EIO=4&transport=polling"
        self.http = requests.Session()
        self.http.headers["Origin"] = url
        self.sid = json.loads(self.http.get(self.where, timeout=5).text[1:])["sid"]
        self.where += f"&sid={self.sid}"
        self.waiting = []
        self.post("40" + json.dumps({"token": token}))

    def post(self, *packets):
        return self.http.post(self.where, "\x1e".join(packets), timeout=5)

    def next(self):
        while not self.waiting:
            self.waiting = self.http.get(self.where, timeout=20).text.split("\x1e")
        return self.waiting.pop(0)

    def ask(self, number, event, data):
        assert self.post(f"42{number}" + json.dumps([event, data])).ok
        while not (said := self.next()).startswith(f"43{number}["):
            pass
        return json.loads(said[len(f"43{number}") :])[0]


def test_who_can_only_poll_takes_part_as_everybody_does(made, polling):
    facilitator = made.facilitator()
    entered = polling.ask(1, "enter", {})["data"]
    assert entered["view"]["workshop"]["title"] == facilitator.title
    facilitator.do("RenameWorkshop", title="Heard by polling too", version=0)
    while "Heard by polling too" not in polling.next():
        pass
    assert polling.ask(2, "ask", {"command": "Beat", "fields": {}})["status"] == "ok"


def test_a_device_goes_over_from_polling_to_a_websocket_and_misses_nothing(made, polling):
    facilitator = made.facilitator()
    polling.ask(1, "enter", {})
    line = websocket.create_connection(polling.where.replace("http", "ws").replace("polling", "websocket"), timeout=5)
    line.send("2probe")
    assert line.recv() == "3probe"
    facilitator.do("RenameWorkshop", title="In between", version=0)
    line.send("5")
    facilitator.do("RenameWorkshop", title="After", version=1)
    heard = ""
    while "After" not in heard:
        heard += line.recv()
    said = "".join(polling.waiting) + heard
    assert said.index("In between") < said.index("After")
    line.send('422["ask",{"command":"Beat","fields":{}}]')
    while not line.recv().startswith("432"):
        pass
    line.shutdown()


def test_a_wrong_probe_upgrades_nothing(polling):
    line = websocket.create_connection(polling.where.replace("http", "ws").replace("polling", "websocket"), timeout=5)
    line.send("2wrong")
    assert hangs_up(line)
    line.shutdown()


def test_a_whole_view_comes_compressed_to_a_device_that_offers_it(made):
    facilitator = made.facilitator()
    key = websocket.create_connection(
        made.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket",
        header=["Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"],
        timeout=5,
    )
    assert "permessage-deflate" in key.headers["sec-websocket-extensions"]
    key.recv()
    key.send("40" + json.dumps({"token": made.token("Pat")}))
    key.recv()
    key.send('427["enter",{}]')
    head, length = key.sock.recv(2), key.sock.recv(2)
    assert head == b"\xc1\x7e"  # a whole compressed text of up to 64 kB
    key.sock.settimeout(None)
    body = key.sock.recv(int.from_bytes(length), socket.MSG_WAITALL)
    said = zlib.decompressobj(-15).decompress(body + frames.TAIL)
    view = json.loads(said.removeprefix(b"437"))[0]["data"]["view"]
    assert view["workshop"] == facilitator.view["workshop"]
    key.shutdown()


def test_what_is_long_before_a_token_was_named_ends_the_connection(made):
    where = made.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    line = websocket.create_connection(where, timeout=5)
    line.recv()
    line.send("40" + json.dumps({"token": "x" * 5000}))
    assert hangs_up(line)
    line.shutdown()
    somebody = made.participant()
    assert somebody.call("ask", {"command": "x" * 5000, "fields": {}})["code"] == "unknown_command"


def test_an_event_that_is_not_json_is_answered_all_the_same(made):
    somebody = made.participant()
    future = somebody.send("ask", {})
    assert future.result(5)["status"] == "refused"
    number = somebody._next = somebody._next + 1
    somebody._acks[number] = waiting = wire.Future()
    somebody._socket.send(f'42{number}["ask",{{"command":"AddCard","fields":{{"text":"\\ud800"}}}}]')
    assert waiting.result(5)["code"] == "bad_field"
