"""The world that the checks of hosts get: their own settings, the time, and a memory that all of them share."""

from server.host_world import HostWorld
from server.luggage import Luggage

NOW = 1_800_000_000_000


def world(given=None):
    return HostWorld.made(lambda: NOW, "https://board.example.org", given or {}, bytes(32), Luggage(lambda: NOW))


def test_a_host_sees_its_own_settings_and_no_others():
    there = world({"zoom": {"client_id": "z"}, "teams": {"client_id": "t"}})
    assert there.outside("zoom").settings == {"client_id": "z"}
    assert there.outside("matrix").settings == {}


def test_a_proof_is_new_once_however_often_the_world_is_asked_for():
    there = world()
    assert there.outside("zoom").first_time("zoom|1", NOW + 10)
    assert not there.outside("zoom").first_time("zoom|1", NOW + 10)


def test_a_check_can_open_what_we_sealed():
    there = world()
    assert there.outside("bbb").opened(there.seal({"role": "moderator"}, 1000)) == {"role": "moderator"}
    assert there.outside("bbb").opened("something else") is None


def test_what_is_left_is_collected_once():
    there = world()
    assert there.leave("a", b"coat", 10)
    assert (there.collect("a"), there.collect("a")) == (b"coat", None)
