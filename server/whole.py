"""A whole view as bytes: encoded once, compressed once, shared by all who come in."""

from functools import cached_property

from server import frames
from server.jsonwire import encoded


class Whole:
    """`entries`: the view that it is made from."""

    def __init__(self, entries: object) -> None:
        self.entries = entries
        self.plain = encoded(entries)

    @cached_property
    def squeezed(self) -> bytes:
        """Compressed by itself, to be joined with other pieces."""
        return frames.squeezed(self.plain)
