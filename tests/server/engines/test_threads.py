"""Threads that take turns: nothing of ours runs beside anything else of ours."""

import queue
import socket
import threading

import pytest

from server.engines import threads
from tests.waiting import PATIENCE, eventually


def test_only_one_runs_at_a_time_and_it_goes_on_until_it_waits():
    happened = []

    def work(name):
        happened.extend(name for _ in range(200))
        threads.sleep(0.001)
        happened.append(name.upper())

    for name in "abc":
        threads.spawn(work, name)
    eventually(lambda: len(happened) == 603)
    first = "".join(happened)
    assert all(name * 200 in first for name in "abc")


def test_whoever_waits_gives_the_turn_away():
    event, seen = threads.event(), []

    def wait():
        seen.append(event.wait(PATIENCE))

    with threads.turn():
        threads.spawn(wait)
        threads.spawn(event.send, "came")
        threads.offload(eventually, lambda: seen)
    assert seen == ["came"]


def test_a_reader_of_a_queue_and_of_a_socket_gives_the_turn_away_too():
    line, ours, theirs = threads._Queue(), *socket.socketpair()
    got = queue.Queue()

    def read():
        got.put(line.get(timeout=PATIENCE))
        threads.readable(ours)
        got.put(ours.recv(10))
        threads.writable(ours)

    with threads.turn():
        threads.spawn(read)
        threads.spawn(line.put, "packet")
        threads.spawn(theirs.send, b"bytes")
        assert threads.offload(got.get, timeout=PATIENCE) == "packet"
        assert threads.offload(got.get, timeout=PATIENCE) == b"bytes"
    ours.close()
    theirs.close()
    with pytest.raises(queue.Empty):
        line.get(block=False)


def test_what_goes_wrong_in_work_elsewhere_is_raised_here_and_the_turn_is_ours_again():
    with threads.turn():
        with pytest.raises(ZeroDivisionError):
            threads.offload(divmod, 1, 0)
        assert threads._MINE.turn
    assert not threads._TURN.locked()


def test_a_task_of_the_library_runs_in_its_turn():
    done = threading.Event()
    threads._Thread(target=done.set).start()
    assert done.wait(PATIENCE)
