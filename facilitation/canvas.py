"""The nouns of the canvas: where a thing lies on the board, and what is drawn there beside the cards.

They belong to everybody: nothing says who put or drew them. A drawing is only made where what people
write shows at once (`rules.MAY`), so that it never tells who is writing unseen.
"""

from dataclasses import dataclass
from enum import StrEnum


class Colour(StrEnum):
    """The colours of the board; each also has a word and a pattern (WCAG 1.4.1)."""

    PLAIN = ""
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"
    GREY = "grey"


class ItemKind(StrEnum):
    """What can be drawn or put beside the cards."""

    PEN = "pen"
    MARKER = "marker"
    LINE = "line"
    ARROW = "arrow"
    BOX = "box"
    ELLIPSE = "ellipse"
    DIAMOND = "diamond"
    TEXT = "text"
    PICTURE = "picture"


class Background(StrEnum):
    """What an agenda puts under the cards of a phase, to sort them on."""

    NONE = ""
    JOURNEY = "journey"
    TWO_BY_TWO = "two_by_two"
    RESOURCE_MAP = "resource_map"
    DREAM = "dream"


@dataclass(frozen=True, slots=True)
class Spot:
    """How a card, a group or an item lies on the board; `id` is theirs.

    `x`, `y`: where its top left corner is, in units of the board; both 0 and `placed` false: where
    the board puts it by itself. Three shared fields, each with its version.
    """

    id: str
    placed: bool = False
    x: int = 0
    y: int = 0
    version: int = 0
    colour: Colour = Colour.PLAIN
    colour_version: int = 0
    locked: bool = False
    lock_version: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """Something drawn, written or put on the board beside the cards.

    `points`, from the item's corner: x, y and pressure (0 to 100) by turns for a pen or marker; x and y of
    both ends for a line or an arrow. `start`, `end`: what an arrow is tied to. `text`: the words of a
    text or a shape; of all others what they show, for those who do not see them. `file`: a picture's.
    """

    id: str
    run: str
    kind: ItemKind
    width: int = 0
    height: int = 0
    points: tuple[int, ...] = ()
    start: str = ""
    end: str = ""
    text: str = ""
    file: str = ""
    version: int = 0
