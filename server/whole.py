"""What goes into several messages, as bytes: a whole view for all who come in, a change that several
audiences see. Encoded once, compressed once."""

from functools import cached_property

from server import frames
from server.jsonwire import encoded


class Whole:
    """`entries`: of the view, or of the change, that it is made from."""

    def __init__(self, entries: object) -> None:
        self.entries = entries
        self.plain = encoded(entries)

    @cached_property
    def squeezed(self) -> bytes:
        """Compressed by itself, to be joined with other pieces."""
        return frames.squeezed(self.plain)
