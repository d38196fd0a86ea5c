"""Going on at another device, over real HTTP and real sockets: lost answers, replays, two who fetch; one place."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from server.bundle import BESIDE, SIZES
from server.bundle import _letters as letters
from server.moving import LASTING_MS
from server.secret import hash_of, new_id, new_key
from tests import keeping, running, wire
from tests.server.conftest import FAST
from tests.server.house import House
from tests.server.test_roll import Vote
from tests.waiting import eventually

SEALED = "A" * letters(SIZES[0])
assert len(SEALED) * 3 // 4 == SIZES[0] + BESIDE


def ask(url, path, token="", **body):
    """The status of a call, and what it said."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    said = requests.post(url + path, json=body, headers=headers, timeout=10)
    return said.status_code, said.json()


class Mover:
    """Somebody's first device. `new`: the token that only the second one has."""

    def __init__(self, made, line):
        self.made, self.line, self.id, self.new = made, line, new_id(), new_key()

    def call(self, what, token=None, url=None, **body):
        path = f"/api/workshops/{self.made.id}/moves{what}"
        return ask(url or self.made.url, path, token or self.line.token, id=self.id, **body)

    def offers(self, **other):
        return self.call("", sealed=SEALED, **other)

    def takes(self, url=None):
        return ask(url or self.made.url, "/api/moves/take", id=self.id)

    def finishes(self, **other):
        return self.call("/finish", token_hash=hash_of(self.new), **other)

    def ends(self, **other):
        return self.call("/end", **other)


@pytest.fixture
def pat(made):
    return Mover(made, made.participant("Pat"))


MOVED, STAYS = (200, {"moved": True}), (200, {"moved": False})


def test_the_place_goes_to_the_second_device_and_the_first_is_seen_off(made, pat):
    seat = pat.line.entered["seat"]
    assert pat.offers()[0] == 201
    assert pat.takes() == (200, {"sealed": SEALED})
    assert pat.finishes() == MOVED
    assert pat.line.closed.wait(10)
    assert [one["reason"] for one in pat.line.farewells] == ["moved"]
    assert made.line(pat.new).entered["seat"] == seat
    with pytest.raises(wire.Refused):
        made.line(pat.line.token)


def test_a_bundle_is_given_once_whoever_asks_at_the_same_moment(pat):
    pat.offers()
    with ThreadPoolExecutor(3) as pool:
        answers = [one[0] for one in pool.map(lambda _: pat.takes(), range(3))]
    assert sorted(answers) == [200, 404, 404]


def test_an_answer_that_was_lost_is_given_again_and_to_nobody_else(made, pat):
    pat.offers()
    pat.takes()
    assert pat.finishes() == MOVED
    assert pat.finishes() == MOVED
    assert pat.ends() == MOVED
    assert pat.call("/finish", token_hash=hash_of(new_key()))[0] == 401
    assert made.line(pat.new).entered["name"] == "Pat"


def test_what_was_called_off_cannot_be_finished_and_the_first_device_stays(made, pat):
    pat.offers()
    pat.takes()
    assert pat.ends() == STAYS
    assert (pat.finishes()[1]["code"], pat.takes()[0]) == ("no_such_move", 404)
    assert made.line(pat.line.token).entered["name"] == "Pat"


def test_of_finishing_and_calling_off_at_the_same_moment_one_counts_for_both(made):
    for n in range(5):
        mover = Mover(made, made.participant(f"Pat {n}"))
        mover.offers()
        with ThreadPoolExecutor(2) as pool:
            finished, ended = pool.submit(mover.finishes), pool.submit(mover.ends)
        assert (finished.result() == MOVED) == (ended.result() == MOVED)


def test_only_whose_place_it_is_can_move_it(made, pat):
    other = made.participant("Olu")
    pat.offers()
    assert pat.finishes(token=other.token)[0] == 404
    assert pat.ends(token="0" * 64)[0] == 401
    screen = made.facilitator().do("Invite", guest="screen")["link"].partition("#")[2]
    wall = wire.post(made.url, f"/api/workshops/{made.id}/screens", key=screen)["token"]
    assert pat.offers(token=wall) == (403, {"code": "wrong_role", "say": pat.offers(token=wall)[1]["say"]})
    assert pat.offers(token="0" * 64)[0] == 401


def test_whoever_leads_moves_too_and_still_leads(made):
    fay = Mover(made, made.facilitator("Fay"))
    fay.offers()
    fay.takes()
    assert fay.finishes() == MOVED
    assert made.line(fay.new).entered["role"] == "facilitator"


def test_a_seat_that_moves_is_one_seat_still(made):
    leader = made.facilitator()
    pat = Mover(made, made.participant("Pat"))
    eventually(lambda: len(leader.room["seats"]) == 2)
    pat.offers()
    pat.takes()
    pat.finishes()
    seat = made.line(pat.new).entered["seat"]
    made.participant("Last")
    eventually(lambda: len(leader.room["seats"]) == 3)
    assert sum(one["id"] == seat for one in leader.room["seats"]) == 1


def test_a_vote_that_goes_on_goes_along_and_there_is_no_second_one(made):
    vote = Vote(made)
    vote.open()
    person = vote.people[0]
    mover, ticket = Mover(made, person), vote.ticket()
    before = vote.asks(person, ticket)
    mover.offers()
    mover.takes()
    mover.finishes()
    phone = made.line(mover.new)
    assert vote.asks(phone, ticket) == before  # what it carries is signed again, and is the same
    assert vote.asks(phone, vote.ticket())["code"] == "another_request"


def test_nothing_of_a_bundle_is_in_a_file_or_in_the_log(pat, server):
    pat.offers()
    pat.takes()
    pat.finishes()
    kept = b"".join(path.read_bytes() for path in server.data.iterdir() if path.is_file())
    for secret in (SEALED[:100].encode(), pat.id.encode(), pat.new.encode()):
        assert secret not in kept
        assert secret.decode() not in server.log()


@pytest.fixture(scope="module")
def urls(tmp_path_factory):
    with keeping.redis() as kept, running.servers(tmp_path_factory.mktemp("servers")) as start:
        settings = FAST | {"store": "redis", "redis_url": kept.url}
        yield [start(**settings).url for _ in range(2)]


def test_between_two_processes_the_place_moves_once_and_both_know(urls):
    made = wire.Made(urls[0])
    pat = Mover(made, made.participant("Pat"))
    pat.offers()
    assert pat.takes(urls[1])[0] == 200
    assert pat.takes()[0] == 404
    assert pat.finishes(url=urls[1]) == MOVED
    assert pat.line.closed.wait(10)
    assert pat.line.farewells[0]["reason"] == "moved"
    assert pat.ends() == MOVED
    made.lines.append(wire.Line(urls[0], pat.new))
    made.close()


def test_after_five_minutes_nothing_is_left_of_what_was_offered(tmp_path):
    house = House("sqlite", tmp_path, "")
    place = house.comes_in(house.made())
    luggage = house.app.luggage
    luggage.leave(f"of:{place.id}", b"0" * 32, LASTING_MS)
    house.time += LASTING_MS
    luggage.sweep()
    assert luggage._kept == {}
    house.close()
