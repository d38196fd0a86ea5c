"""The benchmark: the parts one after the other, their tables, and whether the goals are met."""

import sys

from tests.load import measuring, programs, tables
from tests.load.parts import PARTS


def say(words=""):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def bench(names, repeats=3, seconds=4.0):
    """Run these parts; the number of goals that are not met."""
    programs.install()
    missed = 0
    for name in names:
        part = PARTS[name]()
        say(f"\n{part.name}: {part.title}")
        rows = measuring.rounds(part.entrants, repeats, seconds, say)
        say("\n" + tables.markdown(tables.rows_of(part, rows)))
        say(tables.markdown(tables.goals_of(part, rows)))
        missed += sum(not goal.met(goal.what(rows)) for goal in part.goals)
    return missed
