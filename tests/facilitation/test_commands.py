"""Commands: frozen, named once, with the shape of each field beside it."""

from dataclasses import FrozenInstanceError, fields
from typing import get_type_hints

import pytest

from facilitation.commands import INTERNAL, WIRE, NextPhase
from tests.meeting import name


def test_a_command_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        NextPhase(name("run"), 0).run = "x"


def test_wire_and_internal_commands_are_two_sets():
    assert not set(WIRE) & set(INTERNAL)


def test_every_text_of_a_wire_command_has_a_bound():
    for command in WIRE.values():
        hints = get_type_hints(command, include_extras=True)
        bare = [field.name for field in fields(command) if hints[field.name] in (str, int, dict, tuple)]
        assert bare == []
