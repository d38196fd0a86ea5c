"""What only a store on Redis can break: several processes, a Redis that goes and comes back, one that was set back."""

import shutil
from contextlib import closing, suppress

import pytest
from redis import Redis

from facilitation.states import State
from facilitation.workshop import Head
from server import codec
from server.stores import open_redis
from server.stores.redis import keys_of
from server.stores.redis_scripts import KEPT
from server.stores.store import CannotOpen, Conflict, OutcomeUnknown, Save, StoreError, Unavailable
from tests.server.stores.sample import AGENDA, begin, by_key, card, drop, new_id, put, run
from tests.waiting import eventually


@pytest.fixture
def two(emptied):
    """The stores of two processes on one Redis."""
    with closing(open_redis(emptied)) as one, closing(open_redis(emptied)) as other:
        yield one.content, other.content


@pytest.fixture
def redis(emptied):
    with Redis.from_url(emptied, decode_responses=True) as client:
        yield client


def test_what_one_process_saves_the_other_finds_at_once(two):
    one, other = two
    workshop = begin(one, join_code="ABCD1234")
    first, second = card("First"), card("Second")
    assert put(one, workshop, 1, first) == 2
    assert put(other, workshop, 1, second) == Conflict(2)
    assert other.changes_since(workshop, 1).changes == by_key(first)
    assert put(other, workshop, 2, second) == 3
    assert one.load(workshop).records == other.load(workshop).records
    assert other.find_code("ABCD1234") == workshop


def test_who_watches_hears_of_another_process_and_its_own_only_once(two):
    one, other = two
    workshop, heard = begin(one), []
    one.watch(lambda *nudge: heard.append(nudge))
    put(other, workshop, 1, card())
    eventually(lambda: heard == [(workshop, 2)])
    put(one, workshop, 2, card())
    put(other, workshop, 3, card())
    eventually(lambda: len(heard) == 3)
    assert heard == [(workshop, 2), (workshop, 3), (workshop, 4)]


def test_changes_are_remembered_by_key_only_and_not_without_end(two, redis):
    store, _ = two
    workshop = begin(store)
    for rev in range(1, 400):
        put(store, workshop, rev, card(f"Worry {rev}"))
    stream = keys_of(workshop)[2]
    assert KEPT <= redis.xlen(stream) < 2 * KEPT
    entries = redis.xrange(stream)
    assert entries[-1][0] == "400-0"  # a number, no time
    assert "Worry" not in str(entries)
    assert "card:" in str(entries)


@pytest.mark.parametrize("step", [run(), None])
def test_when_a_step_moves_on_or_something_goes_the_order_before_is_forgotten(two, redis, step):
    store, other = two
    workshop, first = begin(store), card("First")
    put(store, workshop, 1, first)
    put(store, workshop, 2, card("Second"))
    if step is None:
        drop(store, workshop, 3, first)
    else:
        put(store, workshop, 3, step)
    assert redis.xlen(keys_of(workshop)[2]) == 1
    assert other.changes_since(workshop, 2) is None
    assert len(other.changes_since(workshop, 3).changes) == 1  # who was up to date goes on without a whole load


def test_after_forget_no_key_of_the_workshop_is_left(two, redis):
    store, _ = two
    workshop = begin(store, join_code="ABCD1234")
    put(store, workshop, 1, card())
    store.forget(workshop)
    assert [key for key in redis.keys("*") if workshop in key] == []
    assert redis.hgetall("folkmoot:ids") == {}
    assert redis.hgetall("folkmoot:codes") == {}


def test_no_nudge_holds_more_than_a_workshop_and_a_number(two, redis):
    store, _ = two
    workshop = begin(store)
    with redis.pubsub(ignore_subscribe_messages=True) as heard:
        heard.psubscribe("*")
        heard.get_message(timeout=1)
        put(store, workshop, 1, card("A worry"))
        said = eventually(lambda: heard.get_message(timeout=0.2))
    assert said["data"] == f"{workshop} 2"


def test_who_lost_often_is_let_through_alone(two):
    one, other = two
    workshop, mine = begin(one), new_id()
    put(other, workshop, 1, card())
    assert one.save(Save(workshop, by_key(card()), 1, {}, new_id(), lease=mine)) == Conflict(2)
    assert put(other, workshop, 2, card()) == Conflict(2)  # up to date, and yet not now
    assert one.save(Save(workshop, by_key(card()), 2, {}, new_id(), lease=mine)) == 3
    assert put(other, workshop, 3, card()) == 4


def test_a_lease_that_nobody_uses_runs_out(two):
    one, other = two
    workshop = begin(one)
    put(other, workshop, 1, card())
    one.save(Save(workshop, by_key(card()), 1, {}, new_id(), lease=new_id()))
    eventually(lambda: put(other, workshop, 2, card()) == 3)


def test_what_a_newer_server_wrote_is_refused_with_a_sentence(emptied, redis):
    redis.set("folkmoot:form", 99)
    with pytest.raises(CannotOpen, match="newer Folkmoot"):
        open_redis(emptied)


def test_what_an_older_server_wrote_is_taken_over(emptied, redis):
    redis.set("folkmoot:form", 1)
    open_redis(emptied)
    assert int(redis.get("folkmoot:form")) == codec.FORMAT


# --- a Redis that goes, hangs and comes back -----------------------------------------------


def test_a_redis_that_was_killed_has_kept_all_that_it_answered(own_redis):
    with closing(open_redis(own_redis.url)) as both:
        workshop = begin(both.content)
        for after in range(1, 4):
            assert put(both.content, workshop, after, card()) == after + 1
            own_redis.kill9()
            with pytest.raises(Unavailable):
                both.content.load(workshop)
            with pytest.raises(Unavailable):
                put(both.content, workshop, after + 1, card())
            own_redis.start()
            assert both.content.load(workshop).rev == after + 1


def test_a_save_that_a_hanging_redis_does_not_answer_may_have_happened(own_redis):
    with closing(open_redis(own_redis.url)) as both:
        workshop, mark = begin(both.content), new_id()
        own_redis.hang()
        with pytest.raises(OutcomeUnknown):
            put(both.content, workshop, 1, card(), mark=mark)
        own_redis.go_on()
        assert eventually(lambda: both.content.outcome(workshop, mark)) == 2


def test_who_watches_is_told_when_nudges_may_have_been_missed(own_redis):
    with closing(open_redis(own_redis.url)) as both:
        heard = []
        both.content.watch(lambda *nudge: heard.append(nudge))
        own_redis.kill9()
        own_redis.start()
        eventually(lambda: ("", 0) in heard)


def test_a_redis_that_was_set_back_shows_another_epoch_and_takes_no_save_of_the_old_one(own_redis):
    with closing(open_redis(own_redis.url)) as both:
        store, kept = both.content, own_redis.folder / "appendonlydir"
        workshop = begin(store)
        put(store, workshop, 1, card())
        before = store.load(workshop)
        shutil.copytree(kept, own_redis.folder / "older")
        put(store, workshop, 2, card("Lost"))
        own_redis.kill9()
        shutil.rmtree(kept)
        (own_redis.folder / "older").rename(kept)
        own_redis.start()
        with closing(open_redis(own_redis.url)) as other:
            assert put(other.content, workshop, 2, card("Another")) == 3
            after = store.load(workshop)
            assert (after.rev, after.epoch) == (3, other.content.load(workshop).epoch)
            assert after.epoch != before.epoch
            stale = Save(workshop, by_key(card("After the lost one")), 3, {}, new_id(), epoch=before.epoch)
            assert store.save(stale) == Conflict(3)
            assert store.changes_since(workshop, 3).epoch == after.epoch


def test_states_and_ids_are_those_of_the_last_save_of_any_process(two):
    one, other = two
    workshop = begin(one)
    put(other, workshop, 1, Head(workshop, "T", AGENDA, state=State.RUNNING))
    assert one.ids(State.RUNNING) == [workshop]
    assert one.ids(State.WAITING) == []


def test_what_redis_refuses_is_not_saved(two, redis):
    store, _ = two
    workshop = begin(store)
    redis.config_set("maxmemory", 1)
    try:
        with pytest.raises(StoreError):
            put(store, workshop, 1, card())
    finally:
        redis.config_set("maxmemory", 0)
    assert store.load(workshop).rev == 1
    assert put(store, workshop, 1, card()) == 2


def raw(kept):
    """All bytes that Redis keeps on the disk."""
    found = b""
    for path in sorted((kept.folder / "appendonlydir").iterdir()):
        with suppress(FileNotFoundError):  # it is being replaced just now
            found += path.read_bytes()
    return found


def test_what_is_gone_is_soon_in_no_raw_byte_also_where_redis_was_busy(own_redis):
    with closing(open_redis(own_redis.url)) as both:
        store = both.content
        workshop = begin(store, join_code="ABCD1234")
        cards = [card(f"{new_id()} withdrawn " * 8) for _ in range(20)]
        for rev, one in enumerate(cards, 1):
            put(store, workshop, rev, one)
        assert b"withdrawn" in raw(own_redis)
        for rev, one in enumerate(cards[:19], 21):
            drop(store, workshop, rev, one)  # each asks for a log without it, most while one is being written
        gone = [one.text[:32].encode() for one in cards[:19]]

        def look():
            store.revisions([workshop])
            return not [one for one in gone if one in raw(own_redis)]

        eventually(look)
        assert cards[19].id.encode() in raw(own_redis)
        store.forget(workshop)
        eventually(lambda: store.revisions([]) == {} and b"ABCD1234" not in raw(own_redis))
        assert workshop.encode() not in raw(own_redis)
