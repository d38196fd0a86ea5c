"""A network that lets no WebSocket through, as in some hospitals: what asks to become one is refused."""

import contextlib
import socket
import socketserver
import threading
from urllib.parse import urlsplit

LARGEST_HEAD = 65_536


class _Relay(socketserver.BaseRequestHandler):
    def handle(self):
        head = b""
        while b"\r\n\r\n" not in head and len(head) < LARGEST_HEAD:
            if not (more := self.request.recv(65_536)):
                return
            head += more
        if b"upgrade: websocket" in head.lower():
            self.server.refused += 1
            self.request.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        with socket.create_connection(self.server.to) as server:
            server.sendall(head)
            up = threading.Thread(target=_pour, args=(self.request, server), daemon=True)
            up.start()
            _pour(server, self.request)


def _pour(source, into):
    with contextlib.suppress(OSError):
        while data := source.recv(65_536):
            into.sendall(data)
    with contextlib.suppress(OSError):
        into.shutdown(socket.SHUT_WR)


class _Relays(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextlib.contextmanager
def without_websockets(url):
    """The server at `url` behind such a network. `.url`: its address there; `.refused`: how many were."""
    at = urlsplit(url)
    with _Relays(("127.0.0.1", 0), _Relay) as relay:
        relay.to, relay.refused = (at.hostname, at.port), 0
        relay.url = f"http://127.0.0.1:{relay.server_address[1]}"
        threading.Thread(target=relay.serve_forever, daemon=True).start()
        try:
            yield relay
        finally:
            relay.shutdown()
