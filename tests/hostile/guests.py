"""A thousand devices that do no harm but come all at once: one loop carries them, and each keeps in step."""

import json
import re
import selectors
import time
from concurrent.futures import ThreadPoolExecutor

from tests.hostile.attacker import CLOSE, PING, PONG, TEXT, Attacker, GoneError, frame, upgrade
from tests.waiting import PATIENCE

FRAME = re.compile(rb'42\["patch",\{"from":(\d+),"to":(\d+)')
NUMBER = re.compile(rb'"number":(\d+)')
TITLE = re.compile(rb'"title":"(Mark [0-9a-f]+)"')
AT_THE_DOOR = 16  # requests beside each other, for seats


class Guest(Attacker):
    """One device. `number`: of its view, -1 before it is in; `title`: the newest it knows; `came`: when it was in."""

    def __init__(self, url, token):
        super().__init__(url)
        self.token, self.number, self.title, self.came, self.refusal = token, -1, b"", 0.0, ""
        self.socket.setblocking(False)
        self._upgraded = False
        self.send(upgrade(self.host))

    def look(self):
        """Take in what has come, and do what a device does. Raises: `GoneError`, `AssertionError` for a gap."""
        self.more()
        if not self._upgraded:
            head, end, rest = bytes(self.got).partition(b"\r\n\r\n")
            if not end:
                return
            assert b" 101 " in head[:20], head[:80]
            self._upgraded, self.got = True, bytearray(rest)
        while (found := self._next()) is not None:
            self._hear(*found)

    def _next(self):
        got, start = self.got, 2
        if len(got) < 2:
            return None
        size = got[1]
        if size > 125:
            start += 2 if size == 126 else 8
            size = int.from_bytes(got[2:start], "big")
        if len(got) < start + size:
            return None
        found = got[0] & 15, bytes(got[start : start + size])
        del got[: start + size]
        return found

    def _hear(self, opcode, said):
        if opcode == PING:
            self.send(frame(said, PONG))
        elif opcode == CLOSE:
            raise GoneError
        elif opcode == TEXT and said == b"2":
            self.send(frame("3"))
        elif opcode == TEXT and said.startswith(b"0"):
            self.send(frame("40" + json.dumps({"token": self.token})))
        elif said.startswith(b"40"):
            self.send(frame('421["enter",{}]'))
        elif said.startswith(b"44"):
            self.refusal = json.loads(said[2:])["message"]
        elif said.startswith(b"431["):
            self.number, self.came = int(NUMBER.search(said)[1]), time.monotonic()
            self._take_title(said)
        elif frame_of := FRAME.match(said):
            self._patch(*map(int, frame_of.groups()), said)

    def _patch(self, before, after, said):
        if self.number >= 0 and after > self.number:
            assert before == self.number, "a gap"
            self.number = after
            self._take_title(said)

    def _take_title(self, said):
        if found := TITLE.search(said):
            self.title = found[1]


def seats(made, count):
    """So many seats in a workshop; their tokens."""

    def some(share):
        with Attacker(made.url) as one:
            path, own = f"/api/workshops/{made.id}/seats", {"Content_Type": "application/json"}
            return [json.loads(one.ask("POST", path, b'{"name":""}', **own)[1])["token"] for _ in range(share)]

    shares = [count // AT_THE_DOOR + (part < count % AT_THE_DOOR) for part in range(AT_THE_DOOR)]
    with ThreadPoolExecutor(AT_THE_DOOR) as door:
        return [token for tokens in door.map(some, shares) for token in tokens]


class Guests:
    """All of them. Whoever is hung up on comes again at once, unless it was told why it may not."""

    def __init__(self, url, tokens):
        self._url, self._tokens = url, tokens
        self._there = selectors.DefaultSelector()
        self.all, self.again = [], 0

    def come(self):
        """All at the same moment."""
        for token in self._tokens:
            self._add(token)

    def _add(self, token):
        self.all.append(guest := Guest(self._url, token))
        self._there.register(guest, selectors.EVENT_READ)

    def drop(self):
        """All lose their connection at the same moment."""
        for guest in self.all:
            if guest.fileno() >= 0:
                self._there.unregister(guest)
                guest.close()
        self.all = []

    def until(self, holds, patience=PATIENCE):
        """Let them do what devices do until `holds(guest)` of each; whether it came to that in time."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            for key, _ in self._there.select(0.05):
                self._look(key.fileobj)
            if all(map(holds, self.all)):
                return True
        return False

    def _look(self, guest):
        try:
            guest.look()
        except GoneError:
            self._there.unregister(guest)
            guest.close()
            if not guest.refusal:
                self.all.remove(guest)
                self.again += 1
                self._add(guest.token)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.drop()
        self._there.close()
