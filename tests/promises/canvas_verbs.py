"""What a step of a script asks of the canvas; `verbs.py` has the others."""

from facilitation import canvas_commands as b
from facilitation import commands as c
from facilitation.canvas import Colour, ItemKind, Spot
from facilitation.context import Role
from tests.meeting import Meeting, name

THINGS = 4
"""Few, so that scripts meet the same item again."""
COLOURS = list(Colour)
POINTS = {ItemKind.PEN: (0, 0, 50, 9, 9, 50), ItemKind.LINE: (0, 0, 30, 40), ItemKind.ARROW: (0, 0, -30, 40)}
KINDS = (*POINTS, ItemKind.BOX, ItemKind.TEXT)


def _item(number: int) -> str:
    return name(f"item {number % THINGS}")


def _thing(meeting: Meeting, number: int) -> str:
    things = sorted(f"card:{one}" for one in meeting.workshop.cards)
    things += sorted(f"group:{one}" for one in meeting.workshop.groups)
    things += [f"item:{_item(one)}" for one in range(THINGS)]
    return things[number % len(things)]


def _spot(meeting: Meeting, what: str) -> Spot:
    found = what.partition(":")[2]
    return meeting.workshop.spots.get(found) or Spot(found)


def _place(meeting: Meeting, a: int, b_: int) -> c.Command:
    what = _thing(meeting, a)
    placed = b_ % 4 > 0 or what.startswith("item")
    return b.Place(what, placed, b_ if placed else 0, a if placed else 0, _spot(meeting, what).version)


def _paint(meeting: Meeting, a: int, b_: int) -> c.Command:
    what = _thing(meeting, a)
    return b.Paint(what, COLOURS[b_ % len(COLOURS)], _spot(meeting, what).colour_version)


def _lock(meeting: Meeting, a: int, b_: int) -> c.Command:
    what = _thing(meeting, a)
    return b.Lock(what, b_ % 2 == 0, _spot(meeting, what).lock_version)


def _draw(meeting: Meeting, a: int, b_: int) -> c.Command:
    kind = KINDS[b_ % len(KINDS)]
    points = POINTS.get(kind, ())
    size = 0 if points else 40
    ends = (_thing(meeting, b_), "") if kind is ItemKind.ARROW else ("", "")
    run = meeting.run or name("no run")
    return b.AddItem(_item(a), run, kind, a, b_, size, size, points, *ends, text=f"drawn {b_}")


def _redraw(meeting: Meeting, a: int, b_: int) -> c.Command:
    item = meeting.workshop.items.get(_item(a))
    if item is None:
        return b.ChangeItem(_item(a), 0, text=f"redrawn {b_}")
    return b.ChangeItem(item.id, item.version, item.width, item.height, item.points, text=f"redrawn {b_}")


CANVAS = {
    "place": (Role.PARTICIPANT, _place),
    "paint": (Role.PARTICIPANT, _paint),
    "lock": (Role.FACILITATOR, _lock),
    "draw": (Role.PARTICIPANT, _draw),
    "redraw": (Role.PARTICIPANT, _redraw),
    "rub out": (Role.PARTICIPANT, lambda _m, a, _b: b.RemoveItem(_item(a))),
    "read out": (
        Role.FACILITATOR,
        lambda m, a, b_: b.ReadOut(_thing(m, a) if b_ % 3 else "", m.workshop.head.reading_version),
    ),
}
"""Each verb of the canvas: who asks, and what."""
