"""Our own sentences in other languages."""

import pytest

from facilitation.wording import ENGLISH, PLURALS, Wording

WELSH = Wording("cy", {"Hello {name}": "Helo {name}", "{count} cats": {"two": "{count} gath", "other": "{count} cath"}})


def test_a_sentence_is_said_in_the_language_and_filled_in():
    assert WELSH("Hello {name}", name="Ana") == "Helo Ana"


def test_a_sentence_that_nobody_has_translated_stays_english():
    assert WELSH("Bye {name}", name="Ana") == "Bye Ana"
    assert WELSH.count("{count} dog", "{count} dogs", 1) == "1 dog"


def test_what_people_wrote_is_never_filled_in():
    assert ENGLISH("Hello {name}, {when}", name="{when}", when="now") == "Hello {when}, now"
    assert ENGLISH("An open { and {this}", name="x") == "An open { and {this}"


def test_the_count_picks_the_form_of_the_language():
    assert [WELSH.count("{count} cat", "{count} cats", count) for count in (1, 2)] == ["1 cath", "2 gath"]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {0: "other", 1: "one", 2: "other"}),
        ("fr", {0: "one", 1: "one", 2: "other"}),
        ("cy", {0: "zero", 1: "one", 2: "two", 3: "few", 4: "other", 6: "many", 7: "other"}),
        ("pl", {0: "many", 1: "one", 2: "few", 5: "many", 12: "many", 22: "few", 25: "many"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other", 103: "few"}),
    ],
)
def test_plural_forms_are_those_of_unicode(language, forms):
    assert {count: PLURALS[language](count) for count in forms} == forms


def test_arabic_runs_from_right_to_left():
    assert (Wording("ar").direction, ENGLISH.direction) == ("rtl", "ltr")
