from dataclasses import replace

import pytest

from server.ballots import Window, is_genuine, message
from server.blind import new_keys, read_key, sign
from server.demo.ticket import Ticket
from server.paper import Cast
from server.transport import sleep, spawn
from tests.waiting import eventually

PUBLIC, PRIVATE = new_keys()
WORKSHOP, BALLOT = "a" * 32, "b" * 32


@pytest.fixture(scope="module")
def paper():
    ticket = Ticket(PUBLIC, WORKSHOP, BALLOT)
    ticket.take(sign(read_key(PRIVATE), bytes.fromhex(ticket.request)).hex())
    return Cast(**ticket.marked({}))


def test_a_signature_holds_for_its_ballot_and_for_no_other(paper):
    other, (another_key, _) = "d" * 32, new_keys()
    assert is_genuine(PUBLIC, paper, WORKSHOP, BALLOT)
    assert not is_genuine(another_key, paper, WORKSHOP, BALLOT)
    assert not is_genuine(PUBLIC, paper, WORKSHOP, other)
    assert not is_genuine(PUBLIC, paper, other, BALLOT)
    assert not is_genuine(PUBLIC, replace(paper, nullifier="f" * 64), WORKSHOP, BALLOT)
    assert not is_genuine(PUBLIC, replace(paper, prefix="f" * 64), WORKSHOP, BALLOT)


@pytest.mark.parametrize("sig", ["", "A", "AAAA", "not base64!", "é", "A" * 600])
def test_what_is_no_signature_does_not_hold(paper, sig):
    assert not is_genuine(PUBLIC, replace(paper, sig=sig), WORKSHOP, BALLOT)


def test_a_signature_is_url_safe(paper):
    assert set(paper.sig) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def test_no_part_of_what_is_signed_can_pass_for_another():
    assert message("a" * 64, "b" * 32, "c" * 32) == b"a" * 64 + b"." + b"b" * 32 + b"." + b"c" * 32


def test_ballots_are_given_out_one_after_the_other_in_the_order_in_which_they_were_asked_for():
    window, inside, order = Window(), [], []

    def ask(number):
        def work():
            inside.append(number)
            sleep(0.001)  # others may come now
            assert inside == [number]
            inside.clear()
            return number

        order.append(window.serve(work))

    for number in range(20):
        spawn(ask, number)
    eventually(lambda: sleep(0.001) or len(order) == 20)
    assert order == list(range(20))


def test_the_board_has_its_turn_after_each_ballot_and_an_error_holds_nobody_up():
    window, turns = Window(), []

    def board():
        while turns.count("ballot") < 5:
            turns.append("board")
            sleep(0)

    def fail():
        turns.append("ballot")
        raise ArithmeticError

    def ask():
        with pytest.raises(ArithmeticError):
            window.serve(fail)

    spawn(board)
    for _ in range(5):
        spawn(ask)
    eventually(lambda: sleep(0.001) or turns.count("ballot") == 5)
    said = "".join("B" if one == "ballot" else "." for one in turns)
    assert "BB" not in said
    assert said.count("B.") >= 4
