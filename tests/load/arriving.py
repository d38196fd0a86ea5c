"""Somebody opens the link on a slow phone with a slow line: how soon they can read, and how soon they can write."""

import statistics

from tests.load import devices, programs
from tests.load.narrow import SLOW_4G, Narrow
from tests.wire import Made, to_stage

PAINT, WRITE = 2.0, 3.0
"""Seconds: something to read; then, with nobody's time for reading and typing, the box in which one writes an idea."""
STEPS = (
    ("first paint", "from the link to the first words"),
    ("can join", "from the link to the button that lets one in, pressed at once"),
    ("can write", "the above, and from Join to the box for an idea"),
)
KEYS = ("paint", "join", "box")
NEWCOMER = """
(() => {
  const came = {};
  const button = (name) => [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === name);
  const box = () => document.querySelector("main textarea");
  // A frame after it stands there it has been painted: then it can be pressed, and is.
  const look = () => {
    const join = button("Join");
    if (join && !came.join) {
      came.join = performance.now();
      join.click();
    }
    button("Join in")?.click();
    if (box()) came.box = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const painted = () => performance.getEntriesByName("first-contentful-paint")[0].startTime;
  window.came = () => came.box && { ...came, paint: painted() };
})()
"""
"""Presses what lets one in as soon as it is there: what is measured is nobody's reading, and no search for a button."""


def once(link):
    """One newcomer with nothing kept from before: seconds by step."""
    with devices.screen(devices.PHONE) as screen:
        page = screen.page
        page.add_init_script(NEWCOMER)
        screen.slow_down()
        page.goto(link, wait_until="commit")
        came = page.wait_for_function("() => window.came()").json_value()
    return {name: came[key] / 1000 for name, key in zip((name for name, _ in STEPS), KEYS, strict=True)}


def arriving(rounds, say):
    """Let them come one after the other; sentences about what took too long."""
    with programs.ours() as program:
        made = Made(program.places[0])
        to_stage(made.facilitator(), "live", "open")
        narrow = Narrow(program.places[0], SLOW_4G)
        try:
            all_found = [once(narrow.url + made.reply["link"]) for _ in range(rounds)]
        finally:
            narrow.close()
            made.close()
    medians = {name: statistics.median(one[name] for one in all_found) for name, _ in STEPS}
    for name, words in STEPS:
        seen = ", ".join(f"{one[name]:.2f}" for one in sorted(all_found, key=lambda one: one[name]))
        say(f"  {name:11} {medians[name]:.2f} s   {words} (all: {seen})")
    wrong = []
    if medians["first paint"] > PAINT:
        wrong.append(f"The first words took longer than {PAINT:g} s.")
    if medians["can write"] > WRITE:
        wrong.append(f"Until one could write took longer than {WRITE:g} s.")
    return wrong
