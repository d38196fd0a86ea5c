"""A server of the demo's own: a program beside it, with short waits and its data in a temporary folder."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cached_property
from types import TracebackType
from typing import Self

GOODBYE = 10.0


class NoServerError(Exception):
    """The server did not start (it has said why itself, on stderr), or has ended."""


def waits(pace: float) -> dict[str, int]:
    """Settings, in milliseconds, that fit steps of so many seconds."""
    step = int(pace * 1000)
    return {
        "BATCH_MS": max(50, step // 4),
        "CHECK_MS": step,
        "CLOSING_MS": min(10_000, step // 2),
        "RESULT_MS": step,
        "TALK_MS": step,
        "RUN_OFF_MS": step,
        "BALLOT_TICK_MS": max(10, min(1_000, step // 10)),
        "PEOPLE_TICK_MS": max(10, min(250, step // 10)),
        "SEALED_TICK_MS": max(10, min(250, step // 10)),
        "ROOM_TICK_MS": max(50, min(1_000, step // 10)),
    }


class OwnServer:
    """Use it in a `with`: it runs until the end, then its data is deleted."""

    def __init__(self, pace: float, environ: Mapping[str, str] = os.environ) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="folkmoot-demo-")
        short = {f"FOLKMOOT_{name}": str(value) for name, value in waits(pace).items()}
        # A port of its own, so that it stands in nobody's way; what is set stays as it is set.
        port = {} if "FOLKMOOT_PORT" in environ else {"PORT": environ.get("PORT", "0")}
        self._environ = {**short, "FOLKMOOT_DATA": self._folder.name, **environ, **port}

    def __enter__(self) -> Self:
        """Start it. It takes a moment; `url` waits for it."""
        command = [sys.executable, "-m", "server", "run"]
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            command, env=self._environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
        )
        return self

    @cached_property
    def url(self) -> str:
        """Where it is, once it is there. Raises: `NoServerError`."""
        first = self._process.stdout.readline() if self._process.stdout else ""
        if not first.startswith("Open "):
            raise NoServerError("The server did not start.")
        return first.split()[1]

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ask it to end, and delete its data."""
        self._end()

    def _end(self) -> None:
        self._process.terminate()
        try:
            self._process.communicate(timeout=GOODBYE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
        self._folder.cleanup()
