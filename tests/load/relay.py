"""A line that can be bad: it passes on all that a server says, but for the frames that a test names."""

import contextlib
import socket
import threading

from tests.load import frames
from tests.load.lines import address

CHUNK = 1 << 16


class Relay:
    """`copies(who, payload)`: how often a frame is passed on to the one who came as the `who`th: 0, 1 or 2 times."""

    def __init__(self, url, copies):
        self._place, self._copies = address(url), copies
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._open, self._sockets = 0, [self._listener]
        threading.Thread(target=self._admit, daemon=True).start()

    def _admit(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._place)
                self._sockets += [client, server]
                threading.Thread(target=self._pass, args=(client, server), daemon=True).start()
                threading.Thread(target=self._frames, args=(server, client), daemon=True).start()

    def _pass(self, source, target):
        with contextlib.suppress(OSError):
            while data := source.recv(CHUNK):
                target.sendall(data)
        self._end(target)

    def _frames(self, server, client):
        """The reply to the upgrade as it is, then frame by frame; anything but a WebSocket as it is."""
        data = b""
        with contextlib.suppress(OSError):
            while b"\r\n\r\n" not in data and (more := server.recv(CHUNK)):
                data += more
            head, end, data = data.partition(b"\r\n\r\n")
            client.sendall(head + end)
            if b" 101 " not in head[:16]:
                client.sendall(data)
                self._pass(server, client)
                return
            who, self._open = self._open, self._open + 1
            while True:
                begin, end = frames.extent(data, 0)
                if begin and end <= len(data):
                    said = data[begin:end]
                    said = frames.unfolded(said) if data[0] & frames.FOLDED else said
                    client.sendall(data[:end] * self._copies(who, said))
                    data = data[end:]
                elif more := server.recv(CHUNK):
                    data += more
                else:
                    break
        self._end(client)

    @staticmethod
    def _end(sock):
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    def close(self):
        for sock in self._sockets:
            self._end(sock)
            sock.close()
