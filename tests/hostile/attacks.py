"""One attack that goes on until it is ended, as a program of its own, so that it slows the server and not the test.

python -m tests.hostile.attacks <name> <address of the server> <tokens>.
"""

import contextlib
import os
import select
import signal
import sys
from itertools import cycle

from tests.hostile.attacker import BINARY, GO_ON, PING, Attacker, GoneError, ask, frame, upgrade
from tests.hostile.crowd import Crowd
from tests.hostile.test_json import WRONG
from tests.hostile.test_packets import BINARY_ONES
from tests.hostile.test_readers import SIGNS, reader

A_MOMENT = 0.02
SILENT = 2000


def silence(url, _):
    """Two thousand who connect, ask for a WebSocket and say nothing more; the place of who is cut off is taken."""
    with Crowd(url) as crowd:
        while True:
            for _ in range(min(SILENT // 5, SILENT - sum(crowd.there().values()))):
                crowd.add("silent", upgrade(crowd.host))
            crowd.all_gone(A_MOMENT)


def fragments(url, _):
    """Messages without end, before anybody said who they are."""
    part = frame(b"x" * 100, GO_ON, final=False) + frame(b"", PING)
    while True:
        with Attacker(url).upgraded() as one:
            one.send(frame("4", final=False) + part * 100)
            one.gone(A_MOMENT)


def again_and_again(devices, words):
    """Each says its words in turn; one that was cut off comes again. `devices`: functions that make one."""
    there = {}
    for number, more in cycle(list(zip(range(len(devices)), words, strict=False))):
        with contextlib.suppress(GoneError, OSError, AssertionError):
            if number not in there:
                there[number] = devices[number]()
            if there[number].send(more) and not there[number].gone(A_MOMENT):
                continue
        there.pop(number).close() if number in there else None


def readers(url, tokens):
    """They ask for the whole board and read nothing: pushed, so that they hold as much as they can."""
    there = {}
    words = [frame('421["enter",{}]') * 5 + signs for signs in SIGNS.values()]
    for token, more in zip(cycle(tokens), cycle(words), strict=False):
        select.select([], [], [], A_MOMENT)
        with contextlib.suppress(GoneError, OSError, AssertionError):
            if token not in there:
                there[token] = reader(url, token)
            if there[token].push(b"" if there[token].left else more):
                continue
        there.pop(token).close() if token in there else None


def devices(url, tokens):
    return [lambda token=token: Attacker(url).enter(token) for token in tokens]


def hoarding(url, tokens):
    held = frame(BINARY_ONES["an event that waits for a million"]) + frame(b"x" * 60_000, BINARY)
    again_and_again(devices(url, tokens), [held] * len(tokens))


def floods(url, tokens):
    """More than one may, from five: together less than a whole workshop may."""
    again_and_again(devices(url, tokens[:5]), [frame(ask(1, "Beat")) * 100] * 5)


def reordering(url, tokens):
    """Commands in one piece of which each is only right after the one before, and all are refused."""
    words = b"".join(frame(ask(number, "RenameWorkshop", title="x", version=100 - number)) for number in range(100))
    again_and_again(devices(url, tokens[:5]), [words] * 5)


def deep_json(url, tokens):
    again_and_again(
        devices(url, tokens), [frame(words) for _, words in zip(tokens, cycle(WRONG.values()), strict=False)]
    )


def wrong_origin(url, _):
    while True:
        with Attacker(url) as one:
            one.send(upgrade(one.host, Origin="https://evil.example"))
            one.reply()
            one.gone(A_MOMENT)


def nothing(_, __):
    """To see how much the measure itself goes up and down."""
    while True:
        signal.pause()


ATTACKS = {
    one.__name__: one
    for one in (nothing, silence, fragments, readers, hoarding, floods, reordering, deep_json, wrong_origin)
}


def enough(*_):
    """Say how many connections there were, and how many bytes."""
    sys.stdout.write(f"{Attacker.made} {Attacker.sent}\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    name, address, *given = sys.argv[1:]
    signal.signal(signal.SIGTERM, enough)
    ATTACKS[name](address, given)
