"""Every part in every state on one page: no barrier in light, dark and forced colours, from either side, at 320 px."""

import http.server
import re
import subprocess
import threading
from functools import partial
from pathlib import Path

import pytest

from tests.journeys import shots
from tests.load.programs import node

CLIENT = Path(__file__).parents[2] / "client"
SCHEMES = {"light": {"color_scheme": "light"}, "dark": {"color_scheme": "dark"}, "forced": {"forced_colors": "active"}}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Nobody reads it."""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    """The address of the page, built anew."""
    folder = tmp_path_factory.mktemp("gallery")
    vite = CLIENT / "node_modules" / "vite" / "bin" / "vite.js"
    build = (node("node"), vite, "build", "--config", "gallery/vite.config.ts", "--outDir", folder / "static")
    subprocess.run(build, cwd=CLIENT, check=True, capture_output=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/static/"
    server.shutdown()
    server.server_close()


def test_every_part_is_shown():
    parts = {path.stem for path in (CLIENT / "src" / "parts").glob("*.tsx") if ".test" not in path.name}
    table = (CLIENT / "gallery" / "samples.tsx").read_text().split("export const SAMPLES")[1]
    shown = set(re.findall(r'^  "?([a-z-]+)"?: \{', table, re.MULTILINE))
    assert shown == parts


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_part_has_a_barrier_in_any_colours_or_direction(open_page, gallery, axe, scheme):
    page = open_page(gallery, width=360, height=800, **SCHEMES[scheme])
    page.get_by_role("heading", name="Parts").wait_for()
    assert axe(page) == []
    shots.SHOTS.mkdir(exist_ok=True)
    shots.take(page, f"gallery-{scheme}", 360, whole=True)
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert axe(page) == []


def test_no_part_is_wider_than_the_smallest_phone(open_page, gallery):
    page = open_page(gallery, width=320, height=700)
    page.get_by_role("heading", name="Parts").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
