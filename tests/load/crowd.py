"""The crowd: all sockets of a run in one loop over epoll, with as little work for each frame as there can be.

A piece that came before is recognised by its bytes, so that most frames cost one `recv` and one look-up.
"""

import errno
import select
import socket
from time import monotonic

from tests.load import frames
from tests.load.member import Kind, Member, Stage
from tests.load.tally import PEEK, Batch, Tally

CHUNK = 1 << 18
SMALL = 4096
MOST_KNOWN, MOST_FOLDED = 20_000, 200
AT_ONCE = 64  # events handled before it is looked again whether something has to be sent
READABLE, WRITABLE = select.EPOLLIN, select.EPOLLOUT
NOT_YET = {0, errno.EINPROGRESS, errno.EAGAIN}


class Crowd:
    """`line`: how to speak to this kind of server (see `tests/load/lines.py`)."""

    def __init__(self, line, people):
        self.line, self.people = line, people
        self.tally = Tally(people, echo=line.echo)
        self.members = {}
        self.ready = self.gone = self.answered = self.refused = self.received = self.frames = 0
        self.answer_times = []
        self._epoll = select.epoll()
        self._by_fd = {}
        self._pieces = {}
        self._unfolded = {}
        self._room = memoryview(bytearray(CHUNK))
        self._pong = frames.frame(*line.pong)

    # --- coming in ---------------------------------------------------------------------

    def join(self, who, patience=60.0):
        """All of these connect at once; seconds until the last one has what it came for.

        Raises: `TimeoutError`.
        """
        began = monotonic()
        wanted = self.ready + len(who)
        for index in who:
            self._connect(index)
        while self.ready < wanted:
            self.turn(0.05)
            if monotonic() - began > patience or self.gone:
                raise TimeoutError(f"{self.ready} of {wanted} came in, {self.gone} were sent away")
        return monotonic() - began

    def leave(self, who=None):
        """These hang up without a word, or everybody."""
        for index in list(self.members) if who is None else who:
            one = self.members.pop(index)
            self._by_fd.pop(one.sock.fileno(), None)
            one.sock.close()
            self.ready -= one.stage is Stage.READY

    def _connect(self, index):
        sock = socket.socket()
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if (code := sock.connect_ex(self.line.address(index))) not in NOT_YET:
            raise OSError(code, "no connection")
        one = Member(index, sock)
        self.members[index] = self._by_fd[sock.fileno()] = one
        self._epoll.register(sock, READABLE | WRITABLE)

    def _coming(self, one, data):
        """A socket that is not in yet: first the reply to the upgrade, then the greeting."""
        if one.stage is Stage.UPGRADING:
            one.parts.append(data)
            head, end, data = b"".join(one.parts).partition(b"\r\n\r\n")
            if not end:
                return
            if not frames.accepted(head):
                self._lose(one)
                return
            one.parts, one.stage, one.greeting = [], Stage.GREETING, self.line.greet(one.index)
            self._speak(one, next(one.greeting))
        for opcode, payload in self._frames(one, data):
            if one.stage is Stage.READY or opcode == frames.PING:
                self._take(one, self._batch(opcode, payload), monotonic())
                continue
            try:
                self._speak(one, one.greeting.send(payload))
            except StopIteration as done:
                one.stage, one.view, one.greeting = Stage.READY, done.value, None
                self.ready += 1

    def _lose(self, one):
        one.stage = Stage.GONE
        self.gone += 1
        self._by_fd.pop(one.sock.fileno(), None)
        one.sock.close()

    # --- sending -----------------------------------------------------------------------

    def _speak(self, one, payloads):
        for payload in payloads or ():
            self.write(one, frames.frame(payload, self.line.opcode))

    def write(self, one, data):
        """Send, or keep what does not go out now."""
        if one.out:
            one.out += data
            return
        try:
            sent = one.sock.send(data)
        except BlockingIOError:
            sent = 0
        except OSError:
            self._lose(one)
            return
        if sent < len(data):
            one.out += data[sent:]
            self._epoll.modify(one.sock, READABLE | WRITABLE)

    def ask(self, index, payload):
        """Send a command that will be answered."""
        one = self.members[index]
        one.asked.append(monotonic())
        self.write(one, frames.frame(payload, self.line.opcode))

    # --- hearing -----------------------------------------------------------------------

    def turn(self, wait):
        """Wait at most so long for something to come, and take it."""
        for fd, events in self._epoll.poll(wait, AT_ONCE):
            one = self._by_fd.get(fd)
            if one is None:
                continue
            if events & WRITABLE:
                self._writable(one)
            if not events & ~WRITABLE:
                continue
            try:
                data = self._room[: one.take(self._room)].tobytes()
            except BlockingIOError:
                continue
            except OSError:
                data = b""
            if not data:
                self._lose(one)
                continue
            self.received += len(data)
            if one.stage is Stage.READY:
                now = monotonic()
                batches = self._pieces.get(data) if not one.parts else None
                if batches is None:
                    batches = self._read(one, data)
                self.frames += len(batches)
                for batch in batches:
                    self._take(one, batch, now)
            else:
                self._coming(one, data)

    def _writable(self, one):
        if one.stage is Stage.CONNECTING:
            one.stage = Stage.UPGRADING
            host, port = self.line.address(one.index)
            one.out += frames.upgrade(f"{host}:{port}", self.line.path)
        try:
            del one.out[: one.sock.send(one.out)]
        except BlockingIOError:
            return
        except OSError:
            self._lose(one)
            return
        if not one.out:
            self._epoll.modify(one.sock, READABLE)

    def _read(self, one, data):
        """The batches of a piece; remembered when it held nothing but whole frames."""
        alone = not one.parts
        found = [self._batch(opcode, payload) for opcode, payload in self._frames(one, data)]
        if alone and not one.parts and len(data) <= SMALL:
            if len(self._pieces) > MOST_KNOWN:
                self._pieces.clear()
            self._pieces[data] = found
        return found

    def _frames(self, one, data):
        """The whole frames in what came. The same compressed bytes go to many: they are unfolded once."""
        for opcode, payload in one.cut(data):
            if not opcode & frames.FOLDED:
                yield opcode, payload
                continue
            folded, plain = self._unfolded.get(key := (len(payload), payload[-PEEK:]), (b"", b""))
            if folded != payload:
                if len(self._unfolded) > MOST_FOLDED:
                    self._unfolded.clear()
                plain = frames.unfolded(payload)
                self._unfolded[key] = payload, plain
            yield opcode & 15, plain

    def _batch(self, opcode, payload):
        if opcode == frames.PING:
            return Batch(payload, Kind.PROOF, (), 0)
        if opcode == frames.CLOSE:
            return Batch(payload, Kind.OTHER, (), 0)
        return self.tally.batch(payload, self.line.kind(payload))

    def _take(self, one, batch, now):
        if batch.size:
            self.tally.heard(batch, one.index, now)
        elif batch.kind is Kind.ANSWER or batch.kind is Kind.REFUSED:
            self.answered += 1
            self.refused += batch.kind is Kind.REFUSED
            if one.asked:
                began = one.asked.popleft()
                self.answer_times.append((began, now - began))
        elif batch.kind is Kind.PING:
            self.write(one, self._pong)
        elif batch.kind is Kind.PROOF:
            self.write(one, frames.frame(batch.payload, frames.PONG))
