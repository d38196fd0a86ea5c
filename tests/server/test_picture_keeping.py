"""Pictures that go by themselves, and that nothing else does."""

import pytest
from redis import Redis

from facilitation.canvas import ItemKind
from facilitation.canvas_commands import AddItem, RemoveItem
from facilitation.commands import NextPhase, StartWorkshop
from facilitation.rules import shows_at_once
from server.picture_keeping import AFTER_REMOVAL_MS, NEVER_USED_MS, PictureKeeping, is_named
from server.secret import new_id
from tests.server.house import House


@pytest.fixture(params=["memory", "redis", "sqlite"])
def house(request, tmp_path):
    url = request.getfixturevalue("redis_url") if request.param == "redis" else ""
    if url:
        with Redis.from_url(url) as client:
            client.flushdb()
    made = House(request.param, tmp_path, url)
    yield made
    made.close()


@pytest.fixture
def workshop(house):
    """A workshop in a step where something may be drawn, with two pictures."""
    made = house.made()
    house.asked(made, StartWorkshop())
    house.comes_in(made)
    while not shows_at_once(now(house, made)):
        assert house.asked(made, NextPhase(now(house, made).head.run, now(house, made).clock.version))["status"] == "ok"
    for name in "ab":
        assert house.hall.stores.pictures.keep(made, name * 32, b"x" * 100)
    return made


def now(house, workshop):
    return house.hall.live(workshop).desk.workshop


def shown(house, workshop, file):
    item = new_id()
    command = AddItem(item, now(house, workshop).head.run, ItemKind.PICTURE, 0, 0, 10, 10, file=file)
    assert house.asked(workshop, command)["status"] == "ok"
    return item


def kept(house, workshop):
    return "".join(sorted(name[0] for name in house.hall.stores.pictures.sizes(workshop)))


def test_a_picture_goes_soon_after_its_item_and_one_that_was_never_shown_after_an_hour(house, workshop):
    keeping = PictureKeeping(house.hall)
    item = shown(house, workshop, "a" * 32)
    keeping.look()
    house.asked(workshop, RemoveItem(item))
    keeping.look()
    house.time += AFTER_REMOVAL_MS - 1
    keeping.look()
    assert kept(house, workshop) == "ab"
    house.time += 1
    keeping.look()
    assert kept(house, workshop) == "b"
    house.time += NEVER_USED_MS
    keeping.sweep()
    assert kept(house, workshop) == ""


def test_who_undoes_a_removal_in_time_has_the_picture_again(house, workshop):
    keeping = PictureKeeping(house.hall)
    item = shown(house, workshop, "a" * 32)
    keeping.look()
    house.asked(workshop, RemoveItem(item))
    keeping.look()
    shown(house, workshop, "a" * 32)
    house.time += 10 * NEVER_USED_MS
    keeping.look()
    keeping.look()
    assert kept(house, workshop) == "a"


def test_pictures_of_a_workshop_that_nobody_is_in_are_looked_after_too(house, workshop):
    shown(house, workshop, "a" * 32)
    house.hall.let_go(workshop)
    keeping = PictureKeeping(house.hall)
    keeping.sweep()
    house.time += NEVER_USED_MS
    keeping.sweep()
    assert house.hall.loaded(workshop) is None
    assert kept(house, workshop) == "a"


def test_a_workshop_that_is_forgotten_takes_its_pictures_with_it(house, workshop):
    house.forgetting.forget(workshop)
    assert house.hall.stores.pictures.workshops() == []


def test_only_an_item_that_is_seen_names_a_picture():
    class Entry:
        file = "a" * 32

    assert is_named({"item:1": Entry()}, "a" * 32)
    assert not is_named({"item:1": Entry()}, "b" * 32)
    assert not is_named({"card:1": Entry()}, "a" * 32)
    assert not is_named({"item:1": object()}, "a" * 32)
