"""The calls about moving: guessing is slowed down, and what is no id is none."""

from types import SimpleNamespace

from flask import Flask

from server.bundle import TakeMove
from server.limits import WrongCodes
from server.move_routes import MoveRoutes
from server.patience import Patience
from server.secret import new_id
from tests.server.test_moving import Mover, ask


def test_who_guesses_ids_is_sent_away_and_who_knows_one_from_elsewhere_is_not():
    routes = MoveRoutes()
    routes.moving = SimpleNamespace(take=lambda move: "words" if move == "known" else None)
    routes.patience = Patience(proxied=False, wrong=WrongCodes(lambda: 100.0, free=2, most=1))

    def takes(move, address):
        with Flask("moves").test_request_context(environ_base={"REMOTE_ADDR": address}):
            return routes.take_move(TakeMove(move)).status_code

    assert [takes(new_id(), "192.0.2.1") for _ in range(3)] == [404, 404, 429]
    assert takes("known", "192.0.2.1") == 429
    assert takes("known", "192.0.2.2") == 200


def test_what_is_no_id_is_refused_and_so_is_a_workshop_that_is_not_there(made):
    assert ask(made.url, "/api/moves/take", id="short")[0] == 422
    pat = Mover(made, made.participant("Pat"))
    path = f"/api/workshops/{'0' * 32}/moves/end"
    assert ask(made.url, path, pat.line.token, id=pat.id)[1]["code"] == "no_such_workshop"
