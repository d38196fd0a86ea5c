"""Group commit: what several workshops save at the same moment is one write, and each hears its own outcome."""

import threading

import pytest

from server import transport
from server.codec import BadRecord
from server.saver import Saver
from server.stores.memory import MemoryStore
from server.stores.store import Conflict, OutcomeUnknown, Save, Unavailable
from tests.server.stores.sample import begin, card, new_id
from tests.waiting import PATIENCE


class Slow(MemoryStore):
    """A store whose first write takes until it is let go. `wrote`: how many saves each write held."""

    def __init__(self):
        super().__init__()
        self.wrote, self.let_go, self.fails = [], threading.Event(), None

    def save_many(self, saves):
        self.wrote.append(len(saves))
        assert self.let_go.wait(PATIENCE)
        if self.fails:
            raise self.fails
        return super().save_many(saves)


@pytest.fixture
def store():
    return Slow()


def save_of(workshop, *, after=1, **fields):
    one = card(**fields)
    return Save(workshop, {f"card:{one.id}": one}, after, {}, new_id())


def all_of(store, saves):
    """Save all at the same moment; what each caller got, in order."""
    saver, outcomes, done = Saver(store), {}, transport.Bell()

    def start(n, save):
        try:
            outcomes[n] = saver.save(save)
        except Exception as error:  # noqa: BLE001 - what is raised is an outcome here
            outcomes[n] = error
        done.ring()

    for n, save in enumerate(saves):
        transport.spawn(start, n, save)
    transport.sleep(0)
    store.let_go.set()
    while len(outcomes) < len(saves):
        assert done.wait(PATIENCE)
    return [outcomes[n] for n in range(len(saves))]


def test_what_comes_while_one_write_runs_is_the_next_write_for_all_workshops(store):
    workshops = [begin(store) for _ in range(6)]
    assert all_of(store, [save_of(one) for one in workshops]) == [2] * 6
    assert store.wrote == [1, 5]
    assert [store.load(one).rev for one in workshops] == [2] * 6


def test_an_idle_store_is_written_to_at_once_time_after_time(store):
    store.let_go.set()
    workshop, saver = begin(store), Saver(store)
    assert [saver.save(save_of(workshop, after=rev)) for rev in (1, 2, 3)] == [2, 3, 4]
    assert store.wrote == [1, 1, 1]


def test_a_conflict_is_told_to_the_one_it_belongs_to(store):
    workshops = [begin(store) for _ in range(3)]
    saves = [save_of(workshops[0]), save_of(workshops[1], after=7), save_of(workshops[2])]
    assert all_of(store, saves) == [2, Conflict(1), 2]


def test_a_record_that_cannot_be_written_keeps_nobody_else_from_saving(store):
    workshops = [begin(store) for _ in range(4)]
    saves = [save_of(one) for one in workshops]
    saves[2] = Save(workshops[2], {"card:another": card()}, 1, {}, new_id())
    outcomes = all_of(store, saves)
    assert isinstance(outcomes.pop(2), BadRecord)
    assert outcomes == [2, 2, 2]


@pytest.mark.parametrize("kind", [Unavailable, OutcomeUnknown])
def test_a_store_that_fails_is_told_to_all_with_its_cause_and_the_next_save_is_tried_anew(store, kind):
    store.fails = kind("the disk")
    store.fails.__cause__ = OSError(28, "No space")
    workshops = [begin(store) for _ in range(4)]
    outcomes = all_of(store, [save_of(one) for one in workshops])
    assert [type(one) for one in outcomes] == [kind] * 4
    assert len(set(map(id, outcomes))) == 4, "each caller raises an error of its own"
    assert {one.__cause__.errno for one in outcomes} == {28}
    assert store.wrote == [1, 3], "a batch that failed is not tried one by one"
    store.fails = None
    assert Saver(store).save(save_of(workshops[0])) == 2


def test_after_an_error_the_saver_goes_on(store):
    store.let_go.set()
    workshop, saver = begin(store), Saver(store)
    store.fails = Unavailable("full")
    with pytest.raises(Unavailable):
        saver.save(save_of(workshop))
    store.fails = None
    assert saver.save(save_of(workshop)) == 2


def test_saving_is_paused_from_the_first_failure_until_a_write_succeeds_and_everybody_is_told_both(store):
    store.let_go.set()
    workshop, told, failures = begin(store), [], []
    saver = Saver(store)

    def watch():
        saver.watch(lambda: told.append(saver.paused), failures.append)

    watch()
    assert (saver.paused, told) == (False, [])
    store.fails = Unavailable("full")
    with pytest.raises(Unavailable):
        saver.save(save_of(workshop))
    store.probe = lambda: store.save_many([])
    watch()
    watch()
    assert told == [True, True]
    assert [type(one) for one in failures] == [Unavailable] * 2
    store.fails = None
    watch()
    watch()
    assert (saver.paused, told) == (False, [True, True, False])


def test_a_save_that_succeeds_ends_the_pause_without_waiting_for_the_tick(store):
    store.let_go.set()
    workshop, saver = begin(store), Saver(store)
    store.fails = OutcomeUnknown("cut short")
    with pytest.raises(OutcomeUnknown):
        saver.save(save_of(workshop))
    assert saver.paused
    store.fails = None
    assert saver.save(save_of(workshop)) == 2
    assert not saver.paused


def test_a_write_that_does_not_come_to_its_end_counts_as_a_pause(store):
    seconds = [0.0]
    workshop, saver = begin(store), Saver(store, now=lambda: seconds[0])
    transport.spawn(saver.save, save_of(workshop))
    transport.sleep(0)
    seconds[0] = 1.9
    assert not saver.paused
    seconds[0] = 2.1
    assert saver.paused
    store.let_go.set()
    assert saver.save(save_of(workshop, after=2)) == 3
    assert not saver.paused
