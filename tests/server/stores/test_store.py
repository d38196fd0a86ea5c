"""The contract of a store of workshops. Every test runs on every store."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.states import State
from facilitation.workshop import Head
from server.codec import BadRecord
from server.stores.store import Changed, Conflict, Save
from tests.server.any_record import workshops
from tests.server.stores.sample import AGENDA, begin, by_key, card, drop, hashed, new_id, put, run, ways_in
from tests.waiting import eventually

ON_EACH = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@ON_EACH
@given(workshops())
def test_any_workshop_comes_back_as_it_was_saved(store, records):
    workshop = new_id()
    assert store.create(workshop, records, ways_in()) == 1
    assert store.load(workshop).records == records
    store.forget(workshop)


@ON_EACH
@given(workshops(), workshops(), st.dictionaries(st.sampled_from(["facilitator", "participant"]), st.integers(0, 9999)))
def test_a_save_replaces_adds_and_takes_away_just_what_it_names(store, before, after, numbers):
    workshop = new_id()
    store.create(workshop, before, ways_in())
    gone = {key: None for key in before if not key.startswith("workshop:") and key not in after}
    heads = {key: record for key, record in before.items() if key.startswith("workshop:")}
    changes = {key: record for key, record in after.items() if not key.startswith("workshop:")}
    assert store.save(Save(workshop, gone | changes, 1, numbers, new_id())) == 2
    saved = store.load(workshop)
    assert (saved.records, saved.rev, saved.numbers) == (heads | changes, 2, numbers)
    store.forget(workshop)


def test_a_save_that_changes_nothing_is_a_save_like_any_other(store):
    workshop = begin(store)
    before = store.load(workshop)
    assert store.save(Save(workshop, {}, 1, before.numbers, new_id())) == 2
    assert store.load(workshop).records == before.records
    found = store.changes_since(workshop, 1)
    assert (found.rev, found.changes) == (2, {})


def test_the_epoch_stays_the_same_while_the_store_is_open(store):
    workshop, other = begin(store), begin(store)
    before = store.load(workshop).epoch
    put(store, workshop, 1, card())
    assert len(before) == 32
    assert {store.load(workshop).epoch, store.load(other).epoch} == {before}


def test_a_workshop_that_is_not_there_is_none(store):
    nobody = new_id()
    assert store.load(nobody) is None
    assert store.credentials(nobody) is None
    assert store.outcome(nobody, new_id()) is None
    assert store.changes_since(nobody, 0) is None
    assert store.find_code("ABCDEFGH") is None
    assert store.set_recovery(nobody, hashed("code")) is False
    assert put(store, nobody, 1, card()) == Conflict(0)
    store.forget(nobody)
    assert store.ids() == []


def test_a_save_after_an_older_revision_is_a_conflict_and_changes_nothing(store):
    workshop = begin(store)
    first = card("First")
    assert put(store, workshop, 1, first, numbers={"participant": 4}) == 2
    before = store.load(workshop)
    for stale in (0, 1, 3):
        assert put(store, workshop, stale, card("Too late"), replace(first, text="Changed")) == Conflict(2)
        assert drop(store, workshop, stale, first) == Conflict(2)
    assert store.load(workshop) == before


def test_of_many_threads_that_save_after_the_same_revision_one_wins(store):
    workshop = begin(store)
    with ThreadPoolExecutor(8) as pool:
        for rev in range(1, 11):
            cards = [card(f"{rev} {thread}") for thread in range(8)]
            answers = list(pool.map(lambda one, rev=rev: put(store, workshop, rev, one), cards))
            assert sorted(map(str, answers)) == sorted([str(rev + 1)] + [str(Conflict(rev + 1))] * 7)
            there = store.load(workshop).records
            assert [one.text for one in cards if f"card:{one.id}" in there] == [cards[answers.index(rev + 1)].text]


def test_saves_of_several_workshops_go_in_one_go_and_conflict_alone(store):
    one, two, three = begin(store), begin(store), new_id()
    first, late, second, lost = card("One"), card("Late"), card("Two"), card("Lost")
    saves = [
        Save(one, by_key(first), 1, {"screen": 1}, new_id()),
        Save(one, by_key(late), 1, {}, new_id()),
        Save(two, by_key(second), 1, {}, new_id()),
        Save(three, by_key(lost), 1, {}, new_id()),
    ]
    assert store.save_many(saves) == [2, Conflict(2), 2, Conflict(0)]
    assert f"card:{first.id}" in store.load(one).records
    assert f"card:{late.id}" not in store.load(one).records
    assert f"card:{second.id}" in store.load(two).records
    assert store.load(three) is None
    assert store.save_many([]) == []


def test_a_save_whose_answer_was_lost_is_settled_by_its_mark(store):
    workshop = begin(store)
    mark, kept = new_id(), card()
    put(store, workshop, 1, kept, mark=mark)
    assert store.outcome(workshop, mark) == 2
    assert store.outcome(workshop, new_id()) is None
    assert store.outcome(workshop, "") is None
    assert store.outcome(begin(store), mark) is None


def test_a_refused_save_leaves_no_mark(store):
    workshop = begin(store)
    kept, refused = new_id(), new_id()
    put(store, workshop, 1, card(), mark=kept)
    put(store, workshop, 1, card(), mark=refused)
    assert store.outcome(workshop, refused) is None
    assert store.outcome(workshop, kept) == 2


def test_what_cannot_be_read_back_is_never_saved_nor_anything_beside_it(store):
    workshop = begin(store)
    fine, broken = card(), replace(card(), text="half a \ud83d face")
    with pytest.raises(BadRecord):
        put(store, workshop, 1, fine, broken)
    with pytest.raises(BadRecord):
        store.create(new_id(), by_key(broken), ways_in())
    assert store.load(workshop).rev == 1
    assert len(store.ids()) == 1


def test_an_id_or_a_join_code_is_given_once(store):
    workshop = begin(store, join_code="ABCD1234")
    put(store, workshop, 1, card())
    before = store.load(workshop), store.credentials(workshop)
    other = new_id()
    assert store.create(workshop, by_key(Head(workshop, "Again", AGENDA)), ways_in()) == Conflict(2)
    assert store.create(other, by_key(Head(other, "Other", AGENDA)), ways_in("ABCD1234")) == Conflict(0)
    assert (store.load(workshop), store.credentials(workshop)) == before
    assert store.load(other) is None
    assert store.find_code("ABCD1234") == workshop


def test_the_ways_in_stay_with_the_workshop_and_the_recovery_code_can_be_renewed(store):
    workshop = begin(store, join_code="ABCD1234")
    put(store, workshop, 1, card())
    assert store.credentials(workshop) == ways_in("ABCD1234")
    assert store.set_recovery(workshop, hashed("new")) is True
    assert store.credentials(workshop) == replace(ways_in("ABCD1234"), recovery_hash=hashed("new"))
    assert store.load(workshop).rev == 2
    assert store.find_code("ABCD1234") == workshop
    assert store.find_code("abcd1234") is None


def test_workshops_are_listed_by_the_state_of_their_head(store):
    workshops = sorted(begin(store) for _ in State)
    running = Head(workshops[1], "Lonely in Seaford", AGENDA, state=State.RUNNING)
    put(store, workshops[1], 1, running)
    for one, state in ((workshops[2], State.ENDED), (workshops[3], State.DELETED)):
        put(store, one, 1, replace(running, id=one, state=state))
    put(store, workshops[1], 2, card())  # says nothing about the state
    assert store.ids() == workshops
    assert [store.ids(state) for state in State] == [[one] for one in workshops]


def test_changes_since_lead_from_the_older_state_to_the_newest(store):
    workshop = begin(store)
    kept, gone = card("Kept"), card("Gone")
    states = {1: store.load(workshop).records}
    for rev, step in enumerate([[kept], [gone], [replace(kept, number=1)], [run()]], 1):
        put(store, workshop, rev, *step, numbers={"participant": rev})
        states[rev + 1] = store.load(workshop).records
    drop(store, workshop, 5, gone)
    states[6] = store.load(workshop).records
    for rev, records in states.items():
        changed = store.changes_since(workshop, rev)
        if changed is None:  # always allowed: load the whole
            continue
        now = {key: record for key, record in {**records, **changed.changes}.items() if record is not None}
        assert (now, changed.rev) == (states[6], 6)
    assert store.changes_since(workshop, 6) == Changed({}, 6, {})
    assert store.changes_since(workshop, 7) is None


def test_changes_since_a_revision_long_ago_are_the_whole(store):
    workshop = begin(store)
    for rev in range(1, 200):
        put(store, workshop, rev, card())
    assert store.changes_since(workshop, 1) is None
    assert len(store.changes_since(workshop, 198).changes) == 2


def test_who_watches_is_nudged_after_a_save_and_not_after_a_conflict(store):
    workshop = begin(store)
    heard = []
    stop = store.watch(lambda *nudge: heard.append((*nudge, store.load(workshop).rev)))
    put(store, workshop, 1, card())
    put(store, workshop, 1, card())
    eventually(lambda: heard == [(workshop, 2, 2)])
    stop()
    stop()
    put(store, workshop, 2, card())
    assert len(heard) == 1


def test_a_forgotten_workshop_is_gone_and_its_code_is_free(store):
    workshop, other = begin(store, join_code="ABCD1234"), begin(store)
    mark = new_id()
    put(store, workshop, 1, card(), mark=mark)
    put(store, other, 1, card())
    before = store.load(other)
    store.forget(workshop)
    assert store.load(workshop) is None
    assert store.find_code("ABCD1234") is None
    assert store.outcome(workshop, mark) is None
    assert put(store, workshop, 2, card()) == Conflict(0)
    assert store.changes_since(workshop, 2) is None
    assert store.ids() == [other]
    assert store.load(other) == before
    again = begin(store, join_code="ABCD1234")
    assert store.find_code("ABCD1234") == again
    assert len(store.load(again).records) == 1


def test_what_a_caller_does_with_its_records_changes_nothing_in_the_store(store):
    workshop = begin(store)
    loaded = store.load(workshop)
    loaded.records.clear()
    loaded.numbers["participant"] = 99
    assert len(store.load(workshop).records) == 1
    assert store.load(workshop).numbers == {}


def test_a_probe_changes_nothing(store):
    workshop = begin(store)
    before = store.load(workshop)
    store.probe()
    assert store.load(workshop) == before
    assert store.ids() == [workshop]
