"""Our server with a window in it: SIGUSR1 writes how many objects live to the file that LIVE_OBJECTS names.

    LIVE_OBJECTS=count python -m tests.load.watched

Only for the soak. Nothing else is changed: what runs is `python -m server run`.
"""

import gc
import os
import runpy
import signal
import sys
from pathlib import Path


def count(*_):
    """What is garbage goes first; what was there before the first request is not counted (`gc.freeze`)."""
    gc.collect()
    place = Path(os.environ["LIVE_OBJECTS"])
    written = place.with_suffix(".new")
    written.write_text(str(len(gc.get_objects())))
    written.replace(place)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, count)
    sys.argv = ["server", "run"]
    runpy.run_module("server", run_name="__main__", alter_sys=True)
