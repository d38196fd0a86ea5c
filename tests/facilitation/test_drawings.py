"""What was drawn, in plain words."""

from facilitation.board import Board
from facilitation.canvas import Colour, ItemKind
from facilitation.canvas_entries import ItemEntry, SpotEntry
from facilitation.drawings import Drawing, drawings
from tests import seaside


def item(number, kind, text="", y=0, **more):
    values = {"width": 9, "height": 9, "points": (), "start": "", "end": "", "file": ""} | more
    one = ItemEntry(f"{number:032x}", kind, text=text, version=0, **values)
    spot = SpotEntry(
        one.id, placed=True, x=0, y=y, version=0, colour=Colour.PLAIN, colour_version=0, locked=False, lock_version=0
    )
    return {f"item:{one.id}": one, f"spot:{one.id}": spot}


def told(*items):
    entries = dict(seaside.record(seaside.hour()))
    for one in items:
        entries |= one
    return drawings(Board(entries))


def test_texts_shapes_and_pictures_are_told_from_the_top_of_the_board_to_its_end():
    found = told(
        item(1, ItemKind.TEXT, "Parking here", y=30),
        item(2, ItemKind.BOX, "Hall", y=10),
        item(3, ItemKind.PICTURE, "A bench by the sea", y=20, file="f" * 32),
    )
    assert found == (
        Drawing("In a box: Hall"),
        Drawing("A picture: A bench by the sea", "f" * 32, "A bench by the sea"),
        Drawing("Parking here"),
    )


def test_an_arrow_says_what_it_ties_together():
    card = next(key for key in seaside.record(seaside.hour()) if key.startswith("card:"))
    arrow = item(2, ItemKind.ARROW, "leads to", points=(0, 0, 5, 5), start=card, end=f"item:{1:032x}")
    found = told(item(1, ItemKind.TEXT, "Lunch"), arrow)
    words = seaside.record(seaside.hour())[card].text
    assert found[1].words == f"An arrow from “{words}” to “Lunch”: leads to"


def test_strokes_and_lines_without_words_are_counted_or_left_out():
    strokes = [item(n, ItemKind.PEN, points=(0, 0, 9)) for n in (1, 2)]
    bare = [
        item(3, ItemKind.LINE, points=(0, 0, 1, 1)),
        item(4, ItemKind.BOX),
        item(5, ItemKind.MARKER, points=(0, 0, 9)),
    ]
    assert told(*strokes, *bare) == (Drawing("There are 2 drawings without a description."),)
    assert told(item(6, ItemKind.PEN, "A smile", points=(0, 0, 9))) == (Drawing("A drawing: A smile"),)
    assert told(item(7, ItemKind.PICTURE, file="f" * 32))[0].words == "A picture without a description"


def test_without_drawings_there_is_nothing_to_tell():
    assert told() == ()
