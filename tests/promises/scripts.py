"""Random workshops: a script is a list of small numbers, played on a meeting.

Each step becomes a command that fits what is on the board (or nearly fits), so that
scripts reach every phase; whatever they are, they are played the same way each time.
"""

from dataclasses import dataclass
from typing import TypeAlias

from hypothesis import strategies as st

from facilitation import commands as c
from facilitation.context import Context
from facilitation.records import settled
from facilitation.refusals import Refused
from facilitation.states import Stage
from facilitation.update import update
from facilitation.workshop import Workshop
from tests.meeting import Meeting
from tests.promises.verbs import VERBS

Step: TypeAlias = tuple[str, int, int]


@dataclass(frozen=True)
class Played:
    """A command that was asked, what it met and what it made."""

    command: c.Command
    context: Context
    before: Workshop
    answer: Workshop | Refused

    @property
    def after(self) -> Workshop:
        return self.answer if isinstance(self.answer, Workshop) else self.before

    @property
    def changed(self) -> bool:
        return isinstance(self.answer, Workshop) and self.answer is not self.before


LIKELY = ["next"] * 8 + ["add"] * 5 + ["keep", "keep", "move", "cast", "cast", "open ballot", "close", "close"]

steps = st.tuples(
    st.sampled_from(LIKELY + [verb for verb in VERBS if verb != "end"] + ["end"]),
    st.integers(0, 11),
    st.integers(0, 11),
)
OPENING: list[Step] = [("start", 0, 0), *[("next", 0, 0)] * 3, *[("add", n, 0) for n in range(5)], ("keep", 0, 0)]
GREEDY: list[Step] = [("cast", 3, 3), ("cast", 4, 4), ("cast", 5, 7)]
VOTE: list[Step] = [("open ballot", 2, 0), *[("cast", n, 1) for n in range(2)], *GREEDY, ("cast", 2, 1), ("next", 0, 0)]
CLOSING: list[Step] = [
    ("pause", 0, 0),
    ("resume", 0, 0),
    ("next", 0, 0),
    ("plan", 0, 0),
    ("plan", 1, 0),
    ("close", 0, 0),
]


def _script(start: int, way: int, rest: list[Step]) -> list[Step]:
    onward = [("next", 0, 0)] * way
    openings = [
        [("start", 0, 0)],
        OPENING,
        [*OPENING, *onward],
        [*OPENING, *onward, *VOTE],
        [*OPENING, *onward, *VOTE, *CLOSING],
    ]
    return [*openings[start], *rest]


scripts = st.builds(_script, st.integers(0, 4), st.integers(0, 10), st.lists(steps, min_size=8, max_size=40))
"""Scripts that begin anywhere in an hour, so that late phases are played as often as early ones."""


def play(script: list[Step]) -> list[Played]:
    """Play a script from a new meeting; six seconds pass at each step."""
    meeting = Meeting()
    history = []
    for verb, a, b in script:
        meeting.now += 6_000
        role, make = VERBS[verb]
        before = settled(meeting.workshop)
        command, context = make(meeting, a, b), meeting.context(role)
        answer = update(before, command, context)
        history.append(Played(command, context, before, answer))
        meeting.workshop = history[-1].after
    return history


def stages_reached(history: list[Played]) -> set[Stage]:
    """Which stages a script got to: to see that scripts go far enough."""
    return {run.stage for played in history for run in played.after.runs.values()}
