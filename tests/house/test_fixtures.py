"""The tests' own tools do what tests rely on: a real browser that stays at home, a server that can fall over."""

import contextlib
import sys
import threading
from http import HTTPStatus
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer  # by name: eventlet changes what http.server is

import pytest
from playwright.sync_api import Error
from redis import Redis

PAGE = b"""<!doctype html><html lang="en"><title>Page</title><main><h1>Hello</h1>%s</main>"""


@pytest.fixture
def serve():
    """Serve one small page on this machine; returns its address."""
    body = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE % body["html"])

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()

    def start(html):
        body["html"] = html
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_has_the_size_that_was_asked_for(open_page, serve):
    page = open_page(serve(b""), width=360, height=740)
    assert page.inner_text("h1") == "Hello"
    assert page.evaluate("[innerWidth, innerHeight]") == [360, 740]


def test_pages_are_devices_of_their_own(open_page, serve):
    address = serve(b"")
    one, other = open_page(address), open_page(address)
    one.evaluate("localStorage.setItem('who', 'one')")
    assert other.evaluate("localStorage.getItem('who')") is None


def test_other_names_lead_nowhere_and_dot_test_leads_here(open_page, serve):
    address = serve(b"")
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        open_page("http://example.org/")
    assert open_page(address.replace("127.0.0.1", "meeting.test")).inner_text("h1") == "Hello"


def test_an_error_in_a_page_is_noticed(open_page, serve):
    page = open_page()
    with page.context.expect_event("weberror"):
        page.goto(serve(b"<script>setTimeout(() => { throw Error('broken') })</script>"))
    assert any("broken" in fault for fault in open_page.faults)
    open_page.faults.clear()


def test_axe_finds_a_barrier_and_nothing_where_there_is_none(open_page, serve, axe):
    assert axe(open_page(serve(b"<p>Text</p>"))) == []
    assert "image-alt" in axe(open_page(serve(b"<img src='data:,'>")))[0]


def test_redis_keeps_and_runs_scripts(redis_url):
    with Redis.from_url(redis_url) as client:
        client.set("folkmoot:test", "kept")
        assert client.eval("return redis.call('GET', KEYS[1])", 1, "folkmoot:test") == b"kept"


def test_a_server_comes_back_at_its_address_after_a_crash(start_server):
    server = start_server()
    address = server.url
    server.kill9()
    assert not server.alive
    server.restart()
    assert server.alive
    assert server.url == address


def test_the_first_command_of_the_readme_starts_a_server(start_server):
    """What `make run` does where everything is installed: the server takes the place of dev.py."""
    server = start_server(command=(sys.executable, "dev.py", "run"))
    asked = HTTPConnection("127.0.0.1", int(server.port), timeout=5)
    with contextlib.closing(asked):
        asked.request("GET", "/healthz")
        assert asked.getresponse().status == HTTPStatus.OK


def test_a_server_ends_when_asked(start_server):
    server = start_server()
    server.stop()
    assert not server.alive
