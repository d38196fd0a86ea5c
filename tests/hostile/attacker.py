"""One connection to the server, on which HTTP and the WebSocket are spoken by hand, or badly.

Nothing is checked, masked or answered by itself: what the server has to bear is written byte for byte.
"""

import base64
import contextlib
import json
import os
import socket
import struct
import time
from urllib.parse import urlsplit

from tests.waiting import PATIENCE

GO_ON, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
SOCKETS = "/socket.io/?EIO=4&transport="
MASK = b"\x37\xfa\x21\x3d"


class GoneError(Exception):
    """The server has closed this connection."""


def masked(payload):
    """The payload as a client has to send it; masking twice gives it back."""
    size = len(payload)
    mask = (MASK * (size // 4 + 1))[:size]
    return (int.from_bytes(payload, "little") ^ int.from_bytes(mask, "little")).to_bytes(size, "little")


def frame(payload=b"", opcode=TEXT, *, final=True, reserved=0, mask=True, claims=None):
    """One WebSocket frame. `reserved`: the three bits; `claims`: a length other than its own, always in 64 bits."""
    payload = payload.encode() if isinstance(payload, str) else payload
    size = len(payload) if claims is None else claims
    if claims is not None or size > 0xFFFF:
        length = struct.pack("!BQ", 127 | mask << 7, size)
    elif size > 125:
        length = struct.pack("!BH", 126 | mask << 7, size)
    else:
        length = struct.pack("!B", size | mask << 7)
    first = bytes([final << 7 | reserved << 4 | opcode])
    return first + length + (MASK + masked(payload) if mask else payload)


def request(method, path, host, body=b"", **headers):
    """The bytes of an HTTP request. A header that is None is left out; `_` in a name stands for `-`."""
    length = {"Content-Length": len(body)} if body else {}
    all_of_them = {"Host": host} | length | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in all_of_them.items() if value is not None]
    return "\r\n".join([f"{method} {path} HTTP/1.1", *lines, "", ""]).encode() + body


def upgrade(host, path=SOCKETS + "websocket", **headers):
    """The bytes that ask for a WebSocket, as a page of the server's own would."""
    asked = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec_WebSocket_Key": base64.b64encode(os.urandom(16)).decode(),
        "Sec_WebSocket_Version": "13",
        "Origin": f"http://{host}",
    }
    return request("GET", path, host, **asked | headers)


class Attacker:
    """`receive`: how much its own system takes in before it is read, in bytes; 0: what is usual.

    `made`, `sent`: connections and bytes of all in this process.
    """

    made = sent = 0

    def __init__(self, url, receive=0):
        Attacker.made += 1
        where = urlsplit(url)
        self.host = where.netloc
        self.socket = socket.socket()
        if receive:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
        self.socket.settimeout(PATIENCE)
        self.socket.connect((where.hostname, where.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.port = self.socket.getsockname()[1]
        self.got, self.left = bytearray(), bytearray()

    def fileno(self):
        return self.socket.fileno()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    # --- bytes

    def send(self, data):
        """Send it; whether the server still took it."""
        try:
            self.socket.sendall(data)
            Attacker.sent += len(data)
        except BlockingIOError:  # one of a crowd, which waits for nothing: what did not fit is lost
            return True
        except (BrokenPipeError, ConnectionResetError):
            return False
        return True

    def push(self, data):
        """Send what is taken at once, and keep the rest for the next time: nothing is cut in the middle of a frame."""
        self.left += data
        try:
            taken = self.socket.send(self.left, socket.MSG_DONTWAIT)
            del self.left[:taken]
            Attacker.sent += taken
        except BlockingIOError:
            pass
        except (BrokenPipeError, ConnectionResetError):
            return False
        return True

    def more(self):
        """Take in what comes next. Raises: `GoneError`, `TimeoutError`."""
        try:
            data = self.socket.recv(65536)
        except ConnectionResetError:
            data = b""
        if not data:
            raise GoneError
        self.got += data

    def take(self, size):
        while len(self.got) < size:
            self.more()
        taken, self.got = bytes(self.got[:size]), self.got[size:]
        return taken

    def gone(self, patience=PATIENCE):
        """Whether the server hangs up before our patience ends; what it says until then is thrown away."""
        end = time.monotonic() + patience
        try:
            while (left := end - time.monotonic()) > 0:
                self.socket.settimeout(left)
                self.more()
                self.got.clear()
        except GoneError:
            return True
        except TimeoutError:
            pass
        return False

    # --- HTTP

    def reply(self):
        """Status and body of the next reply. Raises: `GoneError`, `TimeoutError`."""
        while b"\r\n\r\n" not in self.got:
            self.more()
        head, _, rest = bytes(self.got).partition(b"\r\n\r\n")
        self.got = bytearray(rest)
        self.head = head.decode().lower()
        length = [line for line in self.head.split("\r\n") if line.startswith("content-length:")]
        return int(head.split()[1]), self.take(int(length[0].split(":")[1]) if length else 0)

    def ask(self, method, path, body=b"", **headers):
        """Status and body of what an HTTP request is answered."""
        self.send(request(method, path, self.host, body, **headers))
        return self.reply()

    # --- the WebSocket

    def upgraded(self, **options):
        """Ask for a WebSocket; itself. Fails the test when that is refused."""
        self.send(upgrade(self.host, **options))
        status, _ = self.reply()
        assert status == 101, status
        return self

    def enter(self, token, **options):
        """Come in, as a device does that holds this token; itself. `own`: the ids of its sockets."""
        self.upgraded(**options)
        self.own = [json.loads(self.hear()[1:])["sid"]]
        self.say("40" + json.dumps({"token": token}))
        said = self.hear()
        assert said.startswith("40"), said
        self.own.append(json.loads(said[2:])["sid"])
        return self

    def say(self, words):
        return self.send(frame(words))

    def hears(self):
        """The next frame: its opcode and its payload."""
        first, size = self.take(2)
        if size > 125:
            size = int.from_bytes(self.take(2 if size == 126 else 8), "big")
        return first & 15, self.take(size)

    def pong(self):
        """The payload of the next pong; the server's own pings are passed over."""
        while (heard := self.hears())[0] == PING:
            pass
        assert heard[0] == PONG
        return heard[1]

    def hear(self):
        """The words of the next message; pings of both kinds are passed over, unanswered.

        Raises: `GoneError`, `TimeoutError`.
        """
        while True:
            opcode, payload = self.hears()
            if opcode == CLOSE:
                raise GoneError
            if opcode == TEXT and payload != b"2":
                return payload.decode()

    def answer(self, number, patience=PATIENCE):
        """What the server answers to the ask of this number; None: it hung up first."""
        self.socket.settimeout(patience)
        with contextlib.suppress(GoneError):
            while True:
                said = self.hear()
                if said.startswith(f"43{number}["):
                    return json.loads(said[len(f"43{number}") :])[0]
        return None

    def answers(self, count, patience=PATIENCE):
        """So many answers by number, as they come: a refusal overtakes what waits to be saved."""
        self.socket.settimeout(patience)
        found = {}
        with contextlib.suppress(GoneError):
            while len(found) < count:
                said = self.hear()
                if said.startswith("43"):
                    number, _, answer = said[2:].partition("[")
                    found[int(number)] = json.loads("[" + answer)[0]
        return found


def ask(number, command, **fields):
    """The packet that asks for a command."""
    return f"42{number}" + json.dumps(["ask", {"command": command, "fields": fields}])
