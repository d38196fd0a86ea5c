"""What a desk needs is what the hall gives, and what tests give in its place."""

from server.hall import Hall
from server.world import World
from tests.server import world


def test_the_hall_and_the_world_of_tests_have_all_that_a_desk_needs():
    needed = {name for name in vars(World) if not name.startswith("_")}
    assert {"save", "publish", "moved"} <= needed
    assert needed <= set(dir(Hall))
    assert needed <= set(dir(world.World())) | {"store"}
