"""The benchmark: the parts one after the other, their tables, and whether the goals are met."""

import sys

from tests.load import measuring, programs, results
from tests.load.parts import PARTS

QUICK = ("fanout", "sealed")


def say(words=""):
    """A line to whoever waits."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def bench(names, repeats, seconds, command):
    """Run these parts, and write the page of results when they are all there are; how many goals are not met."""
    programs.install()
    done, missed = [], 0
    for name in names:
        part = PARTS[name]()
        say(f"\n{part.name}: {part.title}")
        rows = measuring.rounds(part.entrants, repeats, seconds, say)
        done.append((part, rows))
        say("\n" + results.section(part, rows))
        missed += sum(not goal.met(goal.what(rows)) for goal in part.goals)
    if list(names) == list(PARTS):
        results.PAGE.write_text(results.page(command, done, repeats, seconds))
        say(f"written to {results.PAGE}")
    say(f"{missed} goals not met" if missed else "every goal met")
    return missed
