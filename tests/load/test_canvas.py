"""The board's figures are counted right: the frames that show a move, and the keys that somebody pressed."""

import json

from tests.load import canvas, devices
from tests.load.hands import MARK, Frames
from tests.load.scene import scene


def frame(at, camera):
    """As `watch.js` notes it: when it was due, when its callbacks ran, and the camera; milliseconds."""
    return [at, at + 1, camera]


def made(at, lasts):
    """A frame's work as the browser's trace has it; microseconds."""
    return {"name": "ProxyMain::BeginMainFrame", "ph": "X", "ts": at, "dur": lasts}


def test_only_frames_between_the_first_and_the_last_that_moved_count():
    found = Frames()
    found.take([frame(0, "a"), frame(16, "a"), frame(32, "b"), frame(82, "c"), frame(98, "c"), frame(200, "c")])
    assert found.intervals == [16, 50]


def test_what_the_page_did_in_a_frame_that_moved_is_found_in_the_trace():
    found = Frames()
    found.take([frame(0, "a"), frame(16, "b"), frame(32, "b"), frame(48, "c")])
    mark = {"name": MARK, "ph": "I", "ts": 5_000_000}
    still, moved, late = made(5_032_500, 9_000), made(5_016_500, 4_000), made(5_048_900, 7_500)
    found.read(json.dumps({"traceEvents": [mark, still, moved, late]}), 0)
    assert found.work == [4.0, 7.5]


def test_a_board_is_the_same_each_time_and_as_full_as_was_asked():
    one = scene(1000, 500)
    assert one == scene(1000, 500)
    assert (len(one.cards), len(one.strokes)) == (1000, 500)
    assert len({(x, y) for x, y, _ in one.cards}) == 1000
    assert all(len(points) == 80 and min(points) >= 0 for _, _, points in one.strokes)


def rows_of(frame_took):
    case = canvas.Case(devices.PHONE, 10, 25.0, 25.0)
    figures = {f"{move} {what}": frame_took for move in ("pan", "zoom") for what in ("p95", "p50", "work p95", "worst")}
    figures |= {"key p50": 20.0, "key p95": 30.0, "key worst": 40.0}
    return case, [canvas.Row(case, "ours", [figures]), canvas.Row(case, "peer", [figures])]


def test_a_frame_that_took_too_long_is_a_goal_missed():
    said = []
    assert canvas.page(*rows_of(24.0), said.append) == 0
    assert canvas.page(*rows_of(26.0), said.append) == 4
    assert "**no**" in said[-1]
