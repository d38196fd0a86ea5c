import pytest
from hypothesis import Phase, find, given, settings
from marshmallow import ValidationError

from facilitation.agenda import CardKind
from facilitation.commands import WIRE, AddCard, SetShortlist
from facilitation.refusals import Refusal
from server.people_commands import PEOPLE, Beat, ConfirmRoll
from server.wire import SCHEMAS, Problem, Strict, field_of, load, parse, schema_of
from tests.server.any_ask import COMMANDS, asks

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


def through_marshmallow(name, fields):
    try:
        return COMMANDS[name](**SCHEMAS[name].load(fields))
    except ValidationError:
        return None


def the_short_way(name, fields):
    found = SCHEMAS[name].exactly(fields)
    return None if found is None else COMMANDS[name](**found)


def same(ask):
    """Whether both ways accept the same and make the same of it; 1, 1.0 and true are not the same."""
    short, long = the_short_way(*ask), through_marshmallow(*ask)
    return short == long and repr(short) == repr(long)


@given(asks())
@settings(max_examples=300, deadline=None)
def test_the_short_way_takes_and_makes_exactly_what_marshmallow_does(ask):
    assert same(ask)


def without_bounds(schema, fields):
    if not fields.keys() >= {name for name, one in schema.fields.items() if one.required}:
        return None
    return {name: schema.fields[name]._deserialize(one, name, fields) for name, one in fields.items()}


def without_types(schema, fields):
    required = {name for name, one in schema.fields.items() if one.required}
    return dict(fields) if required <= fields.keys() <= schema.fields.keys() else None


def with_strangers(schema, fields, real=Strict.exactly):
    return real(schema, {name: one for name, one in fields.items() if name in schema.fields})


@pytest.mark.parametrize("fault", [without_bounds, without_types, with_strangers])
def test_a_short_way_that_looks_less_closely_is_noticed(fault, monkeypatch):
    monkeypatch.setattr(Strict, "exactly", fault)

    def differs(ask):
        try:
            return not same(ask)
        except (KeyError, ValidationError):
            return True

    assert find(asks(), differs, settings=settings(max_examples=2000, phases=[Phase.generate], database=None))
