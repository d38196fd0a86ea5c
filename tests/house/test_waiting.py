"""No test sleeps: it waits for what should happen, or hears a later mark before it says that nothing came."""

import re

from tests.house import tree

SLEEPING = re.compile(r"\btime\.sleep\(|\bfrom time import .*\bsleep\b|\bwait_for_timeout\([1-9]")
WAITS = "tests/waiting.py"


def test_only_what_waits_for_something_lets_time_pass():
    written = [str(path) for path in tree.files("tests/*.py") if str(path) != "tests/house/test_waiting.py"]
    assert [path for path in written if SLEEPING.search(tree.text(path))] == [WAITS]
