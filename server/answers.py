"""The answers to what a device asked: ok, superseded or refused. No revision, no count."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from facilitation.refusals import SENTENCES, Refusal, Refused
from server.wire import Problem

Answer: TypeAlias = Mapping[str, Any]
Reply: TypeAlias = Callable[[Answer], None]
"""Takes the answer to one ask; called exactly once."""

OK: Answer = {"status": "ok"}


def ok(data: object) -> Answer:
    """Done, with something that only the one who asked may know."""
    return {"status": "ok", "data": data}


def no(code: Refusal) -> Answer:
    """Refused, with the refusal's own sentence."""
    return of_refused(Refused(code, SENTENCES[code]))


def of_refused(refusal: Refused) -> Answer:
    """What the rules refused, as an answer."""
    status = "superseded" if refusal.code is Refusal.SUPERSEDED else "refused"
    return {"status": status, "code": refusal.code.value, "say": refusal.say}


def of_problem(problem: Problem) -> Answer:
    """What was not understood, as an answer."""
    answer = {"status": "refused", "code": problem.code.value, "say": problem.say}
    return answer | ({"field": problem.field} if problem.field else {})
