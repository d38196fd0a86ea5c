"""The plan as Markdown. What people typed is text: nothing in it becomes formatting."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from facilitation.wording import ENGLISH, Wording
from server.exports.data_url import data_url
from server.exports.fields import Fields
from server.exports.plain import one_line

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#$^=])")
_LINK = re.compile(r"(?i)(www)\.|(:)//|(@)")
_START = re.compile(r"^([-+]|:)(?=\s|$|[-+:|])")
_NUMBER = re.compile(r"^(\d+)([.)])")


def escaped(line: str) -> str:
    """One line of text, such that Markdown shows it as it was typed."""
    line = _SPECIAL.sub(r"\\\1", line.strip())
    line = _LINK.sub(
        lambda found: found[1] + r"\." if found[1] else f"\\{found[2] or found[3]}{'//' * bool(found[2])}", line
    )
    line = _START.sub(r"\\\1", line)
    return _NUMBER.sub(r"\1\\\2", line)


def markdown(fields: Fields, say: Wording = ENGLISH, pictures: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The plan as a Markdown document in UTF-8. The bytes of `pictures` stand at its end, under their numbers."""
    blocks = [block for block in _blocks(fields, say) if block]
    shown = [one["picture"] for one in fields["drawings"] if one["picture"]]
    blocks += [f"[picture-{n}]: {data_url(pictures[name])}" for n, name in enumerate(shown, 1)]
    return ("\n\n".join(blocks) + "\n").encode()


def _blocks(fields: Fields, say: Wording) -> Iterable[str]:
    yield _heading(1, fields["title"])
    yield _lines(fields["question"])
    about = (f"{fields['kind']}, {fields['date']}", say("Agenda: {agenda}", agenda=fields["agenda"]))
    yield _items([*({"text": line} for line in about), *fields["notes"]])
    yield from _listed(2, say("Still to agree"), fields["to_agree"])
    for section in fields["sections"]:
        yield _heading(2, section["label"])
        yield _lines(section["text"])
        yield _items(section["lines"])
        yield _actions(section["actions"], say)
        yield section["blank"] and f"*{section['blank']}*"
    if fields["loose_actions"]:
        yield _heading(2, say("Actions"))
        yield _actions(fields["loose_actions"], say)
    yield from _decisions(fields["decisions"], say)
    yield from _listed(2, say("What we know"), fields["facts"])
    yield from _listed(2, say("What we do not know yet"), fields["gaps"])
    if fields["options"]:
        yield _heading(2, say("Ideas, and what speaks for and against them"))
    for option in fields["options"]:
        yield _heading(3, option["name"]) + (f" ({option['chosen'].lower()})" if option["chosen"] else "")
        yield _items(option["ideas"])
        yield from _weighed(option, 4, say)
    for option in fields["rest"]:
        yield _heading(2, say("About the question as a whole"))
        yield from _weighed(option, 3, say)
    yield from _results(fields["results"], say)
    yield from _drawings(fields["drawings"], say)
    yield from _listed(2, say("How this was collected"), fields["collected"])


def _drawings(drawings: list[Fields], say: Wording) -> Iterable[str]:
    if drawings:
        yield f"## {say('Drawings and pictures')}"
    number = 0
    for one in drawings:
        number += bool(one["picture"])
        yield f"![{escaped(one_line(one['alt']))}][picture-{number}]" if one["picture"] else _items([one])


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {escaped(one_line(text))}"


def _lines(text: str, indent: str = "") -> str:
    """Each line of a text on a line of its own (a backslash at its end breaks the line)."""
    lines = [escaped(line) for line in text.split("\n") if line.strip()]
    return f"\\\n{indent}".join(lines)


def _items(items: list[Fields], indent: str = "") -> str:
    return "\n".join(f"{indent}- {_lines(item['text'], indent + '  ')}" for item in items)


def _listed(level: int, title: str, items: list[Fields]) -> Iterable[str]:
    if items:
        yield f"{'#' * level} {title}"
        yield _items(items)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *(tuple(_cell(text) for text in row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    return "<br>".join(escaped(line) for line in text.split("\n") if line.strip())


def _actions(actions: list[Fields], say: Wording) -> str:
    rows = [(one["what"], one["owner"], one["due"], one["status"]) for one in actions]
    return _table((say("What"), say("Who"), say("By when"), say("Where it stands")), rows) if rows else ""


def _weighed(option: Fields, level: int, say: Wording) -> Iterable[str]:
    yield from _listed(level, say("Why it could work"), option["benefits"])
    if option["cautions"]:
        rows = [
            (caution["text"], "\n".join(answer["text"] for answer in caution["answers"]))
            for caution in option["cautions"]
        ]
        yield _table((say("What to watch"), say("Ways round it")), rows)
    yield from _listed(level, say("More ways round worries"), option["fixes"])


def _decisions(decisions: list[Fields], say: Wording) -> Iterable[str]:
    if decisions:
        yield _heading(2, say("What we decided"))
        lines = []
        for one in decisions:
            lines.append(_items([one]))
            lines += [_items(one["options"], "  ")] if one["options"] else []
        yield "\n".join(lines)


def _results(results: list[Fields], say: Wording) -> Iterable[str]:
    if results:
        yield _heading(2, say("How we voted"))
    for result in results:
        yield _heading(3, result["title"])
        yield _lines(result["turnout"])
        if result["shares"]:
            rows = [(one["option"], one["dots"], one["people"]) for one in result["shares"]]
            yield _table((say("Option"), _cell(result["unit"]), say("People")), rows)
        yield _lines(result["outcome"])
