"""The log: one JSON line for each thing that an operator may need to know.

It never holds card text, names, tokens, addresses or socket ids (DESIGN 7). What may be
logged is a short list of fields; of an exception only its class and the lines of our code
where it happened, because its text and arguments may repeat what somebody wrote.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from contextlib import suppress
from types import TracebackType
from typing import Any, BinaryIO, TextIO

import orjson
import structlog

FIELDS = frozenset({"event", "level", "where", "error", "setting", "count", "port", "ms", "code"})
"""What a line may hold; everything else is dropped."""

Log = structlog.typing.FilteringBoundLogger


def places(trace: TracebackType | None) -> list[str]:
    """File, line and function of each step of a traceback; no values, no source."""
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}:{frame.name}" for frame in traceback.extract_tb(trace)]


def _only_known(_: object, __: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    info = line.pop("exc_info", None)
    if info:
        kind, _error, trace = sys.exc_info() if info is True else info
        line["error"] = getattr(kind, "__name__", "unknown")
        line["where"] = places(trace)
    return {name: value for name, value in line.items() if name in FIELDS}


class WithoutWords(logging.Handler):
    """Turns what libraries log into a line with the logger's name and the exception's class."""

    def __init__(self, log: Log) -> None:
        super().__init__(logging.ERROR)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """Drop the message and its arguments: they may repeat what somebody sent."""
        kind, _, trace = record.exc_info or (None, None, None)
        error = getattr(kind, "__name__", "none")
        self._log.error("library_error", where=[record.name, *places(trace)], error=error)


class Lines:
    """Where lines go. One that cannot be written (the disk is full, say) is lost: an error in the
    log must not add to the one that it tells of."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def msg(self, line: bytes) -> None:
        """Write a line at once, or not at all."""
        with suppress(OSError, ValueError):
            self._out.write(line + b"\n")
            self._out.flush()

    debug = info = warning = error = critical = msg


def make_log(stream: TextIO | None = None) -> Log:
    """A log that writes JSON lines to `stream` (standard error)."""
    log: Log = structlog.wrap_logger(
        Lines((stream or sys.stderr).buffer),
        processors=[
            structlog.processors.add_log_level,
            _only_known,
            structlog.processors.JSONRenderer(serializer=orjson.dumps),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )
    return log


def quieten(log: Log) -> None:
    """Let libraries log only errors, and of those no words. Call once, at start."""
    root = logging.getLogger()
    root.handlers = [WithoutWords(log)]
    root.setLevel(logging.ERROR)
    for name in ("engineio", "engineio.server", "socketio", "socketio.server", "werkzeug", "flask", "server"):
        library = logging.getLogger(name)
        library.handlers, library.propagate = [], True
        library.setLevel(logging.ERROR)
