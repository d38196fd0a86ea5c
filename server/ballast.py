"""Libraries that another library would load when it is there, and that a server never uses.

Socket.IO tries for Redis (its own way of several processes; ours is in `server/stores`) and for
what its client needs. Without them a server starts a sixth sooner and holds 11 MB less.
"""

import importlib
import sys
from types import ModuleType
from typing import Final

UNUSED: Final = ("redis", "valkey", "requests", "websocket")


def without_ballast(name: str) -> ModuleType:
    """The module `name`, loaded as on a machine without the `UNUSED`; whoever asks for those later has them."""
    hidden = [unused for unused in UNUSED if unused not in sys.modules]
    sys.modules |= dict.fromkeys(hidden)  # type: ignore[arg-type]  # nothing in its place: not to be found
    try:
        return importlib.import_module(name)
    finally:
        for unused in hidden:
            del sys.modules[unused]
