"""Anything that may be asked: a command's fields as they should be, or with one or two of them odd, gone or added."""

from enum import StrEnum
from typing import Annotated, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from facilitation.commands import WIRE
from facilitation.shapes import Many, Pattern, Range, Text
from server.people_commands import PEOPLE

COMMANDS = {**WIRE, **PEOPLE}
NOT_TEXT = (None, True, 1, 0, -1, 1.0, 2**31 + 1, 2**60, [], ["a"] * 1001, [None], {}, {"": 1}, {"a": True})
ODD_TEXT = ("", " ", "12", "A" * 32, "a" * 32 + "\n", "x" * 61, "x" * 1001, "a\0", "\ud800", "idea", "٣٣٣٣-٣٣-٣٣")
ODD = st.sampled_from((*NOT_TEXT, *ODD_TEXT))


def right(hint):
    """What fits an annotation."""
    shape = None
    if get_origin(hint) is Annotated:
        hint, shape, *_ = get_args(hint)
    match shape:
        case Text(least, most):
            return st.text(st.characters(codec="utf-8"), min_size=least, max_size=min(most, 50))
        case Pattern(regex, _):
            return st.from_regex(regex, fullmatch=True)
        case Range(least, most):
            return st.integers(least, most)
        case Many() if get_origin(hint) is dict:
            return st.dictionaries(st.text(max_size=9), st.integers(0, 9), max_size=3)
        case Many():
            return st.lists(right(get_args(hint)[0]), max_size=3)
    if hint is str:
        return st.text(max_size=9)
    return st.sampled_from([one.value for one in hint]) if issubclass(hint, StrEnum) else st.booleans()


@st.composite
def asks(draw):
    """The name of a command, and fields."""
    name = draw(st.sampled_from(sorted(COMMANDS)))
    hints = get_type_hints(COMMANDS[name], include_extras=True)
    fields = {field: draw(right(hint)) for field, hint in hints.items()}
    for _ in range(draw(st.integers(0, 2))):
        where = draw(st.sampled_from([*hints, "surprise"]))
        if draw(st.booleans()):
            fields.pop(where, None)
        else:
            fields[where] = draw(ODD)
    return name, fields
