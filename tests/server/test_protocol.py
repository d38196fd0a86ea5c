import re

from facilitation.commands import INTERNAL, WIRE
from facilitation.entries import ENTRIES
from facilitation.refusals import Refusal
from server.people_commands import PEOPLE
from server.protocol import PROTOCOL_VERSION, _shapes, _version, render


def test_every_command_and_entry_is_an_interface_once():
    text = render()
    for cls in (*WIRE.values(), *PEOPLE.values(), *ENTRIES.values()):
        assert len(re.findall(rf"^export interface {cls.__name__} ", text, re.MULTILINE)) == 1


def test_what_only_the_server_sends_is_not_told():
    assert [name for name in INTERNAL if f"interface {name} " in render()] == []


def test_refusals_are_told_with_their_sentences():
    text = render()
    assert all(f'"{code.value}": "' in text for code in Refusal)


def test_the_version_is_in_the_file_and_the_file_is_the_same_each_time():
    assert f'PROTOCOL_VERSION = "{PROTOCOL_VERSION}"' in render()
    assert re.fullmatch(r"[0-9a-f]{12}", PROTOCOL_VERSION)
    assert render() == render()


def test_what_has_a_default_may_be_left_out_when_asking_but_is_always_sent():
    text = render()
    assert "readonly signed?: string;" in text.split("export interface AddCard ")[1].split("}")[0]
    assert "?" not in text.split("export interface CardEntry ")[1].split("}")[0]


def test_a_better_comment_changes_no_version_and_another_shape_does():
    shapes = _shapes()
    assert _version(shapes) == _version(shapes.replace("/** ", "/** Indeed: "))
    assert _version(shapes) != _version(shapes + "export interface More {}")
