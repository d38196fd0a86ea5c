"""Pictures in the file of the workshops: there after a start, in a backup, and gone to the last byte."""

import pytest

from server.stores.copies import put_back, take_copies
from tests.server.stores.sample import begin

LARGE, SMALL = b"CANARY-LARGE" * 20_000, b"CANARY-SMALL"


@pytest.fixture
def stores(sqlite):
    return sqlite()


def raw(folder):
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_a_picture_is_there_after_the_next_start(sqlite, stores):
    workshop = begin(stores.content)
    stores.pictures.keep(workshop, "a" * 32, LARGE)
    again = sqlite()
    assert again.pictures.read(workshop, "a" * 32) == LARGE
    assert again.pictures.sizes(workshop) == {"a" * 32: len(LARGE)}
    assert again.content.ids() == [workshop]


@pytest.mark.parametrize("body", [LARGE, SMALL])
def test_of_a_picture_that_went_no_byte_is_left(stores, data, body):
    workshop, other = begin(stores.content), begin(stores.content)
    for one in (workshop, other):
        stores.pictures.keep(one, "a" * 32, body)
        stores.pictures.keep(one, "b" * 32, b"kept" * 900)
    assert b"CANARY" in raw(data)
    stores.pictures.drop(workshop, "a" * 32)
    stores.pictures.forget(other)
    assert b"CANARY" not in raw(data)
    assert stores.pictures.read(workshop, "b" * 32) == b"kept" * 900


def test_a_backup_holds_the_pictures(stores, data, sqlite):
    workshop = begin(stores.content)
    stores.pictures.keep(workshop, "a" * 32, LARGE)
    copies = take_copies(data)
    stores.pictures.forget(workshop)
    stores.close()
    put_back(data, copies, replace=True)
    assert sqlite().pictures.read(workshop, "a" * 32) == LARGE
