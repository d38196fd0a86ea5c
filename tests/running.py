"""A real server for a test: a program of its own, on a free port of this machine, with its own data."""

import contextlib
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
OPENED = re.compile(r"^Open (http://127\.0\.0\.1:(\d+))")
SERVER = (sys.executable, "-m", "server", "run")
PATIENCE = 20.0  # seconds until a server that says nothing is given up


class Running:
    """One server: `.url`, its `.data` folder, all it `.said`; it can be stopped, killed and started again."""

    def __init__(self, data: Path, command: tuple[str, ...] = SERVER, **settings):
        self.data = data
        self._command = command
        self.said = ""
        self.port = "0"
        self._log = data / "server.log"
        settings = {"data": data, "host": "127.0.0.1"} | settings
        own = {name: value for name, value in os.environ.items() if not name.startswith("FOLKMOOT_")}
        self._environment = own | {f"FOLKMOOT_{name.upper()}": str(value) for name, value in settings.items()}
        self.start()

    def start(self):
        """Start it, the second time on the port that it had before."""
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=self._environment | {"PORT": self.port},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        lines = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout, lines), daemon=True)
        self._reader.start()
        first = line_of(lines)
        while first.startswith("  "):  # a step of dev.py, which came before the server
            first = line_of(lines)
        opened = OPENED.match(first)
        if not opened:
            self.kill9()
            raise AssertionError(f"The server did not start. It said {first!r}\n{self.log()}")
        self.url, self.port = opened.groups()

    def _read(self, stdout, lines):
        with stdout:
            for line in stdout:
                self.said += line
                lines.put(line)
        lines.put("")  # it ended: whoever waits for its first line need not wait on

    def log(self):
        """All that it wrote to its log, over all its starts."""
        return self._log.read_text() if self._log.exists() else ""

    def _signal(self, number):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, number)
        self._process.wait(10)
        self._reader.join(10)

    def kill9(self):
        """End it as a power cut would: at once, with no chance to tidy up."""
        self._signal(signal.SIGKILL)

    def stop(self):
        """Ask it to end; a server that does not within ten seconds fails the test."""
        if self._process.poll() is None:
            self._signal(signal.SIGTERM)

    def restart(self):
        """End it, unless it is dead already, and start it again: same address, same data."""
        self.stop()
        self.start()

    @property
    def alive(self):
        return self._process.poll() is None

    @property
    def pid(self):
        """The number of its process, to look at from outside what it needs."""
        return self._process.pid


def line_of(lines):
    """The next line it says; nothing when it said none in time."""
    try:
        return lines.get(timeout=PATIENCE)
    except queue.Empty:
        return ""


@contextlib.contextmanager
def servers(folder: Path):
    """A function that starts servers; however the test ends, none of them outlives it."""
    started = []

    def start(**asked):
        data = folder / f"server-{len(started)}-{time.monotonic_ns()}"
        data.mkdir(parents=True)
        started.append(running := Running(data, **asked))
        return running

    try:
        yield start
    finally:
        for running in started:
            running.kill9()
