"""A workshop that is loaded tells who is here at its pace."""

from tests import wire
from tests.waiting import eventually


def rooms(line):
    return [frame["room"] for frame in line.frames if frame.get("room")]


def test_in_a_step_that_is_written_unseen_who_comes_is_told_on_a_slower_tick(start_server):
    server = start_server(people_tick_ms=20, sealed_tick_ms=20, room_tick_ms=100)
    made = wire.Made(server.url)
    facilitator = made.facilitator("Fay")
    wire.to_stage(facilitator, "write")
    before = len(rooms(facilitator))
    made.participant("Pat")
    eventually(lambda: any("Pat" in str(room) for room in rooms(facilitator)[before:]))
    made.close()
