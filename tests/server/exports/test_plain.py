"""Text that any format can hold."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from server.exports.plain import clean, one_line

ANY_TEXT = st.text(st.characters(codec=None), max_size=80)


@given(ANY_TEXT)
def test_nothing_is_left_that_a_document_may_not_carry(text):
    for one in clean(text):
        assert one in "\n\t" or unicodedata.category(one) not in {"Cc", "Cs"}
    clean(text).encode()


def test_what_people_write_stays_as_it_is():
    text = "Tea & <cake>\tfor 5 {{title}} – Gŵyl, עם, \u200fعربي, 👩‍🦳 e\u0301"
    assert clean(text) == text


def test_every_line_break_becomes_the_same():
    assert clean("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\n") == "a\nb\nc\nd\ne\nf\ng\n"


def test_controls_surrogates_and_non_characters_are_dropped():
    assert clean("a\x00\x07\x1b\ud800\ufffe\uffff\U0001fffe\x9fb") == "ab"


def test_marks_that_turn_the_words_of_others_are_dropped():
    assert clean("a\u202eb\u2066c") == "abc"


def test_one_line_has_single_spaces():
    assert one_line("  a \n\t b\u2028c ") == "a b c"
