"""A narrow line is as late and as slow as it says, and loses nothing."""

import socket
import threading
from time import monotonic
from urllib.parse import urlsplit

import pytest

from tests.load.narrow import Line, Narrow

SENT = bytes(range(256)) * 200


@pytest.fixture
def echo():
    """Somebody who says back what they hear, until nothing more comes."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def go():
            there, _ = listening.accept()
            with there:
                while heard := there.recv(65_536):
                    there.sendall(heard)

        speaking = threading.Thread(target=go)
        speaking.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        speaking.join(10)


def test_what_goes_through_comes_whole_and_not_sooner_than_the_line_allows(echo):
    narrow = Narrow(echo, Line(round_trip=0.1, down=256_000, up=1_024_000))
    at = urlsplit(narrow.url)
    began, heard = monotonic(), b""
    try:
        with socket.create_connection((at.hostname, at.port)) as line:
            line.sendall(SENT)
            while len(heard) < len(SENT):
                heard += line.recv(65_536)
    finally:
        narrow.close()
    assert heard == SENT
    assert monotonic() - began >= 0.2 + len(SENT) / 256_000  # a round trip to open, one for the bytes, and their width
