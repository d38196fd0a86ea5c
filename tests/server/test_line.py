"""One WebSocket: order, the bounded outbox, and readers that do not read."""

import contextlib
import socket

import pytest

from server import frames, line, transport
from server.line import Line
from tests.server.test_frames import masked


@pytest.fixture
def pair():
    """A line on one end of a real connection, and the other end."""
    here, there = socket.socketpair()
    here.setblocking(False)
    there.settimeout(5)
    here.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    made = Line(here, 1000, deflates=False)
    yield made, there
    made.cut()
    here.close()
    there.close()


def read(there, length):
    got = b""
    while len(got) < length and (more := there.recv(65_536)):
        got += more
    return got


def test_what_does_not_fit_waits_and_comes_in_order(pair):
    made, there = pair
    sent = [frames.text(str(n).encode() * 2000) for n in range(30)]
    for one in sent:
        made.write(one)
    assert made.waiting > 0
    whole = b"".join(sent)
    got = b""
    while len(got) < len(whole):
        transport.sleep(0)  # lets the flusher go on
        with contextlib.suppress(BlockingIOError):
            got += there.recv(65_536, socket.MSG_DONTWAIT)
    assert got == whole


def test_who_does_not_read_is_let_go_of_once_a_bounded_amount_waits(pair):
    made, _there = pair
    frame = frames.text(b"x" * 10_000)
    for _ in range(line.MOST_WAITING // 10_000 + 50):
        made.write(frame)
    assert made.gone
    assert made.waiting == 0


def test_a_whole_view_may_be_longer_than_that_and_still_has_an_end(pair):
    made, _there = pair
    view = b"x" * (3 * line.MOST_WAITING)
    made.write_parts((frames.head(len(view)), view))
    assert not made.gone
    for _ in range(110):
        made.write(b"y" * 10_000)
    assert made.gone


def ask(made, monkeypatch, seconds):
    monkeypatch.setattr(line, "monotonic", lambda: seconds)
    made.look_after()


def test_a_reader_proves_that_it_reads_and_stays(pair, monkeypatch):
    made, there = pair
    messages = made.messages()
    made.write(frames.text(b"news"))
    read(there, 6)
    for minute in range(1, 20):
        ask(made, monkeypatch, minute * 60.0)
        question = read(there, 10)
        there.sendall(masked(question[2:], 0x8A) + masked(b"and this"))
        assert next(messages) == b"and this"
        made.write(frames.text(b"news"))
        read(there, 6)
    assert not made.gone


@pytest.mark.parametrize("answer", [b"", masked(b"3")], ids=["silent", "pong"])
def test_who_only_pretends_to_read_is_let_go_of_within_fifteen_seconds(pair, monkeypatch, answer):
    made, there = pair
    messages = made.messages()
    made.write(frames.text(b"news"))
    for second in range(100, 112):
        there.sendall(answer + masked(b"end"))
        assert b"end" in (next(messages), answer and next(messages))
        ask(made, monkeypatch, float(second))
    assert not made.gone
    ask(made, monkeypatch, 114.0)
    assert made.gone


def test_a_guessed_proof_proves_nothing(pair, monkeypatch):
    made, there = pair
    messages = made.messages()
    made.write(frames.text(b"news"))
    for second in (100, 104, 108, 114):
        there.sendall(masked(b"guessed!", 0x8A) + masked(b"end"))
        assert next(messages) == b"end"
        ask(made, monkeypatch, float(second))
    assert made.gone


def test_nothing_is_asked_of_who_was_told_nothing(pair, monkeypatch):
    made, there = pair
    there.settimeout(0.01)
    for hour in range(1, 10):
        ask(made, monkeypatch, hour * 3600.0)
    assert not made.gone
    with pytest.raises(TimeoutError):
        there.recv(1)


def test_a_ping_is_answered_and_a_close_ends_it(pair):
    made, there = pair
    there.sendall(masked(b"are you there", 0x89) + masked(b"", 0x88))
    assert list(made.messages()) == []
    assert read(there, 15)[:15] == frames.control(frames.Opcode.PONG, b"are you there")
    assert made.gone


@pytest.mark.parametrize(
    ("sent", "code"),
    [(masked(b"\x00", 0x82), 1003), (masked(b"x" * 1001), 1009), (masked(b"x", 0x83), 1002)],
    ids=["binary", "too long", "no opcode"],
)
def test_whoever_breaks_the_protocol_hears_why(pair, sent, code):
    made, there = pair
    there.sendall(sent)
    assert list(made.messages()) == []
    assert read(there, 4) == frames.closing(frames.Code(code))
    assert made.gone


def test_who_sends_what_asks_for_nothing_is_read_slowly(pair, monkeypatch):
    """The rest of a flood of pings stays with who sends it until the second is over."""
    made, there = pair
    slept = []
    monkeypatch.setattr(line.transport, "sleep", slept.append)
    there.sendall(masked(b"", 0x89) * (3 * line.ODD) + masked(b"a word"))
    assert next(made.messages()) == b"a word"
    assert len(slept) == 3
    assert all(0 < seconds <= 1 for seconds in slept)


def test_a_stranger_is_read_in_small_sips(pair):
    made, there = pair
    there.sendall(b"x" * 4 * made.reader.most)
    assert len(made._receive()) == made.reader.most
