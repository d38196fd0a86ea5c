"""What the system says about processes: processor time, memory, descriptors; and on which core they run."""

import contextlib
import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, CROWD_CORE = (CORES[0], CORES[1]) if len(CORES) > 1 else (CORES[0], CORES[0])
PAIR = {SERVER_CORE, CROWD_CORE}


def cpu(pids):
    """Seconds of processor time that these processes have used so far, user and system, all threads."""
    total = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICK


def used(cores):
    """Seconds in which these cores have not been idle so far, whoever used them."""
    total = 0
    for line in Path("/proc/stat").read_text().splitlines():
        name, *times = line.split()
        if name in {f"cpu{core}" for core in cores}:
            total += sum(map(int, times[:8])) - int(times[3]) - int(times[4])
    return total / TICK


def memory(pids):
    """Bytes of these processes that are in memory."""
    return sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE for pid in pids)


def descriptors(pids):
    """How many files and sockets they hold."""
    return sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in pids)


@contextlib.contextmanager
def on_core(core):
    """What is started inside runs on this core, with all the threads it will have."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
