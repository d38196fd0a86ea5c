"""A server loads no library that it does not use."""

import subprocess
import sys
from pathlib import Path

from server.ballast import UNUSED

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from server.ballast import UNUSED, without_ballast
without_ballast("socketio")
import server.app
print(sorted({name.split(".")[0] for name in sys.modules} & set(UNUSED)))
import redis, requests
from server.stores import STORES
print(redis.__name__, requests.__name__)
"""


def test_a_server_on_other_stores_loads_neither_redis_nor_what_only_a_client_needs():
    said = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines() == ["[]", "redis requests"]
    assert "redis" in UNUSED
