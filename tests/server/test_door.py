"""The door: how many may be in, and how many may wait before it."""

import engineio
import pytest

from server.door import MOST_LINES, Door
from tests import wire


def test_a_workshop_takes_so_many_and_one_more_when_one_has_gone():
    one = Door(2, 100)
    assert [one.come_in("w", place) for place in "abc"] == [True, True, False]
    assert one.come_in("another", "a")
    one.go_out("w", "a")
    assert one.come_in("w", "c")


def test_who_comes_back_is_let_in_beside_their_lost_line_but_not_for_ever():
    one = Door(1, 100)
    assert [one.come_in("w", "a") for _ in range(MOST_LINES + 1)] == [True] * MOST_LINES + [False]
    assert not one.come_in("w", "b")
    for _ in range(MOST_LINES):
        one.go_out("w", "a")
    assert one.come_in("w", "b")


def test_a_workshop_s_commands_are_slowed_together_and_no_other_s():
    one = Door(10, 50)
    one.come_in("w", "a")
    one.come_in("another", "a")
    assert [one.flood("w") for _ in range(50)] == [0.0] * 50
    assert one.flood("w") > 0
    assert one.flood("another") == 0


def test_what_somebody_says_who_has_just_been_sent_away_breaks_nothing():
    one = Door(10, 50)
    one.come_in("w", "a")
    one.go_out("w", "a")
    assert one.flood("w") == 0


def test_who_waits_before_the_door_is_counted_without_their_address():
    door = Door(10, 100)
    library = engineio.Server(async_mode="threading")
    door.open(library, lambda *_: True)
    library._handle_connect({"REMOTE_ADDR": "192.0.2.1"}, lambda *_: None, "polling")
    assert list(door._unnamed.values()) == [1]
    assert "192.0.2.1" not in repr(vars(door))


def test_who_comes_to_a_full_workshop_is_told_so(start_server):
    server = start_server(members=2)
    made = wire.Made(server.url)
    first = made.facilitator()
    made.participant()
    with pytest.raises(wire.Refused) as refused:
        made.participant()
    assert refused.value.args[0]["message"] == "This workshop is full. Please ask the facilitator."
    first.do("RenameWorkshop", title="The others go on", version=0)
    made.close()
