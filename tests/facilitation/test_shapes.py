"""Shapes: one place for every bound."""

import re
from typing import get_args

from facilitation import shapes


def test_an_id_is_thirty_two_letters_from_0_to_f():
    pattern = get_args(shapes.Id)[1]
    assert re.fullmatch(pattern.regex, "0" * 32)
    assert not re.fullmatch(pattern.regex, "0" * 31)
    assert not re.fullmatch(pattern.regex, "g" * 32)


def test_a_reference_is_a_card_a_group_or_nothing():
    pattern = get_args(shapes.Reference)[1]
    for good in ("", "card:" + "a" * 32, "group:" + "b" * 32):
        assert re.fullmatch(pattern.regex, good)
    assert not re.fullmatch(pattern.regex, "seat:" + "a" * 32)
