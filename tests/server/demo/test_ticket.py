import json

import pytest

from server.ballots import is_genuine
from server.blind import new_keys, read_key, sign
from server.demo.ticket import Ticket
from server.paper import CAST_BYTES, Cast

PUBLIC, PRIVATE = new_keys()
WORKSHOP, BALLOT = "a" * 32, "b" * 32


@pytest.fixture
def ticket():
    made = Ticket(PUBLIC, WORKSHOP, BALLOT)
    made.take(sign(read_key(PRIVATE), bytes.fromhex(made.request)).hex())
    return made


def test_it_is_cast_under_a_secret_that_was_signed(ticket):
    paper = Cast(**ticket.marked({"card:1": 1}))
    assert is_genuine(PUBLIC, paper, WORKSHOP, BALLOT)
    assert paper.nullifier not in ticket.request


def test_each_change_of_mind_has_a_higher_revision_and_every_body_is_as_long_as_every_other(ticket):
    marks = [{}, {f"card:{0:032x}": 1}, {f"group:{n:032x}": 1 for n in range(6)}]
    papers = [ticket.marked(one) for one in marks]
    assert [paper["rev"] for paper in papers] == [1, 2, 3]
    assert {len(json.dumps(paper)) for paper in papers} == {CAST_BYTES}
