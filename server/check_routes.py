"""The calls about the check of this server: for those who lead a workshop here, on any of their devices."""

from collections.abc import Mapping
from typing import Any

from flask import Response, request

from facilitation.refusals import Refusal
from facilitation.rules import LEADERS
from server.checking import Checking
from server.entrance import problem
from server.hall import Hall
from server.people import Who
from server.replies import reply
from server.shapes import StartCheck


def token_in(environ: Mapping[str, Any]) -> str:
    """The token that came with a request, or what stands in its place."""
    return str(environ.get("HTTP_AUTHORIZATION", "")).removeprefix("Bearer ")


class CheckRoutes:
    """A part of `Routes`."""

    hall: Hall
    checking: Checking

    def start_check(self, _asked: StartCheck, workshop: str) -> Response:
        """Begin a check; or how far the last one is."""
        return self._kept_out(workshop) or reply(self.checking.start(), 202)

    def check(self, workshop: str) -> Response:
        """How far it is."""
        return self._kept_out(workshop) or reply(self.checking.reply)

    def _kept_out(self, workshop: str) -> Response | None:
        """Why this is not for whoever asks, or None."""
        who = self.who()
        if who is None or who.workshop != workshop:
            return reply(problem(Refusal.BAD_TOKEN))
        return None if who.asks_as in LEADERS else reply(problem(Refusal.WRONG_ROLE))

    def who(self) -> Who | None:
        """Whose token came with the request, if it is one."""
        token = token_in(request.environ)
        return self.hall.companies.who(token) if token else None
