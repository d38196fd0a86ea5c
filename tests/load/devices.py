"""The devices that are measured: a phone that is four times as slow as this machine, and a laptop that is as fast."""

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import sync_playwright

WATCH = Path(__file__).with_name("watch.js").read_text()
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""Whoever asks for something elsewhere, a typeface say, is told at once that it is not there."""


@dataclass(frozen=True)
class Device:
    """`slower`: by how much its processor is slowed down. `options`: of the browser's context."""

    name: str
    slower: int
    touch: bool
    options: dict = field(hash=False)


PHONE = Device(
    "phone", 4, True, {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True}
)
LAPTOP = Device("laptop", 1, False, {"viewport": {"width": 1440, "height": 900}})


@dataclass
class Screen:
    """A page on a device. `ask`: a command of the browser's own protocol."""

    page: object
    device: Device
    ask: object

    def slow_down(self):
        """From here on it is as slow as the device is."""
        self.ask("Emulation.setCPUThrottlingRate", {"rate": self.device.slower})


@contextlib.contextmanager
def screen(device):
    """A fresh browser with one page, in which every frame is watched."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox", "--disable-gpu", ALONE]
        )
        try:
            context = browser.new_context(locale="en-GB", has_touch=device.touch, **device.options)
            page = context.new_page()
            page.add_init_script(WATCH)
            yield Screen(page, device, context.new_cdp_session(page).send)
        finally:
            browser.close()
