"""A plan as names and texts: what a template may say `{{title}}` or `{{repeat actions}}` to.

`SHAPE` names everything that there is; `templates/plans/README.md` explains it to people.
"""

from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from facilitation.board import Option, Result
from facilitation.drawings import Drawing
from facilitation.honesty import collected
from facilitation.plan import Plan, Section, Task
from facilitation.said import language_of
from facilitation.wording import ENGLISH, Wording
from server.exports.plain import clean

Fields: TypeAlias = Mapping[str, Any]
"""Each name with its text, or with a list of further fields."""

_TEXT: Mapping[str, Any] = MappingProxyType({"text": "", "language": ""})
_ACTION: Mapping[str, Any] = MappingProxyType({"what": "", "owner": "", "due": "", "status": ""})
_WEIGHED: Mapping[str, Any] = MappingProxyType(
    {
        "benefits": [_TEXT],
        "cautions": [{**_TEXT, "answers": [_TEXT]}],
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
        "options": [{"name": "", "language": "", "chosen": "", "ideas": [_TEXT], **_WEIGHED}],
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
        "drawings": [{"text": "", "picture": "", "alt": ""}],
        "collected": [_TEXT],
    }
)
"""Every name that a template may use: a text, or a list of one example."""

NO_OWNER = "Nobody yet"
NO_DATE = "No date yet"
NO_ANSWER = "None yet"
BLANK = "Not agreed yet."


def fields(plan: Plan, say: Wording = ENGLISH, drawn: Iterable[Drawing] = (), pictures: Container[str] = ()) -> Fields:
    """The plan under the names of `SHAPE`, all text cleaned. A question that a section prints is not printed twice.

    Of a section, `text` holds what is one paragraph and `lines` what is a list.
    `drawn`: what lies beside the cards. `pictures`: those that are at hand; one that is stands for its words.
    `loose_actions`: all actions when no section of the template has them, else none.
    """
    actions = [_action(task, say) for task in plan.tasks]
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
        "sections": [_section(section, actions, say) for section in plan.sections],
        "facts": _texts(plan.facts),
        "gaps": _texts(plan.gaps),
        "options": [_option(option, say) for option in plan.options],
        "rest": [_weighed(plan.rest, say)] if _says_something(plan.rest) else [],
        "results": [_result(result) for result in plan.results],
        "decisions": [{"text": clean(decided.text), "options": _texts(decided.options)} for decided in plan.decisions],
        "actions": actions,
        "loose_actions": [] if placed else actions,
        "drawings": [_drawing(one, pictures) for one in drawn],
        "collected": _texts(collected(say)),
    }


def _drawing(one: Drawing, pictures: Container[str]) -> Fields:
    if one.file and one.file in pictures:
        return {"text": "", "picture": one.file, "alt": clean(one.shows)}
    return {"text": clean(one.words), "picture": "", "alt": ""}


def _texts(lines: Iterable[str]) -> list[Fields]:
    return [_said(line) for line in lines]


def _said(line: str) -> dict[str, Any]:
    return {"text": clean(line), "language": language_of(line)}


def _action(task: Task, say: Wording) -> Fields:
    return {
        "what": clean(task.what),
        "owner": clean(task.owner) or say(NO_OWNER),
        "due": clean(task.due) or say(NO_DATE),
        "status": clean(task.status),
    }


def _section(section: Section, actions: list[Fields], say: Wording) -> Fields:
    table = actions if section.with_actions else []
    several = len(section.lines) > 1
    return {
        "label": clean(section.label),
        "text": "" if several else clean("".join(section.lines)),
        "lines": _texts(section.lines) if several else [],
        "actions": table,
        "blank": "" if section.lines or table else say(BLANK),
    }


def _weighed(option: Option, say: Wording) -> dict[str, Any]:
    return {
        "benefits": _texts(option.benefits),
        "cautions": [
            {**_said(worry.text), "answers": _texts(worry.fixes or (say(NO_ANSWER),))} for worry in option.cautions
        ],
        "fixes": _texts(option.fixes),
    }


def _says_something(option: Option) -> bool:
    return bool(option.benefits or option.cautions or option.fixes)


def _option(option: Option, say: Wording) -> Fields:
    return {
        "name": clean(option.name),
        "language": language_of(option.name),
        "chosen": say("Chosen") if option.chosen else "",
        "ideas": _texts(option.ideas),
        **_weighed(option, say),
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
