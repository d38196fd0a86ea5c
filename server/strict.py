"""Marshmallow fields that coerce nothing, and say in plain words what they miss."""

import re
from enum import StrEnum
from typing import Any

from marshmallow import ValidationError, validate
from marshmallow import fields as mm

_TEXT = "This must be text."
_DOTS_MOST = 1000
_LONGEST_REFERENCE = 40
_LONGEST_WORD = 16_384
_NO_TEXT = re.compile("[\ud800-\udfff\x00]")


class Matches(validate.Regexp):
    """A text that matches from end to end (marshmallow's own looks at the start only)."""

    def __call__(self, value: Any) -> Any:  # noqa: ANN401 - marshmallow's signature
        """The value, or `ValidationError`."""
        if not self.regex.fullmatch(value):
            raise ValidationError(self._format_error(value))
        return value


class Filled(validate.Length):
    """A text of so many characters; with `least` 1 or more it must not be blank."""

    def __call__(self, value: Any) -> Any:  # noqa: ANN401 - marshmallow's signature
        """The value, or `ValidationError`."""
        if self.min and not value.strip():
            message = "Please write something first."
            raise ValidationError(message)
        if self.max is not None and len(value) > self.max:
            message = f"This is too long: {self.max:,} characters at most."
            raise ValidationError(message)
        return value


def long_enough(least: int, most: int) -> Filled:
    """A text of `least` to `most` characters."""
    return Filled(min=least, max=most)


def within(least: int, most: int) -> validate.Range:
    """A number from `least` to `most`, both included."""
    say = f"This must be a whole number from {least} to {most}."
    return validate.Range(min=least, max=most, error=say)


class Line(mm.String):
    """Text and nothing else: no bytes, no lone surrogates, no NUL."""

    default_error_messages = {"invalid": _TEXT}  # noqa: RUF012 - marshmallow's way

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:  # noqa: ANN401
        if type(value) is not str or _NO_TEXT.search(value):
            raise self.make_error("invalid")
        return value


class Number(mm.Integer):
    """A whole number: not "12", not 12.0, not true."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> int:  # noqa: ANN401
        if type(value) is not int:
            message = "This must be a whole number."
            raise ValidationError(message)
        return value


class YesNo(mm.Boolean):
    """True or false: not 1, not "yes"."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> bool:  # noqa: ANN401
        if type(value) is not bool:
            message = "This must be yes or no."
            raise ValidationError(message)
        return value


class Choice(mm.Enum[StrEnum]):
    """One of the values of a `StrEnum`."""

    def __init__(self, enum: type[StrEnum], **options: Any) -> None:  # noqa: ANN401
        super().__init__(enum, by_value=mm.String, **options)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> StrEnum:  # noqa: ANN401
        if type(value) is str:
            for one in self.enum:
                if one.value == value:
                    return one
        message = "This is not one of the choices."
        raise ValidationError(message)


class Row(mm.List[Any]):
    """A list of at most `most` members, as a tuple."""

    def __init__(self, inner: mm.Field[Any], most: int, **options: Any) -> None:  # noqa: ANN401
        say = f"That is too many: {most} at most."
        super().__init__(inner, validate=validate.Length(max=most, error=say), **options)

    def _deserialize(self, value: Any, *args: Any, **options: Any) -> Any:  # noqa: ANN401
        if type(value) is not list:
            message = "This must be a list."
            raise ValidationError(message)
        return tuple(super()._deserialize(value, *args, **options))


class Dots(mm.Dict):
    """Dots by option, at most `most` options, whole numbers only."""

    def __init__(self, most: int, **options: Any) -> None:  # noqa: ANN401
        self.most = most
        super().__init__(keys=mm.String(), values=mm.Integer(strict=True), **options)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> dict[Any, Any]:  # noqa: ANN401
        if type(value) is not dict or not all(map(_is_dot, value.items())):
            message = "This must be dots by option."
            raise ValidationError(message)
        if len(value) > self.most:
            message = f"That is too many: {self.most} at most."
            raise ValidationError(message)
        return dict(value)


class Words(mm.Dict):
    """Texts by name, at most `most` of them."""

    def __init__(self, most: int, **options: Any) -> None:  # noqa: ANN401
        self.most = most
        super().__init__(keys=mm.String(), values=mm.String(), **options)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> dict[Any, Any]:  # noqa: ANN401
        if type(value) is not dict or not all(map(_is_word, value.items())):
            raise ValidationError(_TEXT)
        if len(value) > self.most:
            message = f"That is too many: {self.most} at most."
            raise ValidationError(message)
        return dict(value)


def _is_word(item: tuple[object, object]) -> bool:
    return all(type(one) is str and len(one) <= _LONGEST_WORD and not _NO_TEXT.search(one) for one in item)


def _is_dot(item: tuple[object, object]) -> bool:
    option, dots = item
    short = isinstance(option, str) and len(option) <= _LONGEST_REFERENCE
    return short and type(dots) is int and 0 <= dots <= _DOTS_MOST
