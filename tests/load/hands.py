"""Hands at a screen: they pan, pinch and type by the browser's own input, as a finger, a wheel or a keyboard does."""

import bisect
import functools
import itertools
import json
from time import monotonic

from tests.load.tally import percentile
from tests.waiting import pace

PANS = ((0, -200), (0, -200), (-110, -160), (-110, 80), (0, 200), (110, 160), (110, 120))
"""CSS pixels, across and down; one after the other."""
SPEED = 900
PINCHES = (0.4, 0.4, 2.5, 2.5, 0.5, 2.0)
"""How much larger things are after each."""
PINCH_SECONDS = 0.7
RATE = 1 / 120
TRACED, MARK = ["cc", "blink.user_timing"], "folkmoot-begins"
APART = 60.0
"""CSS pixels from the middle to each finger when they are close."""
TEXT = "Somebody to walk with along the front on Sundays and a bench"
KEY_PAUSE = 0.08
LEAST = 16.0
"""Milliseconds: a key that was painted sooner is not told of by the browser, and counts as so much."""


class Frames:
    """What was seen of some motions. `intervals`: from each frame to the next; `work`: how long the page's own thread
    made each frame that shows a move: what hears the input, callbacks, styles, layout, paint. Milliseconds, sorted."""

    def __init__(self):
        self.intervals, self.work, self._moved = [], [], []

    def take(self, frames):
        """Count the frames of one motion, from the first that shows another picture to the last."""
        changed = [at for at in range(1, len(frames)) if frames[at][2] != frames[at - 1][2]]
        self._moved += [frames[at][1] for at in changed]
        if changed:
            seen = frames[changed[0] - 1 : changed[-1] + 1]
            self.intervals += [later[0] - one[0] for one, later in itertools.pairwise(seen)]
            self.intervals.sort()

    def read(self, trace, zero):
        """Take the work from the browser's trace, with a mark that was left at `zero` of the page's clock."""
        events = json.loads(trace)["traceEvents"]
        shift = next(one["ts"] for one in events if one["name"] == MARK) - zero * 1000
        moved = [at * 1000 + shift for at in self._moved]
        for one in events:
            if one["name"] == "ProxyMain::BeginMainFrame" and one["ph"] == "X":
                at = bisect.bisect_left(moved, one["ts"])
                if at < len(moved) and moved[at] <= one["ts"] + one["dur"]:
                    self.work.append(one["dur"] / 1000)
        self.work.sort()


class Hands:
    """Somebody at a screen. `x`, `y`: the middle of what is moved, in CSS pixels."""

    def __init__(self, screen, x, y):
        self.screen, self.x, self.y = screen, x, y

    def watched(self, doing):
        """The frames while something is done."""
        page = self.screen.page
        page.evaluate("() => { watch.frames = []; watch.on = true }")
        doing()
        # One frame more: the last one has to be done before it is counted.
        return page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => {"
            " watch.on = false; done(watch.frames) })))"
        )

    def pans(self):
        return self._moves([functools.partial(self._pan, *pan) for pan in PANS])

    def zooms(self):
        zoom = self._pinch if self.screen.device.touch else self._roll
        return self._moves([functools.partial(zoom, factor) for factor in PINCHES])

    def _moves(self, motions):
        """Does these one after the other; what was seen of them."""
        found, browser = Frames(), self.screen.page.context.browser
        browser.start_tracing(page=self.screen.page, categories=TRACED)
        zero = self.screen.page.evaluate(f"() => performance.mark('{MARK}').startTime")
        for motion in motions:
            found.take(self.watched(motion))
        found.read(browser.stop_tracing(), zero)
        return found

    def _pan(self, across, down):
        asked = {"x": self.x, "y": self.y, "xDistance": across, "yDistance": down, "speed": SPEED}
        asked |= {"gestureSourceType": "touch" if self.screen.device.touch else "mouse", "preventFling": True}
        self.screen.ask("Input.synthesizeScrollGesture", asked)

    def _pinch(self, factor):
        """Two fingers, at 120 moves a second; in or out."""
        near, far = APART, APART * max(factor, 1 / factor)
        begin, end = (near, far) if factor > 1 else (far, near)
        self._fingers("touchStart", begin)
        began = monotonic()
        while (part := (monotonic() - began) / PINCH_SECONDS) < 1:
            self._fingers("touchMove", begin + (end - begin) * part)
            pace(RATE)
        self._fingers("touchMove", end)
        self.screen.ask("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def _fingers(self, what, apart):
        points = [{"x": self.x + side * apart, "y": self.y, "id": at} for at, side in enumerate((-1, 1))]
        self.screen.ask("Input.dispatchTouchEvent", {"type": what, "touchPoints": points})

    def _roll(self, factor):
        """The wheel with Ctrl held down, which is what a touchpad's pinch is, too."""
        asked = {"x": self.x, "y": self.y, "scaleFactor": factor, "relativeSpeed": 400, "gestureSourceType": "mouse"}
        self.screen.ask("Input.synthesizePinchGesture", asked)

    def types(self):
        """Types a sentence; milliseconds from each key to the paint after it, sorted."""
        page = self.screen.page
        page.evaluate("() => { watch.keys = [] }")
        for letter in TEXT:
            page.keyboard.press("Space" if letter == " " else letter)
            pace(KEY_PAUSE)
        pace(0.3)
        found = page.evaluate("() => watch.keys")
        return sorted(found + [LEAST] * (len(TEXT) - len(found)))


def p50(values):
    return percentile(values, 0.5)


def p95(values):
    return percentile(values, 0.95)
