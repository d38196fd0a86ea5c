"""`python -m tests.faults.clock run` is the server on a machine whose clock somebody sets.

SIGUSR1 sets it an hour forward, SIGUSR2 a day back: as `time.time` and `time.time_ns` tell it, which is
all that the program and its libraries ask for the time of day. What nobody can set counts on as ever.
"""

import signal
import sys
import time

HOUR, DAY = 3600, 86_400
SERVER = (sys.executable, "-m", "tests.faults.clock", "run")
off = [0]


def set_by(seconds):
    """What a signal does: set the clock by so much."""

    def moved(_number, _frame):
        off[0] += seconds

    return moved


if __name__ == "__main__":
    true, true_ns = time.time, time.time_ns
    time.time = lambda: true() + off[0]
    time.time_ns = lambda: true_ns() + off[0] * 1_000_000_000
    signal.signal(signal.SIGUSR1, set_by(HOUR))
    signal.signal(signal.SIGUSR2, set_by(-DAY))
    from server.__main__ import main

    main(prog_name="folkmoot")
