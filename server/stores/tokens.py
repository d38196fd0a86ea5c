"""Whose token it is: looked up in memory, read from the people's file at the start."""

from threading import RLock

from server.stores.people import People


class Tokens:
    """The workshop and place of each token, by the token's SHA-256 in hexadecimal."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[str, str]] = {}
        self._of: dict[str, list[str]] = {}
        self._lock = RLock()

    def put(self, workshop: str, people: People) -> None:
        """From now on these are the tokens of this workshop."""
        with self._lock:
            for token in self._of.pop(workshop, ()):
                self._found.pop(token, None)
            hashes = {place.token_hash: place.id for place in people.places.values() if place.token_hash}
            self._found.update({token: (workshop, place) for token, place in hashes.items()})
            if hashes:
                self._of[workshop] = list(hashes)

    def find(self, token_hash: str) -> tuple[str, str] | None:
        return self._found.get(token_hash)
