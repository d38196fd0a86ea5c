import pytest
from marshmallow import ValidationError

from facilitation.agenda import CardKind
from server.strict import Choice, Dots, Line, Matches, Number, Row, Words, YesNo, long_enough, within


@pytest.mark.parametrize(
    ("field", "good"),
    [
        (Line(), "text é 🎩"),
        (Number(), 7),
        (YesNo(), True),
        (Choice(CardKind), "idea"),
        (Dots(2), {"card:x": 2}),
        (Words(2), {"token": "abc"}),
    ],
)
def test_what_fits_is_taken_as_it_is(field, good):
    assert field.deserialize(good) == good


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        *[(Line(), bad) for bad in (7, b"bytes", ["a"], "lone \ud800", "nul \x00", True)],
        *[(Number(), bad) for bad in ("12", 12.0, True, [1], float("nan"))],
        *[(Words(2), bad) for bad in ([], "a", {"a": 1}, {"a": "\x00"}, {"a": "x" * 16_385}, dict.fromkeys("abc", ""))],
        *[(YesNo(), bad) for bad in (1, 0, "true", "yes", [])],
        *[(Choice(CardKind), bad) for bad in ("IDEA", "", 1, ["idea"], {"a": 1})],
        *[(Dots(2), bad) for bad in ([], "x", {"a": "1"}, {"a": 1.0}, {"a": True}, {"a": -1}, {"a" * 41: 1})],
        (Dots(2), {"a": 1, "b": 1, "c": 1}),
        *[(Row(Line(), 2), bad) for bad in ("ab", {"a": 1}, ["a", "b", "c"], ["a", 7], ("a",))],
    ],
)
def test_nothing_is_turned_into_something_else(field, bad):
    with pytest.raises(ValidationError):
        field.deserialize(bad)


def test_a_list_of_fixed_length_is_read_as_a_tuple():
    assert Row(Line(), 2).deserialize(["a", "b"]) == ("a", "b")


def test_a_pattern_counts_from_end_to_end():
    check = Matches(r"[a-f]+", error="no")
    assert check("abc") == "abc"
    for bad in ("abc\n", " abc", "abcg", ""):
        with pytest.raises(ValidationError):
            check(bad)


def test_bounds_say_what_they_want():
    with pytest.raises(ValidationError, match="too long: 1,000 characters at most"):
        long_enough(1, 1000)("x" * 1001)
    with pytest.raises(ValidationError, match="Please write something first"):
        long_enough(1, 1000)(" \n ")
    with pytest.raises(ValidationError, match="from 0 to 5"):
        within(0, 5)(6)
