"""Two processes on one Redis: whoever comes in by one of them is in the same workshop as those at the other."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from redis import Redis

from facilitation.commands import KeepFor
from server.neighbours import Neighbours
from server.shapes import FarewellReason
from server.stores import sharing
from server.stores.sharing import Moved
from tests import keeping, running, wire
from tests.server.conftest import FAST
from tests.server.house import GONE, House
from tests.waiting import eventually


@pytest.fixture(scope="module")
def urls(tmp_path_factory):
    """The addresses of two real servers on one real Redis."""
    with keeping.redis() as kept, running.servers(tmp_path_factory.mktemp("servers")) as start:
        settings = FAST | {"store": "redis", "redis_url": kept.url}
        yield [start(**settings).url for _ in range(2)]


@pytest.fixture
def made(urls):
    """A workshop, with somebody who leads it at the first process."""
    made = wire.Made(urls[0])
    yield made
    made.close()


def at(made, url, token):
    """A device of this workshop at another process."""
    made.lines.append(line := wire.Line(url, token))
    return line


def to_ideas(facilitator):
    """The step in which ideas are written that nobody sees yet."""
    wire.to_stage(facilitator, "write", "ideate")
    while not facilitator.view["workshop"]["keeping"]:
        wire.next_phase(facilitator)


def seats(line):
    """The names of those who are here, as the newest room frame says."""
    rooms = [frame["room"] for frame in line.frames if frame.get("room")]
    return {seat["name"] for seat in (rooms or [line.entered["room"]])[-1]["seats"] if seat["here"]}


def test_a_seat_taken_at_one_process_is_taken_at_the_other_at_once(urls, made):
    facilitator, token = made.facilitator("Fay"), made.token("Pat")
    pat = at(made, urls[1], token)
    assert pat.entered["name"] == "Pat"
    eventually(lambda: seats(facilitator) == {"Fay", "Pat"})


def test_each_sees_what_the_other_does_and_both_have_the_same_numbers(urls, made):
    facilitator = made.facilitator()
    pat = at(made, urls[1], made.token("Pat"))
    for number in range(20):
        facilitator.do("RenameWorkshop", title=f"Title {number}", version=number)
    pat.until(lambda view: view["workshop"]["title"] == "Title 19")
    to_ideas(facilitator)
    pat.until(lambda view: view["workshop"]["run"] == facilitator.run)
    pat.do("AddCard", **wire.card(facilitator.run, "idea", "A lunch club"))
    wire.next_phase(facilitator)  # shows it
    pat.until(lambda view: "A lunch club" in str(view))
    other = at(made, urls[1], made.token(key=made.key, label="phone"))
    wire.marked(other, facilitator)
    assert (other.view, other.number) == (facilitator.view, facilitator.number)


def test_who_is_sent_away_at_one_process_is_gone_from_the_other(urls, made):
    facilitator = made.facilitator()
    pat = at(made, urls[1], made.token("Pat"))
    facilitator.do("RetireSeat", seat=pat.entered["seat"])
    assert pat.closed.wait(10)
    assert [one["reason"] for one in pat.farewells] == ["signed_out"]
    with pytest.raises(wire.Refused):
        wire.Line(urls[1], pat.token)


def test_who_is_done_and_who_hangs_up_counts_everywhere(urls, made):
    facilitator = made.facilitator("Fay")
    pat = at(made, urls[1], made.token("Pat"))
    eventually(lambda: "Pat" in seats(facilitator))
    pat.close()
    eventually(lambda: "Pat" not in seats(facilitator))


def test_who_asks_for_a_talk_at_one_process_is_seen_at_the_other(urls, made):
    facilitator = made.facilitator("Fay")
    pat = at(made, urls[1], made.token("Pat"))
    pat.do("AskToTalk", wish=True)
    eventually(lambda: facilitator.room["talks"] == [pat.entered["seat"]])
    pat.do("AskToTalk", wish=False)
    eventually(lambda: facilitator.room["talks"] == [])


def test_behind_a_door_closed_at_one_process_nobody_new_comes_in_at_the_other(urls, made):
    facilitator = made.facilitator("Fay")
    facilitator.do("CloseDoor", closed=True, version=0)
    late = wire.requests.post(f"{urls[1]}/api/workshops/{made.id}/seats", json={"name": "Late"}, timeout=10)
    assert late.json()["code"] == "door_closed"


def test_an_invitation_made_at_one_process_lets_one_in_at_the_other_and_only_once(urls, made):
    facilitator = made.facilitator()
    key = facilitator.do("Invite", guest="screen")["link"].partition("#")[2]

    def come(url):
        return wire.requests.post(f"{url}/api/workshops/{made.id}/screens", json={"key": key}, timeout=10).status_code

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(come, [urls[1], urls[0], urls[1], urls[0]]))
    assert answers.count(201) == 1


def test_a_recovery_code_printed_at_one_process_opens_the_other_and_the_old_one_does_not(urls, made):
    facilitator = made.facilitator()
    old = made.reply["recovery_code"]
    wire.post(urls[1], f"/api/workshops/{made.id}/facilitators", name="", recovery_code=old, label="spare")
    new = facilitator.do("ShowRecovery")["recovery_code"]
    wire.post(urls[1], f"/api/workshops/{made.id}/facilitators", name="", recovery_code=new, label="spare")
    asked = {"name": "", "recovery_code": old, "label": "spare"}
    assert not wire.requests.post(f"{urls[1]}/api/workshops/{made.id}/facilitators", json=asked, timeout=10).ok


def test_a_vote_opened_at_one_process_is_signed_at_the_other_once(urls, made):
    facilitator = made.facilitator()
    token = made.token("Pat")
    pat, tab = at(made, urls[1], token), at(made, urls[0], token)
    to_ideas(facilitator)
    for number in range(3):
        facilitator.do("AddCard", **wire.card(facilitator.run, "idea", f"idea {number}"))
    wire.to_stage(facilitator, "vote")
    ballot = facilitator.view[f"run:{facilitator.run}"]["ballot"]
    facilitator.do("ConfirmRoll", run=facilitator.run, ballot=ballot, seats=[pat.entered["seat"]])
    asked = [line.later("AskCredential", ballot=ballot, request=text * 512) for line, text in ((pat, "1"), (tab, "2"))]
    answers = [one.result(10) for one in asked]
    assert sorted(one["status"] for one in answers) == ["ok", "refused"]


# --- in this process, with no nudges ------------------------------------------------------


@pytest.fixture
def two(redis_url, tmp_path):
    """Two processes on one Redis that hear nothing of each other: they only look."""
    with Redis.from_url(redis_url) as client:
        client.flushdb()
    both = [House("redis", tmp_path, redis_url) for _ in range(2)]
    for one in both:
        one.neighbours = Neighbours(one.hall, one.hall.stores.sharing)
    yield both
    for one in both:
        one.close()
        one.neighbours._mail.close()
        assert one.neighbours._mail.take() == []


def test_a_process_that_heard_nothing_lets_go_when_it_looks(two):
    here, there = two
    workshop, other = here.made(), there.made()
    there.comes_in(workshop)
    there.comes_in(other, "Oda")
    here.forgetting.forget(workshop)
    there.neighbours.look()
    eventually(lambda: there.asked(other, KeepFor(30, 9)) and there.farewells)
    assert there.farewells == [("Pat", FarewellReason.DELETED)]
    assert there.hall.loaded(workshop) is None
    assert there.hall.loaded(other) is not None
    here.tick()
    there.tick()
    assert here.there(workshop) == GONE


def test_one_that_hears_of_it_lets_go_at_once(two):
    here, there = two
    workshop, other = here.made(), there.made()
    there.comes_in(workshop)
    there.neighbours.hear(Moved.CONTENT, workshop, sharing.GONE)
    eventually(lambda: there.asked(other, KeepFor(30, 9)) and there.farewells)
    assert there.farewells == [("Pat", FarewellReason.DELETED)]


def test_a_redis_that_lost_everything_says_nothing_about_what_was_deleted(two, redis_url):
    _, there = two
    workshop = there.made()
    there.comes_in(workshop)
    with Redis.from_url(redis_url) as client:
        client.flushdb()
    there.neighbours.look()
    there.hall.sleep(0)
    assert there.farewells == []
    assert there.hall.loaded(workshop) is not None
