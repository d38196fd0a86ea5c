"""A meeting on another site that shows a page of ours in a side panel."""

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote

PANEL = """<!doctype html><html lang="en"><title>A meeting</title>
<style>body{{margin:0}} iframe{{border:0;width:100vw;height:100vh}}</style>
<iframe title="Folkmoot" src="{link}"></iframe>"""


class Host:
    """Serves `/?<link>`: a page with that link in a frame. It lives on localhost, we on 127.0.0.1: two sites."""

    def __init__(self, port):
        self.origin = f"http://localhost:{port}"

    def showing(self, link):
        return f"{self.origin}/?{quote(link, safe='')}"


class _Panel(BaseHTTPRequestHandler):
    def do_GET(self):
        page = PANEL.format(link=unquote(self.path.partition("?")[2])).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_words):
        """Say nothing."""


@contextlib.contextmanager
def hosts():
    """A function that starts hosts, each on a port of its own; all end here."""
    started = []

    def start():
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Panel)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        started.append((server, thread))
        return Host(server.server_address[1])

    try:
        yield start
    finally:
        for server, thread in started:
            server.shutdown()
            server.server_close()
            thread.join(5)
