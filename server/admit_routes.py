"""The call by which somebody comes in from a meeting program. What it proves travels in the body, never in a URL."""

from flask import Response, request

from facilitation.refusals import Refusal
from server.admission import Admission
from server.admitted import Admit
from server.creation import Creators
from server.entrance import problem
from server.hosts import HOSTS
from server.patience import Patience
from server.replies import reply
from server.wire import Problem

NO_HOST = "We do not know this meeting program. Please use the link instead."


class AdmitRoutes:
    """A part of `Routes`."""

    admission: Admission
    creators: Creators
    patience: Patience

    def admit(self, asked: Admit, host: str) -> Response:
        """Let somebody in. Only the code is slowed down: proofs are not guessed, and a venue shares one address."""
        found = HOSTS.get(host)
        if found is None:
            return reply(Problem(Refusal.UNPROVEN, NO_HOST))
        if asked.creation_code and self.patience.is_over("creation"):
            return reply(problem(Refusal.TOO_FAST))
        may_make = self.creators.may(request.environ, asked.creation_code)
        if asked.creation_code and not may_make:
            self.patience.missed("creation")
        return reply(self.admission.admit(found, asked, may_make=may_make))
