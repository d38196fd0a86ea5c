"""A plan under the names that templates use."""

from hypothesis import given

from facilitation.drawings import Drawing
from facilitation.plan_template import PlanTemplate
from server.exports.fields import BLANK, NO_ANSWER, NO_DATE, NO_OWNER, SHAPE, fields
from tests import seaside
from tests.server.exports.any_plan import any_plan, full, strings


def fits(value, shape):
    if isinstance(shape, str):
        return isinstance(value, str)
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(one, shape[0]) for one in value)
    return value.keys() == shape.keys() and all(fits(value[name], shape[name]) for name in shape)


@given(any_plan)
def test_every_plan_has_exactly_the_names_that_templates_may_use(plan):
    assert fits(fields(plan), SHAPE)


@given(any_plan)
def test_no_text_holds_what_a_document_may_not_carry(plan):
    for words in strings(fields(plan)):
        assert not set(words) & set("\0\x07\r\u202e\ufffe")
        words.encode()


def test_every_place_of_the_shape_can_be_filled():
    filled = fields(full("words"), drawn=[Drawing("words")])
    assert [name for name in SHAPE if not filled[name]] == ["loose_actions"]
    assert set(strings(filled)) >= {"words"}


def test_the_actions_stand_in_the_section_that_has_them_or_else_alone():
    plan = full("words")
    assert [bool(section["actions"]) for section in fields(plan)["sections"]] == [False, True]
    loose = seaside.material(seaside.record(seaside.hour()))
    bare = PlanTemplate("bare", "Bare", "To test with", loose.template.fields[:1])
    made = type(loose)(loose.entries, loose.date, bare, loose.word).fields()
    assert len(made["loose_actions"]) == len(made["actions"]) == 4


def test_one_line_is_a_paragraph_and_several_are_a_list():
    one, two = fields(full("words"))["sections"]
    assert (one["text"], one["lines"]) == ("words", [])
    assert (two["text"], two["lines"]) == ("", [{"text": "words", "language": ""}] * 2)


def test_a_question_is_not_printed_twice():
    made = seaside.material(seaside.record(seaside.hour())).fields()
    assert made["question"] == ""
    assert made["sections"][0]["text"].startswith("How might we")


def test_what_nobody_has_said_is_said_to_be_missing():
    plan = seaside.material(seaside.record(seaside.hour())).fields()
    assert plan["actions"][0] == {
        "what": "Make a rota for the kettle",
        "owner": NO_OWNER,
        "due": NO_DATE,
        "status": "To do",
    }
    assert [section["blank"] for section in plan["sections"] if section["label"] == "Our goal"] == [BLANK]
    answers = [worry["answers"] for option in plan["options"] for worry in option["cautions"]]
    assert [{"text": NO_ANSWER, "language": ""}] in answers


def names(shape):
    for name, value in shape.items():
        yield name
        if isinstance(value, list):
            yield from names(value[0])


def test_every_name_is_explained_to_people():
    explained = (seaside.TEMPLATES / "plans" / "README.md").read_text()
    assert [name for name in names(SHAPE) if f"`{name}`" not in explained] == []
