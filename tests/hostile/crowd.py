"""Many attackers at once, watched by one loop."""

import selectors
import time

from tests.hostile.attacker import Attacker, GoneError
from tests.waiting import PATIENCE

AGAIN = 0.5  # seconds between two bites of those who send a little now and then


class Crowd:
    """`add(kind, first, bite)`: one more, who sends `first` and then a `bite` now and then. Nothing is answered."""

    def __init__(self, url):
        self._url, self.host = url, url.removeprefix("http://")
        self._there = selectors.DefaultSelector()
        self.kinds = {}

    def add(self, kind, first=b"", bite=b"", then=b""):
        """`then`: what it says after it has heard anything at all."""
        one = Attacker(self._url)
        one.socket.setblocking(False)
        one.send(first)
        one.bite, one.then = bite, then
        self.kinds[one] = kind
        self._there.register(one, selectors.EVENT_READ)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._there.close()
        for one in self.kinds:
            one.close()

    def there(self):
        """How many of each kind are still connected."""
        kinds = [self.kinds[key.fileobj] for key in self._there.get_map().values()]
        return {kind: kinds.count(kind) for kind in kinds}

    def _look(self, seconds):
        for key, _ in self._there.select(seconds):
            one = key.fileobj
            try:
                one.more()
            except GoneError:
                self._there.unregister(one)
                one.close()
                continue
            one.got.clear()
            if one.then:
                one.send(one.then)
                one.then = b""

    def all_gone(self, patience=PATIENCE, meanwhile=lambda: None):
        """Whether the server hangs up on all of them in time. `meanwhile` is done between two bites."""
        end = time.monotonic() + patience
        while self._there.get_map() and time.monotonic() < end:
            bite = time.monotonic() + AGAIN
            meanwhile()
            while self._there.get_map() and time.monotonic() < bite:
                self._look(max(0, bite - time.monotonic()))
            for key in list(self._there.get_map().values()):
                key.fileobj.send(key.fileobj.bite)
        return not self._there.get_map()
