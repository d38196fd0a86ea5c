"""Two boards with the same things on them, on the same device: ours, in a workshop of its own, and Excalidraw's."""

import contextlib
import functools
import hashlib
import json
import subprocess
import threading
from dataclasses import asdict
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic

from tests.load import programs
from tests.load.hands import Hands
from tests.load.scene import Filled
from tests.running import ROOT
from tests.waiting import pace

PEER = programs.PEERS / "excalidraw"
BUILT = ROOT / "var" / "load" / "excalidraw"
VITE = ROOT / "client" / "node_modules" / "vite" / "bin" / "vite.js"
OURS_CAMERA = "() => { watch.camera = () => document.querySelector('.world').style.transform }"
PEER_CAMERA = "() => { watch.camera = () => JSON.stringify(board.camera()) }"
SETTLES = 1.5
"""Seconds after all is there, before anything is measured."""
LONGEST = 120_000


class Ours:
    """Our board as a participant has it. Others change it over the wire."""

    name = "Folkmoot"

    def __init__(self, filled):
        self._filled = filled

    def open(self, screen):
        """Come in, and show the board."""
        page, touch = screen.page, screen.device.touch
        page.goto(self._filled.link)
        page.get_by_role("textbox", name="Your name, if you like").fill("Ana")
        page.get_by_role("button", name="Join", exact=True).click()
        page.get_by_role("button", name="Join in", exact=True).click()
        page.get_by_role("button", name="Board", exact=True).click()
        page.locator(".piece-card").first.wait_for(timeout=LONGEST)
        page.evaluate(OURS_CAMERA)
        pace(SETTLES)
        self._touch = touch
        board = page.get_by_role("application", name="Board").bounding_box()
        return Hands(screen, board["x"] + board["width"] / 2, board["y"] + board["height"] / 2)

    def begins_to_type(self, screen):
        """A card is written beside the board."""
        if self._touch:
            screen.page.get_by_role("button", name="Show this step").click()
        screen.page.get_by_role("textbox", name="Your question").click()

    @contextlib.contextmanager
    def changed(self, _screen, rate):
        """So many commands a second come from others."""
        asked, over = [], threading.Event()

        def go():
            due = monotonic()
            while not over.is_set():
                asked.append(self._filled.change())
                due += 1 / rate
                pace(due - monotonic())

        others = threading.Thread(target=go)
        others.start()
        try:
            yield
        finally:
            over.set()
            others.join()
        refused = [one for one in asked if one.result(10)["status"] not in {"ok", "superseded"}]
        assert not refused, refused[0].result()


class Excalidraw:
    """The board that the package draws. Others change it from inside of the page: nothing comes over a network."""

    name = "Excalidraw"

    def __init__(self, url):
        self._url = url

    def open(self, screen):
        page = screen.page
        page.goto(f"{self._url}/index.html", timeout=LONGEST)
        page.wait_for_function("() => window.board?.ready", timeout=LONGEST)
        page.evaluate(PEER_CAMERA)
        pace(SETTLES)
        page.evaluate("() => board.hand()")
        view = screen.page.viewport_size
        return Hands(screen, view["width"] / 2, view["height"] / 2)

    def begins_to_type(self, screen):
        view = screen.page.viewport_size
        screen.page.evaluate("() => board.text()")
        screen.page.mouse.click(view["width"] / 2, view["height"] / 2)
        screen.page.locator("textarea.excalidraw-wysiwyg").wait_for(timeout=LONGEST)

    @contextlib.contextmanager
    def changed(self, screen, rate):
        screen.page.evaluate(f"() => {{ window.others = setInterval(() => board.change(), {1000 / rate}) }}")
        yield
        screen.page.evaluate("() => clearInterval(window.others)")


def install():
    """The package from the lock file, and its page built with the client's own Vite; nothing when that is done."""
    programs.install(PEER)
    sources = [path for path in sorted(PEER.iterdir()) if path.is_file()]
    now = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    stamp = BUILT / ".sources"
    if not stamp.exists() or stamp.read_text() != now:
        if not VITE.exists():
            raise SystemExit("The page of the peer is built with the client's packages: `make test` installs them.")
        build = (programs.node(), VITE, "build", "--outDir", BUILT, "--logLevel", "error")
        subprocess.run(build, cwd=PEER, check=True, capture_output=True)
        stamp.write_text(now)


@contextlib.contextmanager
def excalidraw(scene):
    """Its page with this scene, served from this machine."""
    install()
    (BUILT / "scene.json").write_text(json.dumps(asdict(scene)))
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(quiet, directory=BUILT)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Excalidraw(f"http://127.0.0.1:{server.server_port}")
        finally:
            server.shutdown()


@contextlib.contextmanager
def ours(scene):
    """A server with this scene on a board."""
    with programs.ours() as program:
        filled = Filled(program.places[0], scene)
        try:
            yield Ours(filled)
        finally:
            filled.line.close()
