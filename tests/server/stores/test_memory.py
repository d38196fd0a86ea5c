"""What is particular to the store in memory; that it is a store, `test_store` shows."""

from server.stores.memory import MemoryStore
from tests.server.stores.sample import begin, card, put


def test_everything_is_gone_when_it_is_closed():
    store = MemoryStore()
    workshop = begin(store)
    put(store, workshop, 1, card())
    store.close()
    assert store.load(workshop) is None
    assert store.ids() == []


def test_another_one_knows_nothing_of_it_and_has_another_epoch():
    one, other = MemoryStore(), MemoryStore()
    workshop = begin(one)
    assert other.load(workshop) is None
    begin(other, workshop=workshop)
    assert one.load(workshop).epoch != other.load(workshop).epoch
