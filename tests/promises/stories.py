"""Stories: what happens in a workshop in the eyes of everybody, drawn by chance, from anywhere in an hour."""

from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from facilitation.records import records
from tests.meeting import Meeting
from tests.promises.doings import DOINGS


@dataclass(frozen=True)
class Event:
    """Something that everybody may know of, so many milliseconds after what came before it."""

    after: int
    doing: str
    a: int
    b: int


@dataclass(frozen=True)
class Story:
    """`start`: where in the hour it begins. `leader_writes`: whether whoever leads is among the authors."""

    start: str
    events: tuple[Event, ...]
    chance: int
    leader_writes: bool


def _with_ideas(meeting, number=4):
    meeting.to("Ideas")
    for one in range(number):
        meeting.add(f"card {one} in {meeting.run[:4]}")
    return meeting


STARTS = {
    "before": lambda meeting: meeting,
    "hello": lambda meeting: meeting.to("Hello"),
    "facts": lambda meeting: meeting.to("Facts"),
    "ideas": lambda meeting: meeting.to("Ideas"),
    "read": lambda meeting: _with_ideas(meeting).to("Read"),
    "group": lambda meeting: _with_ideas(meeting).to("Group"),
    "pull": lambda meeting: _with_ideas(meeting).to("Pull"),
    "good": lambda meeting: _with_result(_with_ideas(meeting), "Good"),
    "check": lambda meeting: _with_worries(_with_ideas(meeting)),
    "care": lambda meeting: _with_worries(_with_ideas(meeting)).next(),
    "dots": lambda meeting: _with_worries(_with_ideas(meeting)).to("Dots"),
    "close": lambda meeting: _with_result(_with_worries(_with_ideas(meeting)), "Close"),
}


def _with_result(meeting, title):
    meeting.to("Pull" if title == "Good" else "Dots")
    meeting.open_ballot()
    meeting.close_ballot()
    return meeting.to(title)


def _with_worries(meeting):
    meeting.keep("worry 0 in " + meeting.workshop.head.worry_run[:4])
    if meeting.workshop.head.worry_run:
        meeting = _with_result(meeting, "Good")
    return meeting.to("Care")


@cache
def begun(start):
    """The records of a workshop there, and the time (milliseconds since 1970)."""
    meeting = STARTS[start](Meeting())
    return dict(records(meeting.workshop)), meeting.now


LIKELY = {
    "next": 8,
    "nothing": 4,
    "ConfirmRoll": 3,
    "vote": 2,
    "add": 2,
    "edit": 2,
    "call": 3,
    "join": 2,
    "reconnect": 2,
    "Invite": 2,
    "rubbish": 2,
    "a hand": 3,
    "draw": 2,
    "place": 2,
}
names = st.sampled_from([name for name in DOINGS for _ in range(LIKELY.get(name, 1))])
gaps = st.sampled_from([0, 1, 9, 60, 130, 249, 250, 400, 700, 1_100, 2_600, 2_600, 5_000, 21_000])
events = st.builds(Event, gaps, names, st.integers(0, 11), st.integers(0, 11))
stories = st.builds(
    Story,
    st.sampled_from(list(STARTS)),
    st.lists(events, min_size=3, max_size=14).map(tuple),
    st.integers(0, 999),
    st.booleans(),
)
