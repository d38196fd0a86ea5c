"""The calls about going on at another device. Ids, tokens and bundles travel in bodies and headers, never in a URL."""

from flask import Response, request

from facilitation.refusals import Refusal
from server.bundle import Bundle, EndMove, FinishMove, Moved, OfferMove, TakeMove
from server.entrance import problem
from server.hall import Hall
from server.moving import Moving
from server.patience import Patience
from server.people import Who
from server.replies import reply


class MoveRoutes:
    """A part of `Routes`."""

    hall: Hall
    moving: Moving
    patience: Patience

    def who(self) -> Who | None:
        """Whose token came with the request, if it is one."""
        raise NotImplementedError

    def offer_move(self, asked: OfferMove, workshop: str) -> Response:
        """Keep a bundle for another device of whoever asks."""
        who = self.who()
        if who is None or who.workshop != workshop:
            return reply(problem(Refusal.BAD_TOKEN))
        return reply(self.moving.offer(who, asked) or Moved(moved=False), 201)

    def take_move(self, asked: TakeMove) -> Response:
        """Give the bundle to whoever knows the code, once."""
        if self.patience.is_over("move"):
            return reply(problem(Refusal.TOO_FAST))
        sealed = self.moving.take(asked.id)
        if sealed is None:
            self.patience.missed("move")
            return reply(problem(Refusal.NO_SUCH_MOVE))
        return reply(Bundle(sealed))

    def finish_move(self, asked: FinishMove, workshop: str) -> Response:
        """The place goes to the second device."""
        return self._settled(workshop, asked)

    def end_move(self, asked: EndMove, workshop: str) -> Response:
        """The first device calls it off, or learns that it has happened."""
        return self._settled(workshop, asked)

    def _settled(self, workshop: str, asked: FinishMove | EndMove) -> Response:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if self.hall.live(workshop) is None:
            return reply(problem(Refusal.NO_SUCH_WORKSHOP))
        if isinstance(asked, FinishMove):
            return reply(self.moving.finish(workshop, token, asked))
        return reply(self.moving.end(workshop, token, asked))
