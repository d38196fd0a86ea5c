"""What is drawn beside the cards: anybody may, it is nobody's, and it is never drawn where it would tell who writes."""

import pytest

from facilitation import items
from facilitation.canvas import ItemKind
from facilitation.canvas_commands import AddItem, ChangeItem, Lock, Place, RemoveItem
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.rules import Audience
from tests.facilitation.test_groups import grouping
from tests.meeting import Meeting, name, refusal

LINE = (0, 0, 50, 30, 2, 60)


def pen(meeting: Meeting, word: str = "stroke", points: tuple[int, ...] = LINE) -> AddItem:
    return AddItem(name(word), meeting.run, ItemKind.PEN, 10, 20, points=points)


def test_a_stroke_is_seen_by_all_where_it_was_drawn():
    meeting = grouping()
    meeting.do(pen(meeting))
    for audience in Audience:
        seen = meeting.seen(audience)
        assert seen[f"item:{name('stroke')}"].points == LINE
        assert (seen[f"spot:{name('stroke')}"].x, seen[f"spot:{name('stroke')}"].y) == (10, 20)


def test_an_item_says_nothing_about_who_drew_it_or_when():
    meeting = grouping()
    meeting.do(pen(meeting))
    fields = set(type(meeting.seen()[f"item:{name('stroke')}"]).__dataclass_fields__)
    assert fields == {"id", "kind", "width", "height", "points", "start", "end", "text", "file", "version"}


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        (ItemKind.PEN, {"points": ()}),
        (ItemKind.PEN, {"points": (1, 2)}),
        (ItemKind.ARROW, {"points": (1, 2)}),
        (ItemKind.BOX, {"width": 5}),
        (ItemKind.BOX, {"width": 5, "height": 5, "points": (1, 2, 3)}),
        (ItemKind.BOX, {"width": 5, "height": 5, "start": f"card:{name('bus')}"}),
        (ItemKind.TEXT, {"width": 5, "height": 5, "text": "  "}),
        (ItemKind.PICTURE, {"width": 5, "height": 5}),
        (ItemKind.BOX, {"width": 5, "height": 5, "file": name("file")}),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_drawn(kind, more):
    meeting = grouping()
    assert refusal(meeting.ask(AddItem(name("odd"), meeting.run, kind, 0, 0, **more))) == Refusal.BAD_FIELD
    assert not meeting.workshop.items


def test_what_was_drawn_can_be_changed_by_anybody_and_of_two_the_first_wins():
    meeting = grouping()
    meeting.do(AddItem(name("note"), meeting.run, ItemKind.TEXT, 0, 0, 100, 40, text="Pier"))
    change = ChangeItem(name("note"), 0, 100, 40, text="The pier")
    once = meeting.do(change)
    assert meeting.ask(change) is once
    assert refusal(meeting.ask(ChangeItem(name("note"), 0, 100, 40, text="A pier"))) == Refusal.SUPERSEDED


def test_what_is_taken_off_leaves_its_id_and_nothing_else():
    meeting = grouping()
    added = pen(meeting)
    meeting.do(added)
    meeting.do(RemoveItem(name("stroke")))
    assert not meeting.workshop.items
    assert not meeting.workshop.spots
    assert meeting.ask(added) is meeting.workshop
    assert meeting.ask(ChangeItem(name("stroke"), 0, points=LINE)) is meeting.workshop


def test_what_is_locked_is_neither_changed_nor_taken_off():
    meeting = grouping()
    meeting.do(pen(meeting))
    meeting.do(Lock(f"item:{name('stroke')}", locked=True, version=0), Role.FACILITATOR)
    assert refusal(meeting.ask(RemoveItem(name("stroke")))) == Refusal.LOCKED
    assert refusal(meeting.ask(ChangeItem(name("stroke"), 0, points=LINE, text="a wave"))) == Refusal.LOCKED


def test_an_arrow_holds_on_to_what_lies_there_and_to_nothing_else():
    meeting = grouping()
    ends = {"start": f"card:{name('bus')}", "end": f"card:{name('nothing')}"}
    meeting.do(AddItem(name("arrow"), meeting.run, ItemKind.ARROW, 0, 0, points=(0, 0, 9, 9), **ends))
    arrow = meeting.workshop.items[name("arrow")]
    assert (arrow.start, arrow.end) == (ends["start"], "")


def test_nobody_draws_while_something_is_written_unseen():
    meeting = Meeting().to("Ideas")
    assert refusal(meeting.ask(pen(meeting))) == Refusal.WRONG_PHASE
    meeting = grouping().to("Care")
    assert refusal(meeting.ask(pen(meeting))) == Refusal.WRONG_PHASE


def test_what_was_drawn_for_a_step_that_is_over_stays_on_the_device():
    meeting = grouping()
    late = pen(meeting)
    meeting.next()
    assert refusal(meeting.ask(late)) == Refusal.RUN_OVER


def test_a_board_holds_only_so_much_ink(monkeypatch):
    meeting = grouping()
    monkeypatch.setattr(items, "MAX_INK", 8)
    meeting.do(pen(meeting))
    assert refusal(meeting.ask(pen(meeting, "more"))) == Refusal.BOARD_FULL
    longer = ChangeItem(name("stroke"), 0, points=(*LINE, 1, 2, 3))
    assert refusal(meeting.ask(longer)) == Refusal.BOARD_FULL


def test_a_board_holds_only_so_many_items(monkeypatch):
    meeting = grouping()
    monkeypatch.setattr(items, "MAX_ITEMS", 1)
    meeting.do(pen(meeting))
    assert refusal(meeting.ask(pen(meeting, "more"))) == Refusal.BOARD_FULL


def test_an_item_lies_somewhere_always():
    meeting = grouping()
    meeting.do(pen(meeting))
    off = Place(f"item:{name('stroke')}", placed=False, x=0, y=0, version=0)
    assert refusal(meeting.ask(off)) == Refusal.BAD_FIELD
