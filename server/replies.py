"""A reply over HTTP, and which status a refusal has."""

from collections.abc import Mapping

from flask import Response

from facilitation.refusals import Refusal
from server.jsonwire import encoded
from server.wire import Problem

STATUS: Mapping[Refusal, int] = {
    Refusal.BAD_FIELD: 422,
    Refusal.BAD_TOKEN: 401,
    Refusal.BAD_KEY: 403,
    Refusal.UNPROVEN: 403,
    Refusal.WRONG_ROLE: 403,
    Refusal.EXPORT_NOT_ALLOWED: 403,
    Refusal.TOO_FAST: 429,
    Refusal.NOT_OPENER: 403,
    Refusal.SAVING_PAUSED: 503,
    Refusal.NO_SUCH_ITEM: 404,
}


def reply(data: object, status: int = 200) -> Response:
    """A JSON reply; a problem gets the status that fits its code."""
    if isinstance(data, Problem):
        body = {"code": data.code, "say": data.say} | ({"field": data.field} if data.field else {})
        missing = data.code.value.startswith("no_such") or data.code is Refusal.BAD_CODE
        return reply(body, STATUS.get(data.code, 404 if missing else 409))
    return Response(encoded(data), status, mimetype="application/json")
