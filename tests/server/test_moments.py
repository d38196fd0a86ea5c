"""Moments: who sees where somebody points, and that nothing else passes."""

import json

import pytest

from server.moments import MOST_NUMBERS, moment_of
from tests import wire
from tests.waiting import eventually

STROKE = {"kind": "stroke", "id": "a" * 32, "points": [0, 0, 50]}
POINTER = {"kind": "pointer", "x": 12, "y": -7}
LOOK = {"kind": "look", "x": -40, "y": 10, "width": 800, "height": 600}
HOSTILE = [
    None,
    [],
    "pointer",
    {},
    {"kind": ["pointer"], "x": 1, "y": 2},
    {"kind": "typing", "x": 1, "y": 2},
    {"kind": "pointer", "x": 1},
    {"kind": "pointer", "x": 1, "y": 2, "seat": "Pat"},
    {"kind": "pointer", "x": "1", "y": 2},
    {"kind": "pointer", "x": 1.5, "y": 2},
    {"kind": "pointer", "x": True, "y": 2},
    {"kind": "pointer", "x": 10**9, "y": 2},
    LOOK | {"width": 0},
    LOOK | {"height": True},
    LOOK | {"seat": "Pat"},
    {"kind": "stroke", "id": "Pat", "points": [0, 0, 50]},
    {"kind": "stroke", "id": "A" * 32, "points": [0, 0, 50]},
    {"kind": "stroke", "id": "a" * 32, "points": []},
    {"kind": "stroke", "id": "a" * 32, "points": [0, 0]},
    {"kind": "stroke", "id": "a" * 32, "points": [0, 0, "CANARY"]},
    {"kind": "stroke", "id": "a" * 32, "points": [0] * (MOST_NUMBERS + 3)},
]


@pytest.mark.parametrize("said", HOSTILE)
def test_what_is_no_moment_does_not_pass(said):
    assert moment_of(said) is None


@pytest.mark.parametrize("said", [STROKE, POINTER, LOOK])
def test_a_moment_passes_as_it_is(said):
    assert moment_of(said) == said


@pytest.fixture
def server(start_server):
    return start_server(people_tick_ms=20, sealed_tick_ms=20, batch_ms=60_000)


@pytest.fixture
def made(server):
    made = wire.Made(server.url, agenda="hats-problem-60")
    yield made
    made.close()


def seen(line):
    return [moment for frame in line.moments for moment in frame["moments"]]


def points(line, at):
    line._socket.send("42" + json.dumps(["moment", {"kind": "pointer", "x": at, "y": 0}]))


def test_where_somebody_points_the_others_see_it_and_nothing_of_whose_hand_it_is(server, made):
    leads, ana, ben, screen = made.facilitator(), made.participant("Ana"), made.participant("Ben"), None
    screen = made.screen(leads)
    wire.to_stage(leads, "read")
    wire.marked(leads, ana, ben, screen)
    points(ana, 5)
    points(screen, 6)  # a screen has no hand
    for line in (leads, ben, screen):
        eventually(lambda line=line: seen(line))
        assert line.moments[0] == {"moments": [{"kind": "pointer", "x": 5, "y": 0}]}
    points(ben, 9)
    eventually(lambda: {"kind": "pointer", "x": 9, "y": 0} in seen(ana))
    wire.marked(leads, ana)
    assert {one["x"] for one in seen(ana)} == {9}  # never one's own
    assert "moment" not in server.log()


def test_only_whoever_leads_asks_everybody_to_look_somewhere(made):
    leads, ana, ben = made.facilitator(), made.participant("Ana"), made.participant("Ben")
    wire.to_stage(leads, "read")
    wire.marked(leads, ana, ben)
    ana._socket.send("42" + json.dumps(["moment", LOOK | {"x": 1}]))
    points(ana, 5)  # sent after it, and it does come
    eventually(lambda: seen(ben))
    leads._socket.send("42" + json.dumps(["moment", LOOK]))
    eventually(lambda: LOOK in seen(ben) and LOOK in seen(ana))
    assert {one["kind"] for one in seen(leads)} == {"pointer"}
    assert LOOK | {"x": 1} not in seen(ben)


def test_where_what_people_write_does_not_show_at_once_no_hand_is_seen(made):
    leads, ana, ben = made.facilitator(), made.participant(), made.participant()
    for stage, kind in (("live", "check_in"), ("write", "ideate")):
        wire.to_stage(leads, stage, kind)
        wire.marked(leads, ana, ben)
        for at in range(5):
            points(ana, at)
        wire.marked(leads, ana, ben)
    assert not seen(ben)
    assert not seen(leads)


def test_a_flood_of_moments_slows_neither_others_nor_ones_own_commands(made):
    leads, ana, ben = made.facilitator(), made.participant(), made.participant()
    wire.to_stage(leads, "read")
    wire.marked(leads, ana, ben)
    for at in range(100):
        points(ana, at)
    assert ana.ask("Beat")["status"] == ben.ask("Beat")["status"] == "ok"
    wire.marked(leads, ben)
    assert len(seen(ben)) < 30  # twenty at once, and a few more as time went by
    points(ben, 777)
    eventually(lambda: {"kind": "pointer", "x": 777, "y": 0} in seen(leads))


def test_points_of_a_stroke_in_one_tick_come_as_one_moment(made):
    leads, ana = made.facilitator(), made.participant()
    wire.to_stage(leads, "read")
    wire.marked(leads, ana)
    for at in range(3):
        ana._socket.send("42" + json.dumps(["moment", STROKE | {"points": [at, at, 50]}]))
    eventually(lambda: sum(len(one["points"]) for one in seen(leads)) == 9)
    assert [number for one in seen(leads) for number in one["points"]] == [0, 0, 50, 1, 1, 50, 2, 2, 50]


def test_processes_that_share_a_redis_pass_moments_on(redis_url, start_server):
    options = {"store": "redis", "redis_url": redis_url, "redis_check": "no", "people_tick_ms": 20}
    one, other = start_server(**options), start_server(**options)
    made = wire.Made(one.url)
    leads, ana = made.facilitator(), made.participant()
    far = wire.Line(other.url, made.token("Ben"))
    wire.to_stage(leads, "read")
    wire.marked(leads, ana, far)
    points(ana, 5)
    eventually(lambda: seen(far) == [{"kind": "pointer", "x": 5, "y": 0}])
    points(far, 8)
    eventually(lambda: {"kind": "pointer", "x": 8, "y": 0} in seen(ana))
    assert {one["x"] for one in seen(far)} == {5}
    far.close()
    made.close()
