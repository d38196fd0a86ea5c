"""What is drawn, written or put on the board beside the cards. It belongs to everybody, and anybody may change it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from facilitation.canvas import Item, ItemKind, Spot
from facilitation.canvas_commands import AddItem, ChangeItem, RemoveItem
from facilitation.context import Context
from facilitation.records import drop, put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.spots import lies_there
from facilitation.workshop import Gone, Workshop

MAX_ITEMS = 2000
MAX_INK = 300_000
"""How many numbers all the points of a board may have together: some 500 long strokes."""

PARTS: Mapping[ItemKind, int] = MappingProxyType(
    {ItemKind.PEN: 3, ItemKind.MARKER: 3, ItemKind.LINE: 4, ItemKind.ARROW: 4}
)
"""How many numbers a point of a stroke has; of a line, all it has. What is missing here has no points."""

STROKES = frozenset({ItemKind.PEN, ItemKind.MARKER})
TIED = frozenset({ItemKind.LINE, ItemKind.ARROW})


def added(workshop: Workshop, command: AddItem) -> bool:
    """Already done: the id is on the board, or was and has been taken off."""
    return command.id in workshop.items or command.id in workshop.gone


def _ill_formed(kind: ItemKind, command: AddItem | ChangeItem) -> bool:
    count, parts = len(command.points), PARTS.get(kind, 0)
    wrong = (count == 0 or count % parts) if kind in STROKES else count != parts
    sized = kind in STROKES or kind in TIED or (command.width > 0 and command.height > 0)
    tied = bool(command.start or command.end)
    silent = kind is ItemKind.TEXT and not command.text.strip()
    return bool(wrong) or not sized or silent or (tied and kind not in TIED)


def _problem(workshop: Workshop, kind: ItemKind, command: AddItem | ChangeItem, before: int) -> Refusal | None:
    if _ill_formed(kind, command):
        return Refusal.BAD_FIELD
    ink = sum(len(item.points) for item in workshop.items.values()) - before
    return Refusal.BOARD_FULL if ink + len(command.points) > MAX_INK else None


def _tie(workshop: Workshop, what: str) -> str:
    """What an end is tied to, as far as it still lies there; an end that is tied to nothing keeps its point."""
    return what if what and lies_there(workshop, what) else ""


def add(workshop: Workshop, command: AddItem, _context: Context) -> Workshop | Refused:
    """Put an item on the board."""
    problem = _problem(workshop, command.kind, command, 0)
    if problem is not None or bool(command.file) is not (command.kind is ItemKind.PICTURE):
        return refused(problem or Refusal.BAD_FIELD)
    if len(workshop.items) >= MAX_ITEMS:
        return refused(Refusal.BOARD_FULL)
    item = Item(
        id=command.id,
        run=command.run,
        kind=command.kind,
        width=command.width,
        height=command.height,
        points=command.points,
        start=_tie(workshop, command.start),
        end=_tie(workshop, command.end),
        text=command.text.strip(),
        file=command.file,
    )
    return put(workshop, item, Spot(item.id, placed=True, x=command.x, y=command.y, colour=command.colour))


def changed(workshop: Workshop, command: ChangeItem) -> bool:
    """Already done: the item is so, one version on; or it is off the board."""
    item = workshop.items.get(command.id)
    return command.id in workshop.gone or (
        item is not None and item.version == command.version + 1 and item == _with(workshop, item, command)
    )


def _with(workshop: Workshop, item: Item, command: ChangeItem) -> Item:
    return replace(
        item,
        width=command.width,
        height=command.height,
        points=command.points,
        start=_tie(workshop, command.start),
        end=_tie(workshop, command.end),
        text=command.text.strip(),
        version=command.version + 1,
    )


def change(workshop: Workshop, command: ChangeItem, _context: Context) -> Workshop | Refused:
    """Change what an item is: its size, its points, its ends, its words."""
    item = workshop.items.get(command.id)
    if item is None:
        return refused(Refusal.NO_SUCH_ITEM)
    if item.version != command.version:
        return refused(Refusal.SUPERSEDED)
    spot = workshop.spots.get(item.id)
    if spot is not None and spot.locked:
        return refused(Refusal.LOCKED)
    problem = _problem(workshop, item.kind, command, len(item.points))
    return refused(problem) if problem is not None else put(workshop, _with(workshop, item, command))


def removed(workshop: Workshop, command: RemoveItem) -> bool:
    """Already done: only the id is left."""
    return command.id in workshop.gone


def remove(workshop: Workshop, command: RemoveItem, _context: Context) -> Workshop | Refused:
    """Take an item off the board."""
    item = workshop.items.get(command.id)
    if item is None:
        return refused(Refusal.NO_SUCH_ITEM)
    spot = workshop.spots.get(item.id)
    if spot is not None and spot.locked:
        return refused(Refusal.LOCKED)
    return put(drop(workshop, item, *([] if spot is None else [spot])), Gone(item.id))
