"""Asking another server: a small answer, soon, from whoever was named; else none."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Semaphore, Thread

import pytest

from server import fetching
from server.fetching import MOST_BYTES, fetch, send


class Other(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, self.headers.get("Accept"), self.headers.get("Authorization")))
        match self.path:
            case "/away":
                self.send_response(302)
                self.send_header("Location", "/here")
                self.send_header("Content-Length", "0")
                self.end_headers()
            case "/long":
                self.send_response(200)
                self.end_headers()
                self.wfile.write(bytes(MOST_BYTES + 1))
            case "/silent":
                self.server.silence.acquire()
            case _:
                self.send_response(200)
                self.send_header("Content-Length", "5")
                self.end_headers()
                self.wfile.write(b"keys!")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.end_headers()
        self.wfile.write(body[::-1])

    def log_message(self, *_):
        pass


@pytest.fixture
def other():
    with ThreadingHTTPServer(("127.0.0.1", 0), Other) as server:
        server.asked, server.silence = [], Semaphore(0)
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server
        server.silence.release(10)
        server.shutdown()
        thread.join()


def at(server, path):
    return f"http://127.0.0.1:{server.server_port}{path}"


def test_an_answer_is_its_status_and_its_bytes(other):
    assert fetch(at(other, "/keys"), {"Accept": "application/json"}) == (200, b"keys!")
    assert other.asked == [("/keys", "application/json", None)]


def test_something_can_be_sent(other):
    assert send(at(other, "/hook"), {"Content-Type": "application/json"}, b"abc") == (201, b"cba")


def test_nobody_is_sent_on_to_another_address(other):
    status, _ = fetch(at(other, "/away"), {})
    assert (status, len(other.asked)) == (302, 1)


def test_an_answer_that_is_too_long_is_none(other):
    with pytest.raises(OSError, match="too long"):
        fetch(at(other, "/long"), {})


def test_a_server_that_says_nothing_is_not_waited_for(other, monkeypatch):
    monkeypatch.setattr(fetching, "SECONDS", 0.2)
    with pytest.raises(OSError, match="imed out"):
        fetch(at(other, "/silent"), {})


def test_where_nobody_answers_there_is_none():
    with pytest.raises(OSError, match="refused"):
        fetch("http://127.0.0.1:9/", {})


def test_passwords_that_lie_on_this_machine_are_not_sent_along(other, tmp_path, monkeypatch):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login operator password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    fetch(at(other, "/keys"), {})
    assert other.asked[0][2] is None
