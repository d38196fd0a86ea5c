"""A form reads what a person wrote and gathers everything that does not fit, without ever raising."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.finding import Finding, Form, Level


class Tea(StrEnum):
    NONE = ""
    GREEN = "green"
    BLACK = "black"


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


def form(**data):
    return Form(data, ("top",), [])


def test_what_fits_is_read_as_it_stands():
    one = form(title=" Tea ", minutes=4, hot=False, kind="green", kinds=["black", "green"], steps=[6, 8])
    assert one.text("title", 10) == "Tea"
    assert one.number("minutes", 1, 10) == 4
    assert one.flag("hot", default=True) is False
    assert one.word("kind", Tea) is Tea.GREEN
    assert one.words("kinds", Tea) == (Tea.BLACK, Tea.GREEN)
    assert one.numbers("steps", 1, 8) == (6, 8)
    one.done()
    assert one.findings == []


def test_what_is_not_there_takes_its_default():
    one = form()
    assert one.text("title", 10, default="Tea") == "Tea"
    assert one.flag("hot", default=True) is True
    assert one.word("kind", Tea, Tea.NONE) is Tea.NONE
    assert (one.words("kinds", Tea), one.numbers("steps", 1, 8)) == ((), ())
    assert one.findings == []


@pytest.mark.parametrize(
    ("read", "value", "say"),
    [
        (lambda one: one.text("x", 3), None, '"x" is empty.'),
        (lambda one: one.text("x", 3), "long", '"x" must have 1 to 3 characters.'),
        (lambda one: one.text("x", 3), "  ", '"x" must have 1 to 3 characters.'),
        (lambda one: one.text("x", 3), 12, '"x" must be words. Put it in quotes.'),
        (lambda one: one.number("x", 1, 9), "4", '"x" must be a whole number from 1 to 9.'),
        (lambda one: one.number("x", 1, 9), True, '"x" must be a whole number from 1 to 9.'),
        (lambda one: one.number("x", 1, 9), 0, '"x" must be a whole number from 1 to 9.'),
        (lambda one: one.flag("x", default=True), "often", '"x" must be yes or no.'),
        (lambda one: one.word("x", Tea), "mint", '"x" is "mint". Known words are: green, black.'),
        (lambda one: one.word("x", Tea), ["green"], '"x" takes one word, not a list.'),
        (lambda one: one.words("x", Tea), "green", '"x" must be a list, such as [a, b].'),
        (lambda one: one.forms("x", 2), [{}, {}, {}], '"x" must be a list of 1 to 2, each beginning with a dash.'),
        (lambda one: one.forms("x", 2), [], '"x" must be a list of 1 to 2, each beginning with a dash.'),
    ],
)
def test_what_does_not_fit_is_found_in_its_place(read, value, say):
    one = form(x=value)
    read(one)
    assert one.findings == [Finding(("top", "x"), Level.ERROR, say)]


def test_what_is_needed_and_missing_is_found():
    one = form()
    one.text("title", 10)
    one.forms("phases", 3)
    assert [finding.say for finding in one.findings] == ['"title" is missing.', '"phases" is missing.']


def test_in_a_list_the_position_is_told():
    one = form(kinds=["green", "mint", "green"], steps=[1, 9])
    one.words("kinds", Tea)
    one.numbers("steps", 1, 8)
    assert [finding.where for finding in one.findings] == [
        ("top", "kinds", 1),
        ("top", "kinds", 2),
        ("top", "steps", 1),
    ]


def test_a_key_that_nobody_asks_for_is_found_with_the_ones_that_are_known():
    one = form(titel="Tea")
    one.text("title", 10, default="")
    one.done()
    assert one.findings == [Finding(("top", "titel"), Level.ERROR, '"titel" is not known here. Known are: title.')]


def test_forms_in_a_form_know_where_they_stand():
    one = form(phases=[{"minutes": 1}, "words"])
    inner = one.forms("phases", 5)
    inner[0].number("minutes", 2, 9)
    assert [finding.where for finding in one.findings] == [("top", "phases", 1), ("top", "phases", 0, "minutes")]


@given(ANYTHING)
def test_nothing_that_a_file_may_hold_raises(value):
    for data in (value, {"x": value}):
        one = Form(data, (), [])
        one.text("x", 3)
        one.number("x", 1, 9)
        one.flag("x", default=False)
        one.word("x", Tea)
        one.words("x", Tea)
        one.numbers("x", 1, 9)
        one.forms("x", 2)
        one.done()
        assert all(isinstance(found, Finding) for found in one.findings)
