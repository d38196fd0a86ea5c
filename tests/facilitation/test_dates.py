"""Dates as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.dates import plain_date


@pytest.mark.parametrize(
    ("date", "plain"),
    [
        ("2026-11-03", "3 November 2026"),
        ("2027-01-31", "31 January 2027"),
        ("2026-99-01", "2026-99-01"),
        ("2026-00-01", "2026-00-01"),
        ("next week", "next week"),
        ("", ""),
    ],
)
def test_a_date_is_said_as_people_say_it(date, plain):
    assert plain_date(date) == plain


@given(st.text())
def test_what_is_no_date_stays_as_it_is(text):
    assert plain_date(f"x{text}") == f"x{text}"
