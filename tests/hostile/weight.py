"""What an attack weighs: the server's memory, as the system tells it, and whether it has let go of a connection."""

import contextlib
from pathlib import Path

KIB, MIB = 1024, 1024 * 1024
ESTABLISHED = "01"


def _status(pid, name):
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) * KIB


def resident(server):
    """How much memory the server holds now, in bytes."""
    return _status(server.pid, "VmRSS")


@contextlib.contextmanager
def growth(server):
    """A function that tells how much memory the server came to hold at the most since now, in bytes."""
    Path(f"/proc/{server.pid}/clear_refs").write_text("5")  # the peak is counted from here
    before = resident(server)
    yield lambda: max(0, _status(server.pid, "VmHWM") - before)


def holds(server, attacker):
    """Whether the server still holds its end of this connection. Nothing is read from ours: a reader that never
    reads cannot see that it was hung up on."""
    ours, theirs = f":{attacker.port:04X}", f":{int(server.port):04X}"
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return any(line[1].endswith(theirs) and line[2].endswith(ours) and line[3] == ESTABLISHED for line in lines)
