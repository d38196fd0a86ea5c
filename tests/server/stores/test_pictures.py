"""The contract of what keeps pictures, on every store there is."""

import pytest

from server.stores import pictures as limits
from server.stores.pictures import has_room
from tests.server.stores.sample import begin, new_id

BODY = bytes(range(256)) * 400


@pytest.fixture
def workshop(store):
    return begin(store)


def test_a_picture_is_read_as_it_was_kept_and_only_in_its_workshop(stores, store, workshop):
    other = begin(store)
    assert stores.pictures.keep(workshop, "a" * 32, BODY)
    assert stores.pictures.read(workshop, "a" * 32) == BODY
    assert stores.pictures.read(other, "a" * 32) is None
    assert stores.pictures.sizes(workshop) == {"a" * 32: len(BODY)}
    assert stores.pictures.sizes(other) == {}
    assert stores.pictures.workshops() == [workshop]


def test_a_picture_that_goes_leaves_the_others(stores, workshop):
    for name in "abc":
        assert stores.pictures.keep(workshop, name * 32, name.encode() * 9000)
    stores.pictures.drop(workshop, "b" * 32)
    stores.pictures.drop(workshop, "b" * 32)
    assert sorted(stores.pictures.sizes(workshop)) == ["a" * 32, "c" * 32]
    assert stores.pictures.read(workshop, "b" * 32) is None
    assert stores.pictures.keep(workshop, "d" * 32, b"d" * 100)
    assert stores.pictures.read(workshop, "c" * 32) == b"c" * 9000
    stores.pictures.forget(workshop)
    assert stores.pictures.sizes(workshop) == {}
    assert stores.pictures.workshops() == []


def test_no_workshop_no_picture(stores, store, workshop):
    assert not stores.pictures.keep(new_id(), "a" * 32, BODY)
    stores.pictures.forget(workshop)
    store.forget(workshop)
    assert not stores.pictures.keep(workshop, "a" * 32, BODY)
    assert stores.pictures.workshops() == []


def test_a_workshop_has_room_for_so_many_pictures_and_so_many_bytes(stores, workshop):
    for number in range(limits.MOST_PICTURES):
        assert stores.pictures.keep(workshop, f"{number:032x}", b"x")
    assert not stores.pictures.keep(workshop, "f" * 32, b"x")
    assert has_room({"a": limits.MOST_BYTES - 1}, b"x")
    assert not has_room({"a": limits.MOST_BYTES}, b"x")


def test_a_workshop_with_pictures_is_loaded_as_one_without(stores, store, workshop):
    before = store.load(workshop)
    stores.pictures.keep(workshop, "a" * 32, BODY)
    assert store.load(workshop) == before
    assert store.ids() == [workshop]
    assert store.credentials(workshop) is not None
