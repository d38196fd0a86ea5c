"""What only a store on a disk can break: crashes, a full disk, and what the raw bytes tell."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.workshop import Card, Head
from server.stores import STORES
from server.stores.store import CannotOpen, Conflict, StoreError
from tests.server.stores.sample import begin, card, new_id, put, run, ways_in

ROOT = Path(__file__).parents[3]


def child(program, *words):
    """Start a Python program from the project's root; its output can be read line by line."""
    return subprocess.Popen(
        [sys.executable, "-u", *program, *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def what_it_said(program, *words):
    """All output of a Python program; it gets a minute."""
    running = child(program, *words)
    try:
        return running.communicate(timeout=60)[0]
    finally:
        running.kill()


def test_everything_is_there_when_the_server_starts_again(sqlite):
    store = sqlite().content
    workshop, other, mark = begin(store, "ABCD1234"), begin(store), new_id()
    put(store, workshop, 1, card(), run(), numbers={"participant": 7}, mark=mark)
    store.bind("meeting", workshop)
    before = store.load(workshop)
    store = sqlite().content
    after = store.load(workshop)
    assert replace(after, epoch=before.epoch) == before
    assert store.ids() == sorted([workshop, other])
    assert store.find_code("ABCD1234") == workshop
    assert store.find_meeting("meeting") == workshop
    assert store.credentials(workshop) == ways_in("ABCD1234")
    assert store.outcome(workshop, mark) == 2
    assert store.changes_since(workshop, 1) is None
    assert store.load(workshop).epoch != before.epoch  # an older copy of the file may have been put in place


def killed_saver(folder, workshop, number):
    """What a saver said before it was killed: cards acknowledged, cards taken away, and the last try.

    It is killed once it said so many lines and then began one more try.
    """
    saver, said = child(["tests/server/stores/saver.py"], folder, workshop), []
    try:
        while len(said) < number or not said[-1].startswith("try"):
            said.append(saver.stdout.readline())
            assert said[-1], said
    finally:
        saver.send_signal(signal.SIGKILL)
    said.append(saver.communicate()[0])
    lines = [line.split() for line in "".join(said).splitlines() if line.count(" ") == 2]
    assert {line[0] for line in lines} <= {"try", "saved", "drop"}, said
    return lines


def test_no_acknowledged_save_is_lost_however_often_the_server_is_killed(data, sqlite):
    workshop, chance = begin(sqlite().content), random.Random(5)
    expected, tried, unsettled = {}, set(), 0
    for _ in range(12):
        both = sqlite()
        both.close()
        lines = killed_saver(data, workshop, chance.randrange(20, 80))
        acknowledged = {card_id: int(rev) for what, rev, card_id in lines if what == "saved"}
        tries = [(mark, card_id) for what, mark, card_id in lines if what == "try"]
        drops = {mark: card_id for what, mark, card_id in lines if what == "drop"}
        store = sqlite().content
        saved = store.load(workshop)
        tried |= {card_id for _, card_id in tries}
        for mark, card_id in tries:
            done = card_id in acknowledged or store.outcome(workshop, mark) is not None
            unsettled += card_id not in acknowledged
            assert (f"card:{card_id}" in saved.records) == done or card_id in drops.values()
            if done:
                expected[card_id] = True
                expected.pop(drops.get(mark, ""), None)
        assert {key[5:] for key in saved.records if key.startswith("card:")} == set(expected)
        assert saved.rev >= max(acknowledged.values(), default=1)
    with sqlite3.connect(data / "content.sqlite3") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(expected) > 50, "the savers hardly got to save"
    assert unsettled > 0, "no kill ever fell between a try and its answer"


def test_a_full_disk_saves_nothing_halfway_and_saving_goes_on_when_there_is_room(data):
    """The kernel refuses every byte past a size; a child process, since that holds for all its files."""
    program = """
import resource, signal, sys
from server.stores import STORES
from server.stores.store import StoreError
from tests.server.stores.sample import begin, card, put, new_id
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = STORES["sqlite"](sys.argv[1]).content
workshop = begin(store)
rev, failed, there = 1, 0, []
for size in (60_000, None, 150_000, 300_000, None):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size or resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    for _ in range(40):
        mark, cards = new_id(), [card("words " * 160) for _ in range(20)]
        try:
            answer = put(store, workshop, rev, *cards, mark=mark)
        except StoreError:
            failed += 1
            assert size, "it fails though there is room again"
            answer = store.outcome(workshop, mark)
        if answer is not None:
            rev = answer
            there += cards
        saved = store.load(workshop)
        assert saved.rev == rev
        assert {f"card:{one.id}" for one in there} == {key for key in saved.records if key.startswith("card:")}
assert failed and there
print("all well", failed, len(there))
"""
    said = what_it_said(["-c", program], data)
    assert said.startswith("all well"), said
    both = STORES["sqlite"](str(data))
    assert len(both.content.ids()) == 1
    both.close()


def test_the_transport_can_use_it_from_its_pool_of_threads(data):
    """Real threads beside many cooperating tasks: a lock of the wrong kind hangs here."""
    program = """
import sys
from server import transport
transport.patch()
from server.stores import STORES
from tests.server.stores.sample import begin, card, put
store = STORES["sqlite"](sys.argv[1]).content
workshops = [begin(store) for _ in range(8)]
ready = []
def save(workshop):
    for rev in range(1, 21):
        assert transport.offload(put, store, workshop, rev, card()) == rev + 1
        assert store.load(workshop).rev == rev + 1
    ready.append(workshop)
for workshop in workshops:
    transport.spawn(save, workshop)
while len(ready) < 8:
    transport.sleep(0.02)
print("all well", {len(store.load(workshop).records) for workshop in workshops})
"""
    said = what_it_said(["-W", "ignore::DeprecationWarning", "-c", program], data)
    assert said == "all well {21}\n"


def test_damaged_rows_are_told_of_in_a_sentence_at_the_start(data, sqlite):
    begin(sqlite().content)
    sqlite().close()
    with sqlite3.connect(data / "content.sqlite3") as connection:
        connection.execute("UPDATE slot_0 SET body = '{}' WHERE key = 'about'")
    connection.close()
    with pytest.raises(CannotOpen, match=r"is damaged .*Restore an older copy"):
        STORES["sqlite"](str(data))


def test_a_reader_never_gets_rows_of_the_workshop_that_has_the_table_next(sqlite):
    store = sqlite().content
    here = [begin(store)]

    def come_and_go():
        for _ in range(60):
            store.forget(here[-1])
            workshop = begin(store)
            put(store, workshop, 1, card(workshop))
            here.append(workshop)

    def look():
        while len(here) < 61:
            for workshop in here[-3:]:
                saved = store.load(workshop)
                records = saved.records.values() if saved else ()
                assert {one.text for one in records if isinstance(one, Card)} <= {workshop}
                assert {one.id for one in records if isinstance(one, Head)} <= {workshop}

    with ThreadPoolExecutor(4) as pool:
        looking = [pool.submit(look) for _ in range(3)]
        come_and_go()
        for one in looking:
            one.result()


def test_a_closed_folder_can_be_read_by_sqlite_itself(data, sqlite):
    """Operators may look: the rows are JSON."""
    workshop = begin(sqlite().content)
    sqlite().close()
    with sqlite3.connect(data / "content.sqlite3") as connection:
        rows = dict(connection.execute("SELECT key, body FROM slot_0"))
    connection.close()
    assert json.loads(rows[f"workshop:{workshop}"])["workshop"]["title"] == "Lonely in Seaford"
    assert issubclass(CannotOpen, StoreError)


def test_what_is_remembered_of_a_workshop_is_what_was_committed(sqlite, monkeypatch):
    """A save that failed, a new recovery code, a workshop forgotten: the next save follows what is on the disk."""
    store = sqlite().content
    workshop = begin(store)
    assert put(store, workshop, 1, card()) == 2
    one = card()
    with monkeypatch.context() as patch:
        patch.setattr("server.stores.slots.Writing.write", lambda *_: (_ for _ in ()).throw(sqlite3.OperationalError))
        with pytest.raises(StoreError):
            put(store, workshop, 2, one)
    assert put(store, workshop, 2, one) == 3
    assert store.set_recovery(workshop, "c" * 64)
    mark = new_id()
    assert put(store, workshop, 3, card(), mark=mark) == 4
    assert store.credentials(workshop).recovery_hash == "c" * 64
    assert store.outcome(workshop, mark) == 4
    again = sqlite().content
    assert again.load(workshop).rev == 4
    assert again.credentials(workshop).recovery_hash == "c" * 64
    again.forget(workshop)
    assert put(again, workshop, 4, card()) == Conflict(0)
