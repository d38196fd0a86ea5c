"""Waiting for what should happen: the only place in the tests that lets time pass."""

import time

PATIENCE = 20.0  # seconds until what should happen is given up; long, for a slow machine
AGAIN = 0.02


def eventually(holds, patience=PATIENCE):
    """Wait until `holds()` says something true; what it said."""
    end = time.monotonic() + patience
    while not (found := holds()):
        assert time.monotonic() < end, "it did not happen"
        time.sleep(AGAIN)
    return found


def another_second():
    """Wait until the clock shows another second. Only for what nobody can set the clock of: a file's own time."""
    now = int(time.time())
    eventually(lambda: int(time.time()) > now)


def pace(seconds):
    """Let so much time pass. Only for what does things at a given rate, which tests do not."""
    time.sleep(max(0.0, seconds))
