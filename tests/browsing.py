"""Pages of a real Chromium for a test: each opened page is a device of its own."""

import os
from pathlib import Path

import pytest

JOURNEYS = Path(__file__).parent / "journeys"
AXE = JOURNEYS / "node_modules" / "axe-core" / "axe.min.js"

# Names under .test are this machine; every other name does not exist: no request can leave it.
NAMES = "MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    f"--host-resolver-rules={NAMES}",
]


def chromium(playwright):
    """Start the browser that dev.py found or unpacked. None at all is a failure, never a skip."""
    program = os.environ.get("CHROMIUM", str(JOURNEYS.parents[1] / ".venv" / "chromium" / "start"))
    if not Path(program).exists():
        pytest.fail("There is no browser for the tests. `make test` brings one; or set CHROMIUM to its path.")
    return playwright.chromium.launch(executable_path=program, args=ARGUMENTS)


class Pages:
    """Opens pages and remembers what went wrong in any of them."""

    def __init__(self, browser):
        self._browser = browser
        self._contexts = []
        self.faults = []

    def __call__(self, url=None, *, width=1280, height=800, **options):
        """Open one page on a device of its own: own storage, own size, other options as in new_context."""
        context = self._browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        self._contexts.append(context)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        context.on("console", self._listen)
        page = context.new_page()
        if url:
            page.goto(url)
        return page

    def _listen(self, message):
        # What the content security policy refuses is a fault of ours, though the page goes on.
        if message.type == "error" and "Content Security Policy" in message.text:
            self.faults.append(message.text)

    def close(self):
        for context in self._contexts:
            context.close()


def axe(page):
    """What axe finds on a page as it is now: one line for each violation, with the first place."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run().then(result => result.violations)")
    return [f"{one['id']}: {one['help']} at {one['nodes'][0]['target']}" for one in found]
