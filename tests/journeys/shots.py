"""Pictures of the screens, kept in shots/, which git does not keep: what people see, at three widths."""

import os
from pathlib import Path

HERE = Path(__file__).parent
SHOTS = HERE / "shots"
PICTURE = HERE / "board.png"
RENEW = "RENEW_PICTURE"  # set this variable to take the README's picture anew
WIDTHS = {360: 740, 768: 1024, 1440: 900}


def empty():
    """Begin with no pictures, so that none is older than the test."""
    SHOTS.mkdir(exist_ok=True)
    for old in SHOTS.glob("*.jpg"):
        old.unlink()


def take(page, name, width, *, whole=False):
    # JPEG: a hundred and sixty of them take half the time.
    page.screenshot(path=SHOTS / f"{name}-{width}.jpg", type="jpeg", full_page=whole, animations="disabled")


def take_at_each_width(page, name):
    """The same page at three widths, at which nothing sticks out sideways; it keeps the width that it had."""
    before = page.viewport_size
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function("() => document.documentElement.scrollWidth <= innerWidth")
        take(page, name, width)
    page.set_viewport_size(before)


def take_picture(page):
    """The picture for the README, when asked for."""
    if RENEW in os.environ:
        before = page.viewport_size
        page.set_viewport_size({"width": 1280, "height": 800})
        page.screenshot(path=PICTURE, animations="disabled")
        page.set_viewport_size(before)
