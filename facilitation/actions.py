"""Actions: what, who, by when. Each field is shared by itself, with a version of its own."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from facilitation.commands import (
    ActionField,
    AddAction,
    ChangeAction,
    ChangePlan,
    RemoveAction,
)
from facilitation.context import Context
from facilitation.records import drop, put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.shapes import MAX_NAME
from facilitation.states import ActionStatus
from facilitation.workshop import Action, Gone, PlanLine, Workshop

MAX_ACTIONS = 200
MAX_PLAN_LINES = 40
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def is_due_date(value: str) -> bool:
    """Whether this is empty or a day of the calendar, like 2026-11-23."""
    if not value:
        return True
    if not _ISO_DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def added(workshop: Workshop, command: AddAction) -> bool:
    """Already done: the id is on the board, or was and has been taken off."""
    return command.id in workshop.actions or command.id in workshop.gone


def add(workshop: Workshop, command: AddAction, _context: Context) -> Workshop | Refused:
    """Write down an action; owner and date may come later (E41)."""
    if not command.text.strip() or not is_due_date(command.due):
        return refused(Refusal.BAD_FIELD)
    if len(workshop.actions) >= MAX_ACTIONS:
        return refused(Refusal.BOARD_FULL)
    action = Action(command.id, command.text.strip(), command.owner.strip(), command.due)
    return put(workshop, action)


def changed(workshop: Workshop, command: ChangeAction) -> bool:
    """Already done: the value is there, one version on; or the action has been taken off."""
    action = workshop.actions.get(command.id)
    return command.id in workshop.gone or (
        action is not None
        and action.versions.get(command.field, 0) == command.version + 1
        and getattr(action, command.field) == command.value.strip()
    )


def _fits(field: ActionField, value: str) -> bool:
    match field:
        case ActionField.TEXT:
            return bool(value)
        case ActionField.OWNER:
            return len(value) <= MAX_NAME
        case ActionField.DUE:
            return is_due_date(value)
        case ActionField.STATUS:
            return value in set(ActionStatus)


def change(workshop: Workshop, command: ChangeAction, _context: Context) -> Workshop | Refused:
    """Change one field of an action."""
    action = workshop.actions.get(command.id)
    if action is None:
        return refused(Refusal.NO_SUCH_LINE)
    if action.versions.get(command.field, 0) != command.version:
        return refused(Refusal.SUPERSEDED)
    value = command.value.strip()
    if not _fits(command.field, value):
        return refused(Refusal.BAD_FIELD)
    versions = {**action.versions, command.field.value: command.version + 1}
    kept: str | ActionStatus = value
    if command.field is ActionField.STATUS:
        kept = ActionStatus(value)
    new: dict[str, Any] = {command.field.value: kept, "versions": versions}
    return put(workshop, replace(action, **new))


def removed(workshop: Workshop, command: RemoveAction) -> bool:
    """Already done: only the id is left."""
    return command.id in workshop.gone


def remove(workshop: Workshop, command: RemoveAction, _context: Context) -> Workshop | Refused:
    """Take an action off the board."""
    action = workshop.actions.get(command.id)
    if action is None:
        return refused(Refusal.NO_SUCH_LINE)
    return put(drop(workshop, action), Gone(action.id))


def plan_changed(workshop: Workshop, command: ChangePlan) -> bool:
    """Already done: the words are there, one version on."""
    line = workshop.plan.get(command.field)
    return line is not None and line.version == command.version + 1 and line.text == command.text.strip()


def change_plan(workshop: Workshop, command: ChangePlan, _context: Context) -> Workshop | Refused:
    """Fill in a field of the plan; empty text blanks it again."""
    line = workshop.plan.get(command.field) or PlanLine(command.field, "")
    if line.version != command.version:
        return refused(Refusal.SUPERSEDED)
    if not command.field or (command.field not in workshop.plan and (len(workshop.plan) >= MAX_PLAN_LINES)):
        return refused(Refusal.BAD_FIELD)
    return put(workshop, PlanLine(line.id, command.text.strip(), line.version + 1))
