"""Chance that follows from its cause: the same cause draws the same, whatever else was drawn before.

So a server draws the same ids in two worlds for what is the same in both, and other ids for the rest.
"""

from collections import Counter
from hashlib import shake_256


class Chance:
    """Stands where the module `secrets` is used. `cause()`: what draws now."""

    def __init__(self, cause):
        self._cause, self._drawn = cause, Counter()

    def again(self, cause):
        """From now on this cause draws what it drew first: the same command is carried out once more."""
        self._drawn[cause] = 0

    def token_bytes(self, length=32):
        cause = self._cause()
        self._drawn[cause] += 1
        return shake_256(f"{cause} {self._drawn[cause]}".encode()).digest(length)

    def token_hex(self, length=32):
        return self.token_bytes(length).hex()

    def token_urlsafe(self, length=32):
        return self.token_hex(length)

    def choice(self, letters):
        return letters[int.from_bytes(self.token_bytes(8)) % len(letters)]

    def randbelow(self, most):
        return int.from_bytes(self.token_bytes(300)) % most

    @staticmethod
    def compare_digest(one, other):
        return one == other
