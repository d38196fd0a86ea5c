"""What is replied about pictures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureReply:
    """A picture that was taken in. `file`: what an item names; `width`, `height`: in points."""

    file: str
    width: int
    height: int
