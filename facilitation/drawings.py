"""What was drawn, written and put on the board beside the cards, in plain words: for documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facilitation.board import Board
from facilitation.canvas import ItemKind
from facilitation.canvas_entries import ItemEntry, SpotEntry
from facilitation.wording import Wording

NOTHING_SAID = "A picture without a description"
KINDS: Mapping[ItemKind, tuple[str, str]] = MappingProxyType(
    {
        ItemKind.PEN: ("A drawing", "A drawing: {text}"),
        ItemKind.MARKER: ("", "A highlight: {text}"),
        ItemKind.LINE: ("", "A line: {text}"),
        ItemKind.ARROW: ("", "An arrow: {text}"),
        ItemKind.BOX: ("", "In a box: {text}"),
        ItemKind.ELLIPSE: ("", "In a circle: {text}"),
        ItemKind.DIAMOND: ("", "In a diamond: {text}"),
        ItemKind.TEXT: ("", "{text}"),
        ItemKind.PICTURE: (NOTHING_SAID, "A picture: {text}"),
    }
)
"""What each kind is called without words, and with. Empty: without words it is not worth a line."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One thing in words. `file`: a picture's; `shows`: what it shows, in its writer's words."""

    words: str
    file: str = ""
    shows: str = ""


def drawings(board: Board) -> tuple[Drawing, ...]:
    """All that can be said of, from the top of the board to its end; nameless strokes are one line together."""
    spots = {spot.id: (spot.y, spot.x) for spot in board.all(SpotEntry)}
    items = sorted(board.all(ItemEntry), key=lambda item: (spots.get(item.id, (0, 0)), item.id))
    strokes = sum(item.kind is ItemKind.PEN and not item.text for item in items)
    found = [one for one in (_drawing(board, item) for item in items) if one is not None]
    return (*found, *_nameless(strokes, board.say))


def _drawing(board: Board, item: ItemEntry) -> Drawing | None:
    say = board.say
    bare, worded = KINDS[item.kind]
    if item.kind is ItemKind.PICTURE:
        return Drawing(say(worded, text=item.text) if item.text else say(bare), item.file, item.text)
    if item.start and item.end:
        words = say("An arrow from “{start}” to “{end}”", start=_tied(board, item.start), end=_tied(board, item.end))
        return Drawing(f"{words}: {item.text}" if item.text else words)
    return Drawing(say(worded, text=item.text)) if item.text else None


def _tied(board: Board, reference: str) -> str:
    """What an arrow is tied to: the words of an item, or the name of a card or group."""
    items = {f"item:{item.id}": item for item in board.all(ItemEntry)}
    if reference in items:
        return items[reference].text or board.say(NOTHING_SAID)
    return board.name(reference)


def _nameless(strokes: int, say: Wording) -> tuple[Drawing, ...]:
    if not strokes:
        return ()
    one, other = "There is 1 drawing without a description.", "There are {count} drawings without a description."
    return (Drawing(say.count(one, other, strokes)),)
