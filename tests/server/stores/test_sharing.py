"""What every way of sharing promises: to hear what moved elsewhere, who is connected elsewhere, and who was first."""

from contextlib import closing

import pytest

from server.stores import open_redis
from server.stores.people import Part, Place, key_of
from server.stores.sharing import Here, Moved
from tests.server.stores.sample import begin, card, hashed, new_id, put
from tests.waiting import eventually

ADA = Place("a" * 32, Part.PARTICIPANT, hashed("Ada's token"))


@pytest.fixture
def two(emptied):
    with closing(open_redis(emptied)) as one, closing(open_redis(emptied)) as other:
        yield one, other


def test_each_hears_what_moved_elsewhere(two):
    one, other = two
    heard, workshop = [], begin(one.content)
    one.sharing.listen(lambda *news: heard.append(news))
    other.people.write({workshop: {key_of(ADA): ADA}})
    eventually(lambda: (Moved.PEOPLE, workshop, 1) in heard)
    put(other.content, workshop, 1, card())
    eventually(lambda: (Moved.CONTENT, workshop, 2) in heard)
    other.sharing.call(workshop)
    eventually(lambda: any((moved, name) == (Moved.ROOM, workshop) for moved, name, _ in heard))
    assert one.sharing.numbers([workshop, new_id()]) == {workshop: (2, 1)}
    assert (one.sharing.wrote(workshop), other.sharing.wrote(workshop)) == (0, 1)


def test_each_hears_who_is_connected_to_the_others_until_they_are_gone(two):
    one, other = two
    workshop = new_id()
    here = Here(frozenset("ab"), frozenset("b"), frozenset("a"))
    assert one.sharing.meet({workshop: here}, 60_000) == {}
    assert other.sharing.meet({}, 100) == {workshop: here}
    one.sharing.meet({}, 60_000)
    assert other.sharing.meet({workshop: Here(frozenset("c"))}, 100) == {}
    assert one.sharing.meet({}, 60_000) == {workshop: Here(frozenset("c"))}
    eventually(lambda: one.sharing.meet({}, 60_000) == {})  # a process that was killed says nothing any more


def test_of_two_that_claim_the_same_one_is_first_and_may_ask_again(two):
    one, other = two
    workshop = new_id()
    assert one.sharing.claim(workshop, "roll:1", "a")
    assert not other.sharing.claim(workshop, "roll:1", "b")
    assert one.sharing.claim(workshop, "roll:1", "a")
    assert other.sharing.claim(workshop, "roll:2", "b")
