"""News of another process: its changes lead every audience to the view that it has itself."""

from facilitation.commands import NextPhase, RenameWorkshop, StartWorkshop
from facilitation.patch import apply, full_difference
from facilitation.records import changes, records, settled
from facilitation.room import Room
from facilitation.view import difference, view
from server.news import taken_over, torn
from server.stretch import PRESENT
from tests.server import world as w


def test_changes_that_are_taken_over_make_the_same_workshop_and_the_same_views():
    world = w.World()
    desk = w.desk(world)
    steps = [StartWorkshop(), RenameWorkshop("New", 0)]
    before = settled(desk.workshop)
    for _ in range(6):
        for step in steps:
            assert w.do(desk, step)["status"] == "ok"
        changed = world.store.changes_since(w.WORKSHOP, 1).changes
        after = taken_over(before, changed)
        assert records(after) == records(desk.workshop)
        assert changes(after) == changed
        for one in PRESENT:
            old, new = (view(each, Room(), one).entries for each in (before, after))
            assert difference(before, after, one) == full_difference(old, new)
            assert apply(old, difference(before, after, one)) == new
        steps = [NextPhase(desk.workshop.head.run, desk.workshop.clock.version)]


def test_what_is_gone_goes_also_where_it_never_was():
    before = settled(w.desk(w.World()).workshop)
    after = taken_over(before, {"card:" + "a" * 32: None})
    assert records(after) == records(before)


def test_a_torn_frame_fits_no_view_that_anybody_has():
    for number, other in ((3, 9), (9, 3)):
        frame = torn(number, other)
        assert frame["to"] > frame["from"] > 9
