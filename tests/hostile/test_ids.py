"""Ids of sockets say nothing, and are said to nobody else."""

import json
from base64 import urlsafe_b64decode

from tests import wire
from tests.hostile.attacker import SOCKETS, Attacker

MANY = 60
LEAST_BYTES = 15


def chance(ids):
    """Whether each byte of these ids looks thrown: of sixty throws of 256 faces, some fifty-three differ."""
    raw = [urlsafe_b64decode(one + "=" * (-len(one) % 4)) for one in ids]
    enough = min(map(len, raw)) >= LEAST_BYTES
    return enough and all(len({one[place] for one in raw}) > MANY // 2 for place in range(min(map(len, raw))))


def test_ids_of_sockets_are_long_random_and_in_no_order(made):
    token, kinds = made.token(), ([], [])
    for _ in range(MANY):
        with Attacker(made.url).enter(token) as one:
            for ids, own in zip(kinds, one.own, strict=True):
                ids.append(own)
    assert all(map(chance, kinds))
    assert all(ids != sorted(ids) for ids in kinds)
    assert not set(kinds[0]) & set(kinds[1])


def test_an_id_of_a_poll_is_as_random(made):
    ids = []
    for _ in range(MANY):
        with Attacker(made.url) as one:
            ids.append(json.loads(one.ask("GET", SOCKETS + "polling", Origin=f"http://{one.host}")[1][1:])["sid"])
    assert chance(ids)


def test_no_id_of_a_socket_comes_to_others_or_into_the_log(made, server):
    calm = made.facilitator(), made.participant()
    ids = []
    for _ in range(10):
        with Attacker(made.url).enter(made.token("Pat")) as one:
            one.say('421["enter",{}]')
            one.answer(1)
            one.say("42[[[")
            ids += one.own
    calm[0].do("ListDevices")
    wire.marked(*calm)
    said = b"".join(bytes(line.heard) for line in calm).decode() + server.log()
    assert [own for own in ids if own in said] == []


def test_a_guessed_id_opens_nothing(made):
    for guess in ["AAAAAAAAAAAAAAAAAAAA", "x" * 2000, "%00", "..%2f.."]:
        for method in ("GET", "POST"):
            with Attacker(made.url) as one:
                status, _ = one.ask(method, f"{SOCKETS}polling&sid={guess}", b"40" if method == "POST" else b"")
                assert 400 <= status < 500, guess
