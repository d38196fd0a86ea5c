"""A plan as names and texts: what a template may say `{{title}}` or `{{repeat actions}}` to.

`SHAPE` names everything that there is; `templates/plans/README.md` explains it to people.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from facilitation.board import Option, Result
from facilitation.honesty import COLLECTED
from facilitation.plan import Plan, Section, Task
from server.exports.plain import clean

Fields: TypeAlias = Mapping[str, Any]
"""Each name with its text, or with a list of further fields."""

_TEXT: Mapping[str, Any] = MappingProxyType({"text": ""})
_ACTION: Mapping[str, Any] = MappingProxyType({"what": "", "owner": "", "due": "", "status": ""})
_WEIGHED: Mapping[str, Any] = MappingProxyType(
    {
        "benefits": [_TEXT],
        "cautions": [{"text": "", "answers": [_TEXT]}],
        "fixes": [_TEXT],
    }
)

SHAPE: Fields = MappingProxyType(
    {
        "kind": "",
        "title": "",
        "question": "",
        "date": "",
        "agenda": "",
        "notes": [_TEXT],
        "to_agree": [_TEXT],
        "sections": [{"label": "", "text": "", "lines": [_TEXT], "actions": [_ACTION], "blank": ""}],
        "facts": [_TEXT],
        "gaps": [_TEXT],
        "options": [{"name": "", "chosen": "", "ideas": [_TEXT], **_WEIGHED}],
        "rest": [_WEIGHED],
        "results": [
            {
                "title": "",
                "unit": "",
                "turnout": "",
                "outcome": "",
                "shares": [{"option": "", "dots": "", "people": ""}],
            }
        ],
        "decisions": [{"text": "", "options": [_TEXT]}],
        "actions": [_ACTION],
        "loose_actions": [_ACTION],
        "collected": [_TEXT],
    }
)
"""Every name that a template may use: a text, or a list of one example."""

NO_OWNER = "Nobody yet"
NO_DATE = "No date yet"
NO_ANSWER = "None yet"
BLANK = "Not agreed yet."


def fields(plan: Plan) -> Fields:
    """The plan under the names of `SHAPE`, all text cleaned. A question that a section prints is not printed twice.

    Of a section, `text` holds what is one paragraph and `lines` what is a list.
    `loose_actions`: all actions when no section of the template has them, else none.
    """
    actions = [_action(task) for task in plan.tasks]
    asked_below = any(plan.question == "\n".join(section.lines) for section in plan.sections)
    placed = any(section.with_actions for section in plan.sections)
    return {
        "kind": clean(plan.kind),
        "title": clean(plan.title),
        "question": "" if asked_below else clean(plan.question),
        "date": clean(plan.date),
        "agenda": clean(plan.agenda),
        "notes": _texts(plan.notes),
        "to_agree": _texts(plan.to_agree),
        "sections": [_section(section, actions) for section in plan.sections],
        "facts": _texts(plan.facts),
        "gaps": _texts(plan.gaps),
        "options": [_option(option) for option in plan.options],
        "rest": [_weighed(plan.rest)] if _says_something(plan.rest) else [],
        "results": [_result(result) for result in plan.results],
        "decisions": [{"text": clean(decided.text), "options": _texts(decided.options)} for decided in plan.decisions],
        "actions": actions,
        "loose_actions": [] if placed else actions,
        "collected": _texts(COLLECTED),
    }


def _texts(lines: Iterable[str]) -> list[Fields]:
    return [{"text": clean(line)} for line in lines]


def _action(task: Task) -> Fields:
    return {
        "what": clean(task.what),
        "owner": clean(task.owner) or NO_OWNER,
        "due": clean(task.due) or NO_DATE,
        "status": clean(task.status),
    }


def _section(section: Section, actions: list[Fields]) -> Fields:
    table = actions if section.with_actions else []
    several = len(section.lines) > 1
    return {
        "label": clean(section.label),
        "text": "" if several else clean("".join(section.lines)),
        "lines": _texts(section.lines) if several else [],
        "actions": table,
        "blank": "" if section.lines or table else BLANK,
    }


def _weighed(option: Option) -> dict[str, Any]:
    return {
        "benefits": _texts(option.benefits),
        "cautions": [
            {"text": clean(worry.text), "answers": _texts(worry.fixes or (NO_ANSWER,))} for worry in option.cautions
        ],
        "fixes": _texts(option.fixes),
    }


def _says_something(option: Option) -> bool:
    return bool(option.benefits or option.cautions or option.fixes)


def _option(option: Option) -> Fields:
    return {
        "name": clean(option.name),
        "chosen": "Chosen" if option.chosen else "",
        "ideas": _texts(option.ideas),
        **_weighed(option),
    }


def _result(result: Result) -> Fields:
    return {
        "title": clean(result.title),
        "unit": clean(result.unit),
        "turnout": clean(result.turnout),
        "outcome": clean(result.outcome),
        "shares": [
            {"option": clean(share.option), "dots": str(share.dots), "people": str(share.people)}
            for share in result.shares
        ],
    }
