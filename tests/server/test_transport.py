"""The transport: connections that send at once, a deep queue, and primitives that others build on."""

import socket
import threading
from pathlib import Path

import pytest

from server import transport
from tests.waiting import PATIENCE


def test_the_listening_socket_sends_at_once_and_so_do_its_connections():
    """`socketio.run` leaves Nagle's delay on: 40 ms a call."""
    listener = transport.listen("127.0.0.1", 0)
    with socket.create_connection(listener.getsockname()):
        connection, _ = listener.accept()
        for one in (listener, connection):
            assert one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
        connection.close()
    listener.close()


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="only Linux tells the length of the queue")
def test_many_may_connect_at_the_same_moment():
    listener = transport.listen("127.0.0.1", 0)
    limit = int(Path("/proc/sys/net/core/somaxconn").read_text())
    port = f"{listener.getsockname()[1]:04X}"
    assert min(transport.BACKLOG, limit) > 50
    lines = Path("/proc/net/tcp").read_text().splitlines()
    assert any(f":{port} " in line for line in lines)
    callers = [socket.create_connection(listener.getsockname()) for _ in range(200)]
    for caller in callers:
        caller.close()
    listener.close()


def test_work_that_blocks_is_done_in_another_thread_while_others_go_on():
    others_went_on = threading.Event()

    def go_on():
        for _ in range(20):
            transport.sleep(0)
        others_went_on.set()

    transport.spawn(go_on)
    went_on, thread = transport.offload(lambda: (others_went_on.wait(PATIENCE), threading.get_native_id()))
    assert went_on
    assert thread != threading.get_native_id()


def test_what_is_raised_in_the_other_thread_is_raised_here():
    def broken():
        raise KeyError("gone")

    with pytest.raises(KeyError, match="gone"):
        transport.offload(broken)


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_in_spawned_work_is_logged_and_stops_there(caplog, capfd):
    """What an engine prints of it may repeat what somebody wrote; our log drops the words (test_log)."""

    def broken(word):
        raise ValueError(word)

    transport.spawn(broken, "a card")
    for _ in range(20):
        transport.sleep(0)
    assert [record.name for record in caplog.records if record.exc_info] == ["server"]
    assert "a card" not in "".join(capfd.readouterr())


def test_a_bell_wakes_its_waiter_and_a_ring_is_not_lost():
    bell = transport.Bell()
    bell.ring()
    bell.ring()
    assert bell.wait(1)
    assert not bell.wait(0.01)
    transport.spawn(lambda: (transport.sleep(0.02), bell.ring()))
    assert bell.wait(PATIENCE)


def test_waiting_for_an_answer_returns_it():
    def start(answer):
        transport.spawn(lambda: (transport.sleep(0.01), answer("yes")))

    assert transport.wait_for(start) == "yes"
