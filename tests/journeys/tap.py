"""A line that somebody watches: the size of each message on its way up, as TLS would still show it."""

import contextlib
import socket
import threading
from urllib.parse import urlsplit

CHUNK = 1 << 16
SHORT, LONG = 126, 127
"""In the place of a length: it stands in the two, or the eight, bytes behind (RFC 6455, 5.2)."""


def message(data):
    """The length of the first masked frame's payload, and of the frame; None while its head is not all there."""
    if len(data) < 14:
        length = data[1] & 127 if len(data) > 1 else LONG
        if length >= SHORT or len(data) < 6 + length:
            return None
    length, head = data[1] & 127, 6
    if length == SHORT:
        length, head = int.from_bytes(data[2:4]), 8
    elif length == LONG:
        length, head = int.from_bytes(data[2:10]), 14
    return length, head + length


class Tap:
    """Stands between browsers and a server. `sizes`: of all text messages that went up, in order."""

    def __init__(self, url):
        self._place = (urlsplit(url).hostname, urlsplit(url).port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.sizes, self._sockets = [], [self._listener]
        threading.Thread(target=self._admit, daemon=True).start()

    def _admit(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._place)
                self._sockets += [client, server]
                for work, ends in ((self._up, (client, server)), (self._down, (server, client))):
                    threading.Thread(target=work, args=ends, daemon=True).start()

    def _up(self, client, server):
        head, data = b"", b""
        with contextlib.suppress(OSError):
            while more := client.recv(CHUNK):
                server.sendall(more)
                if b"\r\n\r\n" not in head:
                    head += more
                    continue
                if b"upgrade: websocket" in head.lower():
                    data = self._note(data + more)
        self._end(server)

    def _note(self, data):
        while (found := message(data)) and found[1] <= len(data):
            if data[0] & 15 == 1:
                self.sizes.append(found[0])
            data = data[found[1] :]
        return data

    def _down(self, server, client):
        with contextlib.suppress(OSError):
            while more := server.recv(CHUNK):
                client.sendall(more)
        self._end(client)

    @staticmethod
    def _end(sock):
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    def close(self):
        for sock in self._sockets:
            self._end(sock)
            sock.close()
