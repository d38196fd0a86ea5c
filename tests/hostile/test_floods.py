"""Too much of what is allowed: from one device, from all of a workshop, and at the doors."""

import contextlib
import json
import secrets
import time
from concurrent.futures import ThreadPoolExecutor

from tests import wire
from tests.hostile.attacker import Attacker, ask, frame, request
from tests.hostile.guests import Guests, seats
from tests.hostile.weight import MIB, growth

WORKSHOP_RATE = 400
BESIDE = 20
JSON = {"Content_Type": "application/json"}


def test_what_one_device_asks_beyond_its_rate_waits_or_is_told_so_and_nobody_else_waits(made, server):
    """Ten a second, twenty at once. Who sends two thousand is answered in order, or is no longer read from."""
    calm = made.facilitator()
    with Attacker(made.url).enter(made.token()) as one, growth(server) as grew:
        one.socket.settimeout(0.2)
        try:
            for number in range(2000):
                one.say(ask(number, "Beat") + " " * 1000)
        except TimeoutError:
            pass  # what it cannot send waits at its own end
        began = time.monotonic()
        for _ in range(10):
            assert calm.do("Beat")
        others, one_more = time.monotonic() - began, one.hear()
        assert one_more.startswith("430[")
        assert others < 5
        assert grew() < 4 * MIB


def test_questions_for_the_whole_board_cost_no_more_than_others(hasty, hasty_server):
    calm = hasty.facilitator()
    with Attacker(hasty.url).enter(hasty.token()) as one, growth(hasty_server) as grew:
        for number in range(200):
            one.say(f'42{number}["enter",{{}}]')
            one.answer(number)
        assert calm.do("Beat")
        assert grew() < 4 * MIB


def test_a_workshop_is_asked_no_more_than_four_hundred_times_a_second(hasty, hasty_server):
    """Each of its devices is within its own rate. What is beyond waits, nothing is lost, and other workshops do not
    wait: no machine is too slow for this, as more time only means fewer commands in it."""
    elsewhere = wire.Made(hasty_server.url).facilitator()
    tokens, each = [hasty.token() for _ in range(BESIDE)], 2 * WORKSHOP_RATE // BESIDE
    attackers = [Attacker(hasty.url).enter(token) for token in tokens]
    began = time.monotonic()
    for one in attackers:
        for number in range(each):
            one.say(ask(number, "RenameWorkshop", title="x", version=99))
    assert elsewhere.do("Beat")
    answers = [one.answer(each - 1) for one in attackers]
    took = time.monotonic() - began
    for one in attackers:
        one.close()
    assert {answer["code"] for answer in answers} <= {"wrong_role", "superseded", "too_fast"}
    assert BESIDE * each <= WORKSHOP_RATE * (took + 1) * 1.05
    assert elsewhere.do("Beat")


def test_one_device_leaves_room_for_the_cards_of_others(hasty_server):
    """Three hundred in one step, also where all are sent before the first is answered."""
    made = wire.Made(hasty_server.url, "quick-hats-20")
    fay = made.facilitator()
    fay.do("StartWorkshop")
    fay.until(lambda view: view["workshop"]["run"])
    with Attacker(made.url).enter(made.token()) as one:
        one.send(b"".join(frame(card(number, fay.run)) for number in range(310)))
        answers = list(one.answers(310).values())
    says = [answer["say"] for answer in answers if answer["status"] != "ok"]
    assert says == ["You have sent a great many cards in this step. Please leave some room for others."] * 10
    made.close()


def card(number, run):
    return ask(number, "AddCard", **wire.card(run, "note", "One of very many", signed="Pat"))


def beside(count, work):
    """Do it so many times, several beside each other; what it gave."""
    with ThreadPoolExecutor(BESIDE) as crowd:
        return list(crowd.map(lambda _: work(), range(count)))


def called(url, method, path, body=None, **headers):
    """The status of one request, on a connection of its own."""
    with Attacker(url) as one:
        return one.ask(method, path, b"" if body is None else json.dumps(body).encode(), **JSON | headers)[0]


def doors(made):
    """What can be asked over and over without a token: each a request that has to be refused."""
    url, unknown, key = made.url, secrets.token_hex(16), secrets.token_hex(32)
    inside, elsewhere = f"/api/workshops/{made.id}", f"/api/workshops/{unknown}"
    paper = {"nullifier": key, "prefix": key, "sig": "00" * 256, "rev": 1, "allocation": {}}
    return {
        "unknown workshops": (url, "GET", elsewhere),
        "seats in unknown workshops": (url, "POST", f"{elsewhere}/seats", {"name": ""}),
        "wrong keys": (url, "POST", f"{inside}/facilitators", {"key": key, "label": ""}),
        "invented ballots": (url, "POST", f"{inside}/ballots/{unknown}/cast", paper),
        "exports without a token": (url, "GET", f"{inside}/exports/docx"),
        "unknown pages": (url, "GET", f"/{unknown}"),
    }


def test_crowds_at_the_doors_harm_nobody_inside(made, server, long):
    """Refused, and nothing is kept of them."""
    calm, many = made.facilitator(), 4000 if long else 60
    for kind in doors(made):
        beside(20, lambda kind=kind: called(*doors(made)[kind]))  # what a first time costs is no growth
    with growth(server) as grew:
        for kind in doors(made):
            assert max(beside(many, lambda kind=kind: called(*doors(made)[kind]))) < 500, kind
            assert calm.do("Beat")
        assert grew() < (8 if long else 4) * MIB


def test_a_crowd_that_exports_does_not_hold_up_those_who_write(made, server, long):
    calm, token, path = made.facilitator(), made.token(key=made.key), f"/api/workshops/{made.id}/exports/docx"
    with ThreadPoolExecutor(1) as crowd, growth(server) as grew:
        exports = crowd.submit(
            beside, 200 if long else 20, lambda: called(made.url, "GET", path, Authorization=f"Bearer {token}")
        )
        while not exports.done():
            assert calm.do("Beat")
        assert set(exports.result()) <= {200, 409, 429}
        assert grew() < 64 * MIB


def test_wrong_codes_without_end_keep_nobody_out_who_has_a_link(made):
    def wrong():
        with Attacker(made.url) as one:
            one.socket.settimeout(0.2)
            try:
                return one.ask("POST", "/api/join", b'{"code":"00000000"}', **JSON)[0]
            except TimeoutError:
                return "slowed"

    assert set(beside(60, wrong)) <= {404, 429, "slowed"}
    assert made.participant().do("Beat")
    with Guests(made.url, seats(made, 20)) as guests:
        guests.come()
        assert guests.until(lambda guest: guest.number >= 0)


def test_requests_one_behind_the_other_on_one_line_are_answered_in_order(made):
    """And the many that follow cannot be asked for without being read."""
    calm = made.facilitator()
    with Attacker(made.url) as one:
        one.send(request("GET", "/healthz", one.host) * 50)
        assert {one.reply()[0] for _ in range(50)} == {200}
        one.socket.settimeout(0.5)
        with contextlib.suppress(TimeoutError):
            one.send(request("GET", "/api/openapi.json", one.host) * 100)
        assert calm.do("Beat")
