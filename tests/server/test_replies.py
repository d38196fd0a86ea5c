"""Replies over HTTP."""

from facilitation.refusals import Refusal
from server.replies import reply
from server.wire import Problem


def test_a_problem_has_the_status_that_fits_it_and_names_its_field():
    said = reply(Problem(Refusal.BAD_FIELD, "This is too long.", "name"))
    assert (said.status_code, said.json) == (422, {"code": "bad_field", "say": "This is too long.", "field": "name"})
    assert reply(Problem(Refusal.NO_SUCH_CARD, "It is gone.")).status_code == 404
    assert reply({"ok": True}).status_code == 200
