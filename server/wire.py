"""From what a device sent to a command, strictly: marshmallow schemas made from dataclasses.

A bound exists once, in the annotation of the dataclass's field. Nothing is coerced: "12" is
no number, 1 is no yes. The first thing wrong becomes one plain sentence with its `field`.

What is exactly right goes the short way, `Strict.exactly`; all else goes through marshmallow,
which says what is wrong. Both use the same fields.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass
from dataclasses import fields as dataclass_fields
from enum import StrEnum
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin, get_type_hints

from marshmallow import RAISE, Schema, ValidationError
from marshmallow import fields as mm

from facilitation.commands import WIRE
from facilitation.refusals import SENTENCES, Refusal
from facilitation.shapes import Many, Pattern, Range, Text
from server.people_commands import PEOPLE
from server.strict import Choice, Dots, Line, Matches, Number, Row, Words, YesNo, long_enough, within

Made = TypeVar("Made")
Maker = Callable[..., mm.Field[Any]]
_MISSING = "Something is missing in this. Please reload the page and try again."
_UNKNOWN = "This page sent something we do not know. Please reload it."
_FORM = "This has the wrong form. Please reload the page and try again."


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something was not understood or not done. `field`: where, or empty."""

    code: Refusal
    say: str
    field: str = ""


class Strict(Schema):
    """A schema that refuses every field it does not know."""

    error_messages = {"unknown": _UNKNOWN, "type": _FORM}  # noqa: RUF012 - marshmallow's way

    class Meta:
        """Unknown fields are refused."""

        unknown = RAISE

    def exactly(self, data: object) -> Mapping[str, Any] | None:
        """What `load` would answer, but a fifth of its time; None where it would refuse.

        It asks the same fields, without all that marshmallow can do around them and nobody here uses.
        """
        if type(data) is not dict or not data.keys() <= self.fields.keys():
            return None
        found = {}
        try:
            for name, field in self.fields.items():
                if name in data:
                    found[name] = value = field._deserialize(data[name], name, data)  # noqa: SLF001 - `load` calls it so
                    for check in field.validators:
                        check(value)
                elif field.required:
                    return None
        except ValidationError:
            return None
        return found


def _of_text(shape: object, options: dict[str, Any]) -> mm.Field[Any]:
    match shape:
        case Text(least, most):
            return Line(validate=long_enough(least, most), **options)
        case Pattern(regex, say):
            return Line(validate=Matches(regex, error=f"This must be {say}."), **options)
        case _:
            return Line(validate=long_enough(0, 1000), **options)


def field_of(hint: Any, **options: Any) -> mm.Field[Any]:  # noqa: ANN401 - any annotation
    """The marshmallow field for one annotation of a dataclass.

    Raises: `TypeError` for an annotation that has no strict field yet.
    """
    shape: object = None
    if get_origin(hint) is Annotated:
        hint, shape, *_ = get_args(hint)
    if hint is str:
        return _of_text(shape, options)
    if hint is bool:
        return YesNo(**options)
    if hint is int:
        least, most = (shape.least, shape.most) if isinstance(shape, Range) else (0, 2**53)
        return Number(validate=within(least, most), **options)
    most = shape.most if isinstance(shape, Many) else 100
    if get_origin(hint) is tuple:
        return Row(field_of(get_args(hint)[0]), most, **options)
    if get_origin(hint) is dict:
        return Words(most, **options) if get_args(hint)[1] is str else Dots(most, **options)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Choice(hint, **options)
    message = f"no field for {hint!r}"
    raise TypeError(message)


def schema_of(cls: type[Any]) -> Strict:
    """The schema of a dataclass, from its annotations."""
    hints = get_type_hints(cls, include_extras=True)
    made: dict[str, mm.Field[Any]] = {}
    for one in dataclass_fields(cls):
        options: dict[str, Any] = {"error_messages": {"required": _MISSING, "null": _FORM}}
        if one.default is MISSING:
            options["required"] = True
        else:
            options["load_default"] = one.default
        made[one.name] = field_of(hints[one.name], **options)
    return cast("Strict", Strict.from_dict(made, name=cls.__name__)())


_COMMANDS: Mapping[str, type[Any]] = {**WIRE, **PEOPLE}
SCHEMAS: Mapping[str, Strict] = {name: schema_of(cls) for name, cls in _COMMANDS.items()}
"""The schema of every command a client may ask for, made once: making one costs 70 µs."""


def _first(messages: object, path: str = "") -> tuple[str, str]:
    """The first sentence in marshmallow's nested messages, and the field it is about."""
    if isinstance(messages, Mapping):
        for key, inner in messages.items():
            name = path or ("" if key == "_schema" else str(key))
            return _first(inner, name)
    if isinstance(messages, list) and messages:
        return _first(messages[0], path)
    return path, str(messages) if isinstance(messages, str) else _FORM


def load(schema: Strict, cls: type[Made], data: object) -> Made | Problem:
    """The dataclass that `data` spells, or what is wrong with it."""
    found = schema.exactly(data)
    if found is not None:
        return cls(**found)
    try:
        return cls(**schema.load(data))  # type: ignore[arg-type]
    except ValidationError as error:
        field, say = _first(error.messages)
        known = field if field in schema.fields else ""
        return Problem(Refusal.BAD_FIELD, say, known)


def parse(ask: object) -> object | Problem:
    """The command in `{command, fields}`, or why there is none."""
    if not isinstance(ask, dict) or set(ask) != {"command", "fields"}:
        return Problem(Refusal.UNKNOWN_COMMAND, SENTENCES[Refusal.UNKNOWN_COMMAND])
    name = ask["command"]
    cls = _COMMANDS.get(name) if isinstance(name, str) else None
    if cls is None:
        return Problem(Refusal.UNKNOWN_COMMAND, SENTENCES[Refusal.UNKNOWN_COMMAND])
    return load(SCHEMAS[name], cls, ask["fields"])
