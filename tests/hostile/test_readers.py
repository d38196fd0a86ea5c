"""Readers that never read: what is sent to them may not gather, and no sign of life that they give by themselves
keeps them."""

import contextlib
import json

from tests import wire
from tests.hostile.attacker import PONG, SOCKETS, Attacker, ask, frame
from tests.hostile.weight import MIB, growth, holds
from tests.waiting import eventually

AGE = 15.0
SIGNS = {
    "silent": b"",
    "with pongs of the socket": frame(b"", PONG) + frame(b"here", PONG),
    "with pongs of Engine.IO": frame("3"),
    "with pings and noise": frame("2") + frame("2probe") + frame("6"),
}
SMALL = 4096  # what its own system takes in for it, at most twice as much


def reader(url, token):
    """One who came in and has read so far; from now on it reads nothing."""
    return Attacker(url, receive=SMALL).enter(token)


def test_who_asks_and_asks_and_never_reads_is_gone(hasty_server, long):
    """Each of these short questions is answered with the whole board. Each has a workshop of its own: what one
    workshop may ask is bounded too."""
    all_signs = list(SIGNS.values())[: None if long else 2]
    with contextlib.ExitStack() as until:
        workshops = [until.enter_context(contextlib.closing(wire.Made(hasty_server.url))) for _ in all_signs]
        calm = [made.facilitator() for made in workshops]
        readers = [until.enter_context(reader(made.url, made.token())) for made in workshops]
        grew = until.enter_context(growth(hasty_server))
        more = [frame(ask(1, "Beat")) + frame('421["enter",{}]') * 50 + signs for signs in all_signs]

        def all_gone():
            there = [(one, words) for one, words in zip(readers, more, strict=True) if holds(hasty_server, one)]
            for one, words in there:
                one.push(b"" if one.left else words)
            return not there

        eventually(all_gone, AGE)
        assert grew() < 4 * MIB * len(readers)
        assert all(fay.do("Beat") for fay in calm)


def test_who_polls_once_and_never_again_is_gone(hasty, hasty_server):
    token, calm = hasty.token(), hasty.facilitator()
    with Attacker(hasty.url) as one, growth(hasty_server) as grew:
        own = {"Origin": f"http://{one.host}"}
        path = SOCKETS + "polling"
        path += "&sid=" + json.loads(one.ask("GET", path, **own)[1][1:])["sid"]
        one.ask("POST", path, b"40" + json.dumps({"token": token}).encode(), **own)

        def refused():
            questions = "\x1e".join(['421["enter",{}]'] * 10).encode()
            return one.ask("POST", path, questions, **own)[0] == 400

        eventually(refused, AGE)
        assert grew() < 4 * MIB
    assert calm.do("Beat")
