"""Whoever begins a request and does not go on is let go of."""

import socket
from urllib.parse import urlsplit

import pytest

from server.engines.patience import THROUGH, UNREAD, Patient


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow"])
def test_half_a_head_is_not_waited_for(server, begun):
    place = urlsplit(server.url)
    with socket.create_connection((place.hostname, place.port), timeout=15) as slow:
        slow.sendall(begun)
        while slow.recv(1000):  # a sentence, perhaps; then the end, or this test ends it
            pass


def test_a_long_body_gets_more_time_and_the_application_says_when_it_is_read():
    patient, connection = Patient(), object()
    patient.reads_head(connection)
    patient.reads_body(connection, {"content-length": "7"})
    short = UNREAD[connection]
    patient.reads_body(connection, {"content-length": "70000"})
    assert UNREAD[connection] > short + 20
    patient.told({}, connection)[THROUGH]()
    assert connection not in UNREAD


def test_a_length_that_is_none_gets_no_time_of_its_own():
    patient, connection = Patient(), object()
    patient.reads_body(connection, None)
    none = UNREAD[connection]
    for wrong in ("1_0", "-7", "ten", "\u0661"):
        patient.reads_body(connection, {"content-length": wrong})
        assert UNREAD[connection] < none + 1
    patient.is_through(connection)
