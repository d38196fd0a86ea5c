"""What can be asked of the canvas: commands as in `commands.py`, where they stand in `WIRE` too."""

from dataclasses import dataclass

from facilitation.canvas import Colour, ItemKind
from facilitation.shapes import Coordinate, Id, LineText, MaybeId, Points, Size, Thing, Version


@dataclass(frozen=True, slots=True)
class Place:
    """Put a card, a group or an item somewhere on the board; `placed` false: back to where the board puts it."""

    what: Thing
    placed: bool
    x: Coordinate
    y: Coordinate
    version: Version


@dataclass(frozen=True, slots=True)
class Paint:
    """Give a card, a group or an item a colour. `version`: its `colour_version`."""

    what: Thing
    colour: Colour
    version: Version


@dataclass(frozen=True, slots=True)
class Lock:
    """Keep a thing where and as it is, or let it be changed again. `version`: its `lock_version`."""

    what: Thing
    locked: bool
    version: Version


@dataclass(frozen=True, slots=True)
class AddItem:
    """Draw, write or put something on the board: an `Item` and its `Spot`."""

    id: Id
    run: Id
    kind: ItemKind
    x: Coordinate
    y: Coordinate
    width: Size = 0
    height: Size = 0
    points: Points = ()
    start: Thing = ""
    end: Thing = ""
    text: LineText = ""
    file: MaybeId = ""
    colour: Colour = Colour.PLAIN


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """Change what an item is: all of this is one shared field. Where it is: `Place`."""

    id: Id
    version: Version
    width: Size = 0
    height: Size = 0
    points: Points = ()
    start: Thing = ""
    end: Thing = ""
    text: LineText = ""


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take an item off the board."""

    id: Id


@dataclass(frozen=True, slots=True)
class ReadOut:
    """Show everybody which card is being read out; empty: none. `version`: `reading_version`."""

    what: Thing
    version: Version
