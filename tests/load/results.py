"""The page of results: what ran, on what, with which versions, and what came out; written by the benchmark alone."""

import json
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from tests.load import process, programs, tables

PAGE = Path(__file__).with_name("RESULTS.md")
OF_PYTHON = ("eventlet", "flask-socketio", "orjson", "redis")
OF_NODE = ("socket.io", "ws", "@hocuspocus/server", "y-websocket", "yjs")
QUIET = 0.1
FAIRNESS = """Only ratios inside one table mean anything: another machine gives other figures, and a second run here
differs by a fifth or more. The work is not equal. No peer has anything on the disk before it answers, checks what it is
sent, or knows what a step of a workshop is; Hocuspocus and y-websocket merge documents, which ours does not. Every
socket offers compression, as a browser does: ours takes it up, for frames of 1 kB or more, and the peers, as they come,
decline."""


def conditions():
    """The machine and the versions, as lines."""
    model = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if "model name" in line), "unknown"
    )
    memory = int(_lines("/proc/meminfo")[0].split()[1]) // (1 << 20)
    node = subprocess.run((programs.node(), "--version"), capture_output=True, text=True, check=True).stdout.strip()
    locked = json.loads((programs.PEERS / "package-lock.json").read_text())["packages"]
    peers = ", ".join(f"{name} {locked[f'node_modules/{name}']['version']}" for name in OF_NODE)
    ours = ", ".join(f"{name} {version(name)}" for name in OF_PYTHON)
    apart = process.SERVER_CORE != process.CROWD_CORE
    cores = "each server on one, the crowd on another" if apart else "server and crowd on the same one"
    return (
        f"{os.cpu_count()} cores ({model}), {memory} GiB, {platform.system()} {platform.release()}, loopback; {cores}",
        "Ours by default but for the limits on how fast one may write: " + _lifted(),
        f"Python {platform.python_version()}: {ours}",
        f"Node {node}: {peers}",
    )


def _lifted():
    return ", ".join(f"FOLKMOOT_{name.upper()}={value}" for name, value in programs.LIFTED.items())


def _lines(path):
    return Path(path).read_text().splitlines()


def trust(others):
    """What can be said of the figures, from how many cores something else used at most."""
    if others <= QUIET:
        return f"Nothing else ran: at most {others:.2f} cores were used by others."
    return f"**Other work ran on this machine**: it used up to {others:.2f} cores. Do not trust these figures."


def section(part, rows):
    """One part: its title, what to know, its tables."""
    note = f"\n{part.note}\n" if part.note else ""
    goals = tables.markdown(tables.goals_of(part, rows))
    title = part.title[0].upper() + part.title[1:]
    return f"## {title}\n{note}\n{tables.markdown(tables.rows_of(part, rows))}" + (f"\n{goals}" if goals else "")


def page(command, parts, repeats, seconds):
    """The whole page. `parts`: pairs of a part and its rows."""
    others = max(one.others for _, rows in parts for row in rows.values() for one in row.rounds)
    head = [
        "# Results",
        f"Written by `{command}`; what the columns mean stands in [README.md](README.md).",
        "\n".join(f"- {line}" for line in (*conditions(), trust(others))),
        f"Rounds: {repeats}, of {seconds:g} s, the servers in turn; figures are medians. {FAIRNESS}",
    ]
    return "\n\n".join([*head, *(section(part, rows).rstrip() for part, rows in parts)]) + "\n"
