"""The fields of a plan, as a file says them."""

import pytest
from hypothesis import given

from facilitation.plan_template import PlanField, PlanTemplate, Source, parse_template
from tests.agenda_words import AGENDAS
from tests.facilitation.test_finding import ANYTHING

WORDS = {
    "title": "Small plan",
    "purpose": "To test with",
    "fields": [
        {"id": "problem", "label": "The problem", "required": True, "from": "question", "help": "In a sentence."},
        {"id": "thanks", "label": "Whom we thank"},
    ],
}


def test_a_template_is_read_with_everything_that_it_says():
    assert parse_template("small", WORDS) == PlanTemplate(
        "small",
        "Small plan",
        "To test with",
        (
            PlanField("problem", "The problem", required=True, source=Source.QUESTION, help="In a sentence."),
            PlanField("thanks", "Whom we thank", required=False, source=Source.TYPED),
        ),
    )


@pytest.mark.parametrize(
    ("change", "where", "say"),
    [
        ({"id": "problem"}, "id", 'there is a field "problem" already.'),
        ({"id": "Who thanks"}, "id", '"id" must be small letters and _, such as "key_steps".'),
        ({"from": "thin air"}, "from", '"from" is "thin air". Known words are: typed, question,'),
        ({"label": None}, "label", '"label" is empty.'),
        ({"colour": "red"}, "colour", '"colour" is not known here.'),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_the_field_that_it_stands_in(change, where, say):
    found = parse_template("small", {**WORDS, "fields": [WORDS["fields"][0], {**WORDS["fields"][1], **change}]})
    assert isinstance(found, list)
    assert [one.where for one in found] == [("fields", 1, where)]
    assert found[0].say.startswith(say)


@given(ANYTHING)
def test_no_file_can_make_it_raise(value):
    assert isinstance(parse_template("small", value), list)
    assert isinstance(parse_template("small", {**WORDS, "fields": [value]}), list)


def test_every_source_is_explained_to_people():
    explained = (AGENDAS.parent / "plans" / "README.md").read_text()
    assert [source for source in Source if f"`{source}`" not in explained] == []
