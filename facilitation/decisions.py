"""Decisions: what the group chose, in its own words."""

from dataclasses import replace

from facilitation.cards import reference_is_out
from facilitation.commands import AddDecision, ChangeDecision, RemoveDecision
from facilitation.context import Context
from facilitation.records import drop, put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.workshop import Decision, Gone, Workshop

MAX_DECISIONS = 100


def added(workshop: Workshop, command: AddDecision) -> bool:
    """Already done: the id is on the board, or was and has been taken off."""
    return command.id in workshop.decisions or command.id in workshop.gone


def add(workshop: Workshop, command: AddDecision, _context: Context) -> Workshop | Refused:
    """Write down a decision, and which options it is about."""
    if not command.text.strip():
        return refused(Refusal.BAD_FIELD)
    if not all(one and reference_is_out(workshop, one) for one in command.options):
        return refused(Refusal.NOT_AN_OPTION)
    if len(workshop.decisions) >= MAX_DECISIONS:
        return refused(Refusal.BOARD_FULL)
    return put(workshop, Decision(command.id, command.text.strip(), command.options))


def changed(workshop: Workshop, command: ChangeDecision) -> bool:
    """Already done: the words are there, one version on; or it has been taken off."""
    decision = workshop.decisions.get(command.id)
    return command.id in workshop.gone or (
        decision is not None and decision.version == command.version + 1 and decision.text == command.text.strip()
    )


def change(workshop: Workshop, command: ChangeDecision, _context: Context) -> Workshop | Refused:
    """Change the words of a decision."""
    decision = workshop.decisions.get(command.id)
    if decision is None:
        return refused(Refusal.NO_SUCH_LINE)
    if decision.version != command.version:
        return refused(Refusal.SUPERSEDED)
    if not command.text.strip():
        return refused(Refusal.BAD_FIELD)
    return put(workshop, replace(decision, text=command.text.strip(), version=decision.version + 1))


def removed(workshop: Workshop, command: RemoveDecision) -> bool:
    """Already done: only the id is left."""
    return command.id in workshop.gone


def remove(workshop: Workshop, command: RemoveDecision, _context: Context) -> Workshop | Refused:
    """Take a decision off the board."""
    decision = workshop.decisions.get(command.id)
    if decision is None:
        return refused(Refusal.NO_SUCH_LINE)
    return put(drop(workshop, decision), Gone(decision.id))
