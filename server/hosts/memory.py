"""What checks of proofs remember: which were used, and the keys that meeting programs publish.

For one process. Neither holds anything that says who somebody is.
"""

import hashlib
import json
from threading import Lock

from server.hosts.outside import Fetch, KeySet

FRESH_MS = 300_000
OK = 200


class Marks:
    """Which proofs were used, as hashes, each until it expires by itself."""

    def __init__(self) -> None:
        self._until: dict[bytes, int] = {}
        self._lock = Lock()

    def first_time(self, mark: str, until: int, now: int) -> bool:
        """Whether this mark is new; remembered until then. Both times: milliseconds since 1970."""
        hashed = hashlib.sha256(mark.encode()).digest()
        with self._lock:
            self._until = {one: end for one, end in self._until.items() if end > now}
            fresh = hashed not in self._until
            self._until.setdefault(hashed, until)
        return fresh


class Keys:
    """The key sets at each address, asked for again after five minutes; the last ones while nothing answers."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._kept: dict[str, tuple[int, KeySet]] = {}

    def at(self, url: str, now: int) -> KeySet:
        """The key set. `now`: milliseconds since 1970. Raises: `OSError` where there never was an answer."""
        kept = self._kept.get(url)
        if kept is not None and now < kept[0] + FRESH_MS:
            return kept[1]
        try:
            found = self._asked(url)
        except OSError:
            if kept is None:
                raise
            found = kept[1]
        self._kept[url] = (now, found)
        return found

    def _asked(self, url: str) -> KeySet:
        status, body = self._fetch(url, {"Accept": "application/json"})
        try:
            found = json.loads(body) if status == OK else None
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise OSError("no key set at that address")
        return found
