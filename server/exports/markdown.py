"""The plan as Markdown. What people typed is text: nothing in it becomes formatting."""

import re
from collections.abc import Iterable

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


def markdown(fields: Fields) -> bytes:
    """The plan as a Markdown document in UTF-8."""
    return ("\n\n".join(block for block in _blocks(fields) if block) + "\n").encode()


def _blocks(fields: Fields) -> Iterable[str]:
    yield _heading(1, fields["title"])
    yield _lines(fields["question"])
    about = (f"{fields['kind']}, {fields['date']}", f"Agenda: {fields['agenda']}")
    yield _items([*({"text": line} for line in about), *fields["notes"]])
    yield from _listed(2, "Still to agree", fields["to_agree"])
    for section in fields["sections"]:
        yield _heading(2, section["label"])
        yield _lines(section["text"])
        yield _items(section["lines"])
        yield _actions(section["actions"])
        yield section["blank"] and f"*{section['blank']}*"
    if fields["loose_actions"]:
        yield _heading(2, "Actions")
        yield _actions(fields["loose_actions"])
    yield from _decisions(fields["decisions"])
    yield from _listed(2, "What we know", fields["facts"])
    yield from _listed(2, "What we do not know yet", fields["gaps"])
    if fields["options"]:
        yield _heading(2, "Ideas, and what speaks for and against them")
    for option in fields["options"]:
        yield _heading(3, option["name"]) + (f" ({option['chosen'].lower()})" if option["chosen"] else "")
        yield _items(option["ideas"])
        yield from _weighed(option, 4)
    for option in fields["rest"]:
        yield _heading(2, "About the question as a whole")
        yield from _weighed(option, 3)
    yield from _results(fields["results"])
    yield from _listed(2, "How this was collected", fields["collected"])


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


def _actions(actions: list[Fields]) -> str:
    rows = [(one["what"], one["owner"], one["due"], one["status"]) for one in actions]
    return _table(("What", "Who", "By when", "Where it stands"), rows) if rows else ""


def _weighed(option: Fields, level: int) -> Iterable[str]:
    yield from _listed(level, "Why it could work", option["benefits"])
    if option["cautions"]:
        rows = [
            (caution["text"], "\n".join(answer["text"] for answer in caution["answers"]))
            for caution in option["cautions"]
        ]
        yield _table(("What to watch", "Ways round it"), rows)
    yield from _listed(level, "More ways round worries", option["fixes"])


def _decisions(decisions: list[Fields]) -> Iterable[str]:
    if decisions:
        yield "## What we decided"
        lines = []
        for one in decisions:
            lines.append(_items([one]))
            lines += [_items(one["options"], "  ")] if one["options"] else []
        yield "\n".join(lines)


def _results(results: list[Fields]) -> Iterable[str]:
    if results:
        yield "## How we voted"
    for result in results:
        yield _heading(3, result["title"])
        yield _lines(result["turnout"])
        if result["shares"]:
            rows = [(one["option"], one["dots"], one["people"]) for one in result["shares"]]
            yield _table(("Option", _cell(result["unit"]), "People"), rows)
        yield _lines(result["outcome"])
