"""Two lives of a workshop that differ only in what nobody may see give everybody else the same bytes, at the same time.

What is unseen: what is written and never shown, who wrote what is shown later, when, over which drafts; who
asked that a card be looked at; who voted how. Compared is all that leaves a whole server (`virtual.py`): frames and
answers on every line, HTTP replies with their headers, files, the log, and what is stored beside content
that is seen, and about people. `--long` plays 5,000 pairs.
"""

import gc
from weakref import ref

from hypothesis import HealthCheck, Phase, example, given, settings

from facilitation.commands import INTERNAL, WIRE
from server.api import CALLS
from server.people_commands import PEOPLE
from tests.meeting import Meeting
from tests.promises.doings import DOINGS, GETS
from tests.promises.lives import Life
from tests.promises.stories import STARTS, Event, Story, stories
from tests.promises.verbs import VERBS

SHORT, LONG = 200, 5_000
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


def first_difference(one, other):
    """Whose bytes differ first, and how: for whoever reads the failure."""
    for name, heard in one.items():
        pairs = zip(heard, other[name], strict=False)
        found = next(((a, b) for a, b in pairs if a != b), (heard[len(other[name]) :], other[name][len(heard) :]))
        if heard != other[name]:
            return name, *found
    return None


def compare(story, leak=None):
    """Two lives of a story; how many unseen acts there were. Raises: `AssertionError` where somebody could tell."""
    one, other = (Life(story, seed, leak).lived() for seed in (1, 2))
    assert first_difference(one.heard, other.heard) is None
    assert one.heard.keys() == other.heard.keys()
    assert one.server.log == other.server.log == b""
    assert one.kept == other.kept
    return one.hidden + other.hidden


AT_THE_TICK = Story(
    "dots",
    (
        *(Event(2_600, "vote", 5, 8) for _ in range(4)),
        *(Event(2_600, "ConfirmRoll", 2, 6) for _ in range(2)),
        Event(1_100, "next", 11, 10),
        Event(700, "vote", 10, 8),
    ),
    chance=72,
    leader_writes=True,
)
"""Somebody asks at the very moment in which ballots are due: found after some 4,000 pairs."""


def compared(number):
    """So many pairs of lives; how many unseen acts there were in all."""
    hidden = []

    # A failure says which story it was; to make it shorter would play thousands of lives.
    @settings(max_examples=number, deadline=None, suppress_health_check=SLOW, phases=[Phase.explicit, Phase.generate])
    @given(stories)
    @example(AT_THE_TICK)
    def play(story):
        hidden.append(compare(story))

    play()
    return sum(hidden)


def test_what_is_written_or_cast_unseen_changes_no_byte_for_anybody_else(long):
    number = LONG if long else SHORT
    assert compared(number) > 10 * number


def test_everything_that_can_be_asked_or_called_is_among_what_happens():
    """A new command is in these stories as soon as it has a verb; without one it is missed here."""
    meeting = STARTS["dots"](Meeting())
    asked = {type(make(meeting, 1, 1)).__name__ for _, make in VERBS.values()} | set(DOINGS)
    assert {*WIRE, *INTERNAL, *PEOPLE} - asked == set()
    assert {(call.method, call.path) for call in CALLS if call.method == "GET"} <= {(m, p) for m, p, _ in GETS}


def test_stories_begin_in_every_kind_of_step():
    assert {"before", "facts", "group", "pull", "check", "care", "dots", "close"} <= set(STARTS)


def test_a_life_that_is_over_is_in_no_memory():
    """Else ten thousand of them would need more than any machine has."""
    life = Life(Story("ideas", (), 1, leader_writes=False), 1).lived()
    hall = ref(life.server.hall)
    del life
    gc.collect()
    assert hall() is None
