"""Meetings and their workshops: the same on every store."""

from concurrent.futures import ThreadPoolExecutor

from tests.server.stores.sample import begin, card, hashed, new_id, put


def test_a_meeting_belongs_to_the_workshop_that_was_first(store):
    first, other, meeting = begin(store), begin(store), hashed("meeting")
    assert store.find_meeting(meeting) is None
    assert [store.bind(meeting, one) for one in (first, other, first)] == [first] * 3
    assert store.find_meeting(meeting) == first
    assert (store.load(first).rev, store.load(other).rev) == (1, 1)


def test_of_many_that_want_a_meeting_at_once_one_gets_it(store):
    workshops, meeting = [begin(store) for _ in range(8)], hashed("meeting")
    with ThreadPoolExecutor(8) as threads:
        bound = set(threads.map(lambda one: store.bind(meeting, one), workshops))
    assert bound == {store.find_meeting(meeting)}
    assert bound < set(workshops)


def test_a_meeting_goes_on_to_another_workshop_where_that_is_asked(store):
    first, second, third = begin(store), begin(store), begin(store)
    meeting, later = hashed("meeting"), hashed("next week")
    store.bind(meeting, first)
    assert store.bind(meeting, second, first) == second
    assert store.bind(meeting, third, first) == second
    assert store.bind(later, second) == second
    assert (store.find_meeting(meeting), store.find_meeting(later)) == (None, second)
    assert store.bind(meeting, first) == first
    store.forget(first)
    assert (store.find_meeting(meeting), store.find_meeting(later)) == (None, second)
    store.forget(second)
    assert store.find_meeting(later) is None
    assert store.bind(later, third) == third


def test_a_workshop_that_is_not_there_gets_no_meeting(store):
    meeting = hashed("meeting")
    assert store.bind(meeting, new_id()) == ""
    assert store.find_meeting(meeting) is None


def test_a_meeting_stays_bound_while_the_workshop_is_saved(store):
    workshop, meeting = begin(store), hashed("meeting")
    store.bind(meeting, workshop)
    put(store, workshop, 1, card())
    store.set_recovery(workshop, hashed("code"))
    assert store.find_meeting(meeting) == workshop
    assert store.credentials(workshop).recovery_hash == hashed("code")
