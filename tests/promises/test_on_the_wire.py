"""What is promised, measured on the wire: a real server, real sockets, every received byte searched."""

import threading
import time

import pytest
import requests

from tests import wire

FAST = {
    "batch_ms": 200,
    "check_ms": 500,
    "closing_ms": 200,
    "ballot_tick_ms": 20,
    "people_tick_ms": 20,
    "sealed_tick_ms": 20,
    "room_tick_ms": 100,
    "here_ms": 200,
    "rate": 1000,
    "burst": 1000,
}


@pytest.fixture(scope="module")
def server(start_shared_server):
    return start_shared_server(**FAST)


@pytest.fixture
def made(server):
    made = wire.Made(server.url)
    yield made
    made.close()


def pages(made, token):
    """What HTTP tells somebody who is in the workshop."""
    base = f"{made.url}/api/workshops/{made.id}"
    allowed = {"Authorization": f"Bearer {token}"}
    paths = ["", "/exports/md", "/exports/html", "/exports/docx", "/exports/json"]
    said = [requests.get(base + path, headers=allowed, timeout=20).content for path in paths]
    return b"".join([*said, requests.get(made.url + "/w/" + made.id, timeout=10).content])


def test_nobody_receives_a_byte_of_what_a_sixth_person_writes_unseen(made):
    """The facilitator and the room screen are among the five who listen."""
    facilitator = made.facilitator()
    screen = made.screen(facilitator)
    people = [made.participant(f"P{n}") for n in range(4)]
    writer, others = people[0], [facilitator, screen, *people[1:]]
    wire.to_stage(facilitator, "write", "ideate")
    while not facilitator.view["workshop"]["keeping"]:
        wire.next_phase(facilitator)
    writer.until(lambda view: view["workshop"]["run"] == facilitator.run)
    idea = wire.card(writer.run, "idea", "CANARY-IDEA a tandem for the pier")
    worry = wire.card(writer.view["workshop"]["worry_run"], "caution", "CANARY-WORRY nobody will come")
    writer.do("AddCard", **idea)
    writer.do("AddCard", **worry)
    time.sleep(0.3)
    for other in others:
        other.enter()  # the whole view, as one who joins late gets it
        other.do("Beat")
    secret = [b"CANARY", idea["id"].encode(), worry["id"].encode()]
    heard = [bytes(other.heard) + pages(made, other.token) for other in others]
    assert all(len(one) > 5000 for one in heard)
    assert [word for word in secret for one in heard if word in one] == []
    written_in = facilitator.run
    facilitator.do("NextPhase", run=written_in, version=facilitator.clock["version"])
    others[-1].until(lambda view: f"card:{idea['id']}" in view)
    assert all(b"CANARY-WORRY" not in bytes(other.heard) for other in others)
    # After Back what was shown stays, and new cards are unseen again.
    position = facilitator.view[f"run:{written_in}"]["phase"]
    facilitator.do("BackPhase", run=facilitator.run, phase=position, version=facilitator.clock["version"])
    writer.until(
        lambda view: (
            view["workshop"]["run"] not in {written_in, ""}
            and view["run:" + view["workshop"]["run"]]["stage"] == "write"
        )
    )
    again = wire.card(writer.run, "idea", "CANARY-AGAIN a lunch club")
    writer.do("AddCard", **again)
    time.sleep(0.2)
    for other in others:
        assert f"card:{idea['id']}" in other.enter()["view"]
        assert b"CANARY-AGAIN" not in bytes(other.heard) + pages(made, other.token)


def test_a_sealed_card_causes_no_frame_for_anybody(made):
    facilitator, writer = made.facilitator(), made.participant()
    wire.to_stage(facilitator, "write", "ideate")
    writer.until(lambda view: view["workshop"]["run"] == facilitator.run)
    time.sleep(0.4)
    before = len(facilitator.frames), len(writer.frames), facilitator.number
    for n in range(5):
        writer.do("AddCard", **wire.card(writer.run, "fact", f"fact {n}"))
    time.sleep(0.4)
    assert (len(facilitator.frames), len(writer.frames), facilitator.do("Beat")["number"]) == before


def test_two_who_press_next_at_the_same_moment_move_one_phase(server):
    """In 200 fresh workshops, both at once each time."""
    moved = []
    for _ in range(200):
        made = wire.Made(server.url, "quick-hats-20")
        one = made.facilitator()
        other = made.line(one.token)
        one.do("StartWorkshop")
        run = one.until(lambda view: view["workshop"]["run"])
        other.until(lambda view, run=run: view["workshop"]["run"] == run)
        gate = threading.Barrier(2)
        answers = []

        def press(line, run=run, gate=gate, answers=answers, version=one.clock["version"]):
            gate.wait()
            answers.append(line.ask("NextPhase", run=run, version=version)["status"])

        threads = [threading.Thread(target=press, args=(line,)) for line in (one, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        view = one.enter()["view"]
        moved.append((sorted(answers), view["run:" + view["workshop"]["run"]]["phase"]))
        made.close()
    assert set(map(str, moved)) == {str((["ok", "superseded"], 1))}


def test_one_who_joins_late_and_one_whose_clock_is_wrong_see_the_same_time_left(made):
    """Time left is counted from the server's clock, which the answer to `enter` carries."""
    facilitator = made.facilitator()
    wire.to_stage(facilitator, "live")
    time.sleep(1.0)
    late = made.participant()
    wrong = 3_600_000  # this device's clock is an hour ahead

    def left(line, own_clock):
        asked = own_clock()
        now = line.do("Beat")["now"]
        offset = now - (asked + own_clock()) / 2
        return line.clock["ends_at"] - (own_clock() + offset)

    right_ms = left(facilitator, lambda: time.time() * 1000)
    wrong_ms = left(late, lambda: time.time() * 1000 + wrong)
    assert abs(right_ms - wrong_ms) < 1000
    assert late.entered["now"] == pytest.approx(time.time() * 1000, abs=1000)


def test_a_hundred_asks_do_not_wait_for_each_other(made):
    """Without TCP_NODELAY each answer after a frame takes 40 ms; with it all hundred take less than ten would."""
    facilitator = made.facilitator()
    began = time.monotonic()
    for n in range(100):
        facilitator.do("RenameWorkshop", title=f"Title {n}", version=n)
    assert time.monotonic() - began < 100 * 0.040 * 0.75


def test_many_people_hear_the_same_bytes(made):
    """One frame is encoded for all of an audience."""
    facilitator = made.facilitator()
    people = [made.participant() for _ in range(3)]
    facilitator.do("RenameWorkshop", title="Another title", version=0)
    for one in people:
        one.until(lambda view: view["workshop"]["title"] == "Another title")
    frames = [[f for f in one.frames if f["set"]][-1] for one in people]
    assert frames[0] == frames[1] == frames[2]
