"""What is promised, measured on the wire: a real server, real sockets, every received byte searched."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from tests import wire
from tests.waiting import PATIENCE

FAST = {
    "batch_ms": 200,
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


def clock():
    """What the clock on the wall says: whole milliseconds since 1970, as the server tells them."""
    return time.time_ns() // 1_000_000


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
    wire.marked(*others)
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
    wire.marked(*others)
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
    wire.marked(*others)
    for other in others:
        assert f"card:{idea['id']}" in other.enter()["view"]
        assert b"CANARY-AGAIN" not in bytes(other.heard) + pages(made, other.token)


def changes(line):
    """The frames that came with anything but who is here: that is told on a tick of its own."""
    return [frame for frame in line.frames if "room" not in frame]


def test_a_sealed_card_causes_no_frame_for_anybody(made):
    facilitator, writer = made.facilitator(), made.participant()
    wire.to_stage(facilitator, "write", "ideate")
    writer.until(lambda view: view["workshop"]["run"] == facilitator.run)
    wire.marked(facilitator, writer)
    before = [(line, line.number, len(changes(line))) for line in (facilitator, writer)]
    for n in range(5):
        writer.do("AddCard", **wire.card(writer.run, "fact", f"fact {n}"))
    wire.marked(facilitator, writer)
    for line, number, heard in before:
        (mark,) = changes(line)[heard:]
        assert (mark["from"], mark["to"]) == (number, number + 1)
        assert set(mark["set"]) == {"workshop"}


def step(line):
    """The position of the phase that goes on, and its stage, as the server has it now."""
    run = line.enter()["view"][f"run:{line.run}"]
    return run["phase"], run["stage"]


def pressed_by(*lines):
    """What all are answered who press Next at the same moment, in order."""
    run, version = lines[0].run, lines[0].clock["version"]
    gate = threading.Barrier(len(lines))

    def press(line):
        gate.wait(PATIENCE)
        return line.ask("NextPhase", run=run, version=version)["status"]

    with ThreadPoolExecutor(len(lines)) as pool:
        return sorted(pool.map(press, lines))


def way_through(url, people):
    """The steps of a fresh workshop in which so many press Next at once, up to the last, and their answers."""
    made = wire.Made(url, "quick-hats-20")
    lines = [made.facilitator()]
    lines += [made.line(lines[0].token) for _ in range(people - 1)]
    lines[0].do("StartWorkshop")
    last = len(lines[0].view["workshop"]["phases"]) - 1
    way, answers = [step(lines[0])], []
    while way[-1][0] < last:
        answers.append(pressed_by(*lines))
        way.append(step(lines[0]))
    made.close()
    return way, answers


def test_two_who_press_next_at_the_same_moment_move_one_phase(server):
    """At each step of 25 fresh workshops: they go the same way as one who presses alone."""
    alone, answers = way_through(server.url, 1)
    assert answers == [["ok"]] * (len(alone) - 1)
    assert len(alone) == len(set(alone)) == 9
    for _ in range(25):
        way, answers = way_through(server.url, 2)
        assert way == alone
        assert answers == [["ok", "superseded"]] * (len(alone) - 1)


def test_one_who_joins_late_and_one_whose_clock_is_wrong_see_the_same_time_left(made):
    """Time left is counted from the server's clock, which the answer to `enter` carries."""
    facilitator = made.facilitator()
    wire.to_stage(facilitator, "live")
    before = clock()
    late = made.participant()
    assert before <= late.entered["now"] <= clock()
    assert late.clock == facilitator.clock
    minutes = facilitator.view["workshop"]["phases"][0]["minutes"]

    def ends_on(line, own):
        """When the step ends by this device's own clock, as the client reckons it, and how far off that may be."""
        asked = own()
        now = line.do("Beat")["now"]
        answered = own()
        return line.clock["ends_at"] - now + (asked + answered) / 2, (answered - asked) / 2 + 1

    an_hour = 3_600_000
    for line, wrong in ((facilitator, 0), (late, an_hour), (late, -an_hour)):
        end, off = ends_on(line, lambda wrong=wrong: clock() + wrong)
        assert end - wrong == pytest.approx(facilitator.clock["ends_at"], abs=off)
    assert 0 < facilitator.clock["ends_at"] - before <= minutes * 60_000


def test_many_people_hear_the_same_bytes(made):
    """One frame is encoded for all of an audience."""
    facilitator = made.facilitator()
    people = [made.participant() for _ in range(3)]
    facilitator.do("RenameWorkshop", title="Another title", version=0)
    for one in people:
        one.until(lambda view: view["workshop"]["title"] == "Another title")
    frames = [[f for f in one.frames if f["set"]][-1] for one in people]
    assert frames[0] == frames[1] == frames[2]
