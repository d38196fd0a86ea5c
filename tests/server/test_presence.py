import pytest

from facilitation.rules import Audience
from server.limits import Bucket
from server.people import Who
from server.presence import Member, Presence, group_of
from server.stores.people import Part, Place


@pytest.fixture
def presence(clock):
    return Presence(clock, grace_ms=500)


def member(sid, place, part=Part.PARTICIPANT, workshop="w"):
    return Member(sid, Who(workshop, Place(place, part, "h")), "host", Bucket(1, 1, lambda: 0.0))


def test_somebody_is_here_while_a_device_is_connected_and_a_moment_after(presence, clock):
    presence.come(member("s1", "p1"))
    presence.come(member("s2", "p2"))
    assert presence.here("w") == {"p1", "p2"}
    presence.go("s1")
    clock.time += 499
    assert presence.here("w") == {"p1", "p2"}
    clock.time += 1
    assert presence.here("w") == {"p2"}


def test_one_who_left_for_good_is_gone_at_once(presence):
    presence.come(member("s1", "p1"))
    presence.go("s1")
    presence.forget("w", {"p1"})
    assert presence.here("w") == set()


def test_each_role_is_in_its_own_audience():
    audiences = {part: member("s", "p", part).audience for part in Part}
    assert audiences[Part.SCREEN] is Audience.SCREEN
    assert len(set(audiences.values())) == 3
    assert member("s", "p", Part.SCREEN).group == group_of("w", Audience.SCREEN)


def test_members_are_found_by_socket_workshop_and_place(presence):
    for one in (member("s1", "p1"), member("s2", "p2"), member("s3", "p3", workshop="v")):
        presence.come(one)
    assert presence.get("s2").who.place.id == "p2"
    assert presence.get("s9") is None
    assert {one.sid for one in presence.of("w")} == {"s1", "s2"}
    assert [one.sid for one in presence.of("w", {"p1"})] == ["s1"]
    assert presence.workshops() == {"v", "w"}


def test_who_asks_for_a_talk_is_known_as_long_as_a_device_that_says_so_is_connected(presence):
    for one in (member("s1", "p1"), member("s2", "p1"), member("s3", "p2")):
        presence.come(one)
    presence.ask_to_talk("w", "p1", wish=True)
    assert presence.talks("w") == {"p1"}
    presence.talks_elsewhere = {"w": frozenset({"p9"})}
    assert presence.talks("w") == {"p1", "p9"}
    presence.go("s1")
    assert "p1" in presence.talks("w")
    presence.ask_to_talk("w", "p1", wish=False)
    assert presence.talks("w") == {"p9"}
