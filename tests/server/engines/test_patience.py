"""Whoever begins a request and does not go on is let go of."""

import socket
from urllib.parse import urlsplit

import pytest

from server.engines.patience import UNREAD, Patient


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow"])
def test_half_a_head_is_not_waited_for(server, begun):
    place = urlsplit(server.url)
    with socket.create_connection((place.hostname, place.port), timeout=15) as slow:
        slow.sendall(begun)
        while slow.recv(1000):  # a sentence, perhaps; then the end, or this test ends it
            pass


def test_a_body_gets_more_time_than_a_head_and_an_answer_ends_both():
    patient, connection = Patient(), object()
    patient.reads_head(connection)
    head = UNREAD[connection]
    patient.reads_body(connection, {"content-length": "7"})
    assert UNREAD[connection] > head
    patient.reads_body(connection, {})
    assert connection not in UNREAD
    patient.reads_head(connection)
    patient.is_through(connection)
    assert connection not in UNREAD
