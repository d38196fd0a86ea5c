import errno
import io
import json
import logging
import sys

from server.log import WithoutWords, make_log, places


class Stream(io.StringIO):
    def __init__(self):
        super().__init__()
        self.buffer = io.BytesIO()

    def lines(self):
        return [json.loads(line) for line in self.buffer.getvalue().splitlines()]


def test_a_line_holds_only_fields_that_are_known():
    stream = Stream()
    make_log(stream).info("started", port=80, name="CANARY", sid="CANARY", text="CANARY")
    assert stream.lines() == [{"event": "started", "level": "info", "port": 80}]


def test_of_an_exception_its_class_and_places_are_kept_and_none_of_its_words():
    stream = Stream()
    log = make_log(stream)
    try:
        int("CANARY")
    except ValueError:
        log.error("failed", exc_info=sys.exc_info())  # noqa: G201 - as the hall does it
    (line,) = stream.lines()
    assert line["error"] == "ValueError"
    assert line["where"][0].startswith("test_log.py:")
    assert "CANARY" not in json.dumps(line)


def test_what_libraries_log_loses_its_words():
    stream = Stream()
    handler = WithoutWords(make_log(stream))
    record = logging.LogRecord("engineio.server", logging.ERROR, "x", 1, "CANARY %s", ("CANARY",), None)
    handler.emit(record)
    (line,) = stream.lines()
    assert line["where"] == ["engineio.server"]
    assert "CANARY" not in json.dumps(line)


def test_no_traceback_has_no_places():
    assert places(None) == []


def test_a_line_that_cannot_be_written_is_lost_and_stops_nobody():
    class Full(io.BytesIO):
        def write(self, _line):
            raise OSError(errno.ENOSPC, "No space left on device")

    stream = Stream()
    stream.buffer = Full()
    make_log(stream).error("failed")
