"""The shapes of what a view holds of the canvas; `entries.py` has the others, and their table."""

from dataclasses import dataclass

from facilitation.canvas import Colour, ItemKind


@dataclass(frozen=True, slots=True)
class SpotEntry:
    """Under `spot:ID`, the id of a card, a group or an item: how it lies on the board (`canvas.Spot`)."""

    id: str
    placed: bool
    x: int
    y: int
    version: int
    colour: Colour
    colour_version: int
    locked: bool
    lock_version: int


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """Under `item:ID`: something drawn or put beside the cards (`canvas.Item`)."""

    id: str
    kind: ItemKind
    width: int
    height: int
    points: tuple[int, ...]
    start: str
    end: str
    text: str
    file: str
    version: int
