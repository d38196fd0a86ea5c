"""The bytes of a store."""

import pytest

from server.settings import read
from server.stores import STORES
from server.verify.stored import CONTENT, LOG, PEOPLE, Files, Redis, gone_in, orders_in, store_of, where
from tests.server.stores.sample import begin, card, put


@pytest.fixture(params=["sqlite", "redis"])
def both(request, tmp_path):
    """A store, and how it is read from outside."""
    if request.param == "sqlite":
        opened, seen = STORES["sqlite"](str(tmp_path)), Files(tmp_path)
    else:
        url = request.getfixturevalue("redis_url")
        opened, seen = STORES["redis"](url), Redis((url, url))
    yield opened.content, seen
    opened.close()


def test_what_is_stored_is_found_and_what_is_forgotten_is_not(both):
    store, seen = both
    workshop = begin(store)
    text = "0123456789abcdef01234567"
    put(store, workshop, 1, card(f"A card {text}"))
    assert CONTENT in where(seen, [text])[text]
    assert where(seen, [text], (PEOPLE,)) == {}
    store.forget(workshop)
    assert gone_in(seen, [text], 0, (CONTENT, PEOPLE)) == {}


def test_in_which_order_cards_are_stored_is_seen_file_by_file(tmp_path):
    (tmp_path / "content.sqlite3").write_bytes(b"aaaa cccc bbbb")
    (tmp_path / "content.sqlite3-wal").write_bytes(b"aaaa bbbb")
    assert orders_in(Files(tmp_path), ["aaaa", "bbbb", "cccc"]) == {"content.sqlite3": ["aaaa", "cccc", "bbbb"]}


def test_names_of_files_are_looked_at_too(tmp_path):
    (tmp_path / "0123456789ab.txt").touch()
    assert where(Files(tmp_path), ["0123456789ab"]) == {"0123456789ab": {LOG}}


def test_a_store_that_keeps_nothing_cannot_be_read():
    assert store_of(read({"FOLKMOOT_STORE": "memory"})) is None
    assert isinstance(store_of(read({"FOLKMOOT_STORE": "redis"})), Redis)
