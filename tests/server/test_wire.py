import pytest

from facilitation.agenda import CardKind
from facilitation.commands import WIRE, AddCard, SetShortlist
from facilitation.refusals import Refusal
from server.people_commands import PEOPLE, Beat, ConfirmRoll
from server.wire import SCHEMAS, Problem, field_of, load, parse, schema_of

GOOD = {"id": "a" * 32, "run": "b" * 32, "kind": "idea", "verifier": "c" * 64, "text": "a lunch club"}


def asked(command, **fields):
    return parse({"command": command, "fields": fields})


def test_a_command_is_made_with_its_defaults():
    assert asked("AddCard", **GOOD) == AddCard("a" * 32, "b" * 32, CardKind.IDEA, "c" * 64, "a lunch club")
    assert asked("Beat") == Beat()


def test_lists_in_a_message_are_tuples_in_its_command():
    made = asked("SetShortlist", options=["card:" + "a" * 32], version=1)
    assert made == SetShortlist(("card:" + "a" * 32,), 1)
    assert asked("ConfirmRoll", run="a" * 32, ballot="b" * 32, seats=["c" * 32]) == ConfirmRoll(
        "a" * 32, "b" * 32, ("c" * 32,)
    )


@pytest.mark.parametrize("name", [*WIRE, *PEOPLE])
def test_every_command_has_a_schema_that_refuses_what_it_does_not_know(name):
    assert name in SCHEMAS
    problem = parse({"command": name, "fields": {"surprise": 1}})
    assert isinstance(problem, Problem)
    assert problem.code is Refusal.BAD_FIELD


@pytest.mark.parametrize(
    ("change", "field", "say"),
    [
        ({"text": "x" * 1001}, "text", "This is too long: 1,000 characters at most."),
        ({"text": ""}, "text", "Please write something first."),
        ({"text": None}, "text", "This has the wrong form."),
        ({"text": 7}, "text", "This must be text."),
        ({"id": "A" * 32}, "id", "This must be 32 letters from 0 to f."),
        ({"id": "a" * 32 + "\n"}, "id", "This must be 32 letters from 0 to f."),
        ({"kind": "banana"}, "kind", "This is not one of the choices."),
        ({"target": "card:x"}, "target", "This must be empty, or a card or a group."),
        ({"author": "me"}, "", "This page sent something we do not know."),
    ],
)
def test_the_first_thing_wrong_becomes_one_plain_sentence(change, field, say):
    problem = asked("AddCard", **(GOOD | change))
    assert isinstance(problem, Problem)
    assert problem.field == field
    assert problem.say.startswith(say)


def test_a_missing_field_is_named():
    problem = asked("AddCard", **{key: value for key, value in GOOD.items() if key != "run"})
    assert (problem.field, problem.code) == ("run", Refusal.BAD_FIELD)


def test_no_sentence_repeats_what_was_typed():
    for change in ({"text": "CANARY" * 200}, {"kind": "CANARY"}, {"id": "CANARY"}, {"CANARY": 1}, {"target": "CANARY"}):
        problem = asked("AddCard", **(GOOD | change))
        assert "CANARY" not in problem.say + problem.field


def test_an_annotation_without_a_strict_field_is_found_at_start():
    with pytest.raises(TypeError):
        field_of(float)


def test_a_schema_takes_only_objects():
    for bad in (None, [], "x", 1):
        assert isinstance(load(schema_of(Beat), Beat, bad), Problem)
