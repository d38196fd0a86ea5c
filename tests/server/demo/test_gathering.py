import pytest

from server.demo.calls import DeclinedError
from server.demo.device import Device
from server.demo.gathering import Gathering, links

PATIENCE = 20.0


def test_links_for_phones_are_told_only_where_there_are_any():
    made = {"link": "/w/1", "facilitator_link": "/f/1#2", "join_code": "ABCD-EFGH"}
    own = "http://127.0.0.1:8000"
    assert "phone" not in links(own, own, made, "/screen/1#3")
    assert "http://192.0.2.7:8000/w/1" in links(own, "http://192.0.2.7:8000", made, "/screen/1#3")


def test_everybody_comes_writes_and_goes_at_the_end(url):
    said = []
    gathering = Gathering(url, 6, 0.2, said.append)
    gathering.open("quick-hats-20")
    with Device.join(url, gathering.workshop, "A visitor") as visitor:
        assert visitor.wait(PATIENCE, lambda board: len(board.cards("fact", "gap")) >= 6)
        assert visitor.wait(PATIENCE * 2, lambda board: board.state == "ended")
        assert visitor.board.entries("action")
    gathering.close()
    assert gathering.is_over
    assert not any(thread.is_alive() for thread in gathering._threads)


def test_an_agenda_that_is_not_there_is_declined(url):
    gathering = Gathering(url, 1, 1, print)
    with pytest.raises(DeclinedError):
        gathering.open("no-such-agenda")
    assert not gathering.is_over
