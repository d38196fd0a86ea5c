"""The gate: a body is taken in whole, or refused before it is waited for."""

import io

import pytest

from server.engines.patience import THROUGH
from server.gate import BAD, LONG, MOST_BYTES, SAYS, WANTED, Gate


def ask(**environ):
    """What the application behind the gate was given to read, and the status; nothing where it was refused."""
    said, through = [], []

    def app(environ, start_response):
        start_response("200 OK", [])
        return [environ["wsgi.input"].read()]

    asked = {"wsgi.input": io.BytesIO(b"words"), THROUGH: lambda: through.append(True)} | environ
    body = b"".join(Gate(app)(asked, lambda status, _headers: said.append(status)))
    return said[0], body, bool(through)


def test_a_body_reaches_the_application_whole():
    assert ask(CONTENT_LENGTH="5") == ("200 OK", b"words", True)
    assert ask() == ("200 OK", b"", True)
    assert ask(CONTENT_LENGTH="") == ("200 OK", b"", True)


@pytest.mark.parametrize("length", ["-1", "ten", "1_0", "+2", "2, 2", "\u0661", "9" * 400])
def test_a_length_that_is_none_is_refused(length):
    assert ask(CONTENT_LENGTH=length)[0] == BAD


def test_too_much_is_refused_without_being_read():
    assert ask(CONTENT_LENGTH=str(MOST_BYTES + 1)) == (LONG, SAYS[LONG], False)


def test_chunks_are_refused_for_their_end_is_not_known():
    assert ask(HTTP_TRANSFER_ENCODING="chunked")[0] == WANTED


def test_a_body_that_breaks_off_is_refused():
    assert ask(CONTENT_LENGTH="9")[0] == BAD


def test_a_body_that_is_broken_off_is_refused_and_fails_nowhere():
    class Reset(io.BytesIO):
        def read(self, _size=-1):
            raise ConnectionResetError

    assert ask(CONTENT_LENGTH="5", **{"wsgi.input": Reset()})[0] == BAD
    assert ask(CONTENT_LENGTH="50")[0] == BAD
