"""What only a store on a disk can break: crashes, a full disk, and what the raw bytes tell."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from pathlib import Path

import pytest

from facilitation.workshop import RECORDS, Ballot, BallotMethod, Clock, Head, Vote
from server.stores import STORES
from server.stores.store import CannotOpen, Credentials, Save, StoreError
from tests.server.stores.sample import AGENDA, begin, by_key, card, drop, hashed, new_id, put, run, ways_in

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


def raw(folder, name="content"):
    """All bytes of a file and of what SQLite keeps beside it."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob(f"{name}.sqlite3*")))


def test_everything_is_there_when_the_server_starts_again(sqlite):
    store = sqlite().content
    workshop, other, mark = begin(store, "ABCD1234"), begin(store), new_id()
    put(store, workshop, 1, card(), run(), numbers={"participant": 7}, mark=mark)
    before = store.load(workshop)
    store = sqlite().content
    after = store.load(workshop)
    assert replace(after, epoch=before.epoch) == before
    assert store.ids() == sorted([workshop, other])
    assert store.find_code("ABCD1234") == workshop
    assert store.credentials(workshop) == ways_in("ABCD1234")
    assert store.outcome(workshop, mark) == 2
    assert store.changes_since(workshop, 1) is None
    assert store.load(workshop).epoch != before.epoch  # an older copy of the file may have been put in place


def killed_saver(folder, workshop, seconds):
    """What a saver said before it was killed: cards acknowledged, cards taken away, and the last try."""
    saver = child(["tests/server/stores/saver.py"], folder, workshop)
    try:
        time.sleep(seconds)
    finally:
        saver.send_signal(signal.SIGKILL)
    said, _ = saver.communicate()
    lines = [line.split() for line in said.splitlines() if line.count(" ") == 2]
    assert {line[0] for line in lines} <= {"try", "saved", "drop"}, said
    return lines


def test_no_acknowledged_save_is_lost_however_often_the_server_is_killed(data, sqlite):
    workshop, chance = begin(sqlite().content), random.Random(5)
    expected, tried, unsettled = {}, set(), 0
    for _ in range(12):
        both = sqlite()
        both.close()
        lines = killed_saver(data, workshop, 0.3 + chance.random() * 0.4)
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
    said, _ = child(["-c", program], data).communicate(timeout=60)
    assert said.startswith("all well"), said
    both = STORES["sqlite"](str(data))
    assert len(both.content.ids()) == 1
    both.close()


def test_a_pool_of_threads_can_use_it_under_a_transport_that_patches_the_standard_library(data):
    """The transport's own threads are real ones, while `threading` then makes locks for greenlets."""
    program = """
import sys
from server import transport
transport.patch()
from server.stores import STORES
from tests.server.stores.sample import begin, card, put
import eventlet
from eventlet import tpool
store = STORES["sqlite"](sys.argv[1]).content
workshops = [begin(store) for _ in range(8)]
def save(workshop):
    for rev in range(1, 41):
        assert tpool.execute(put, store, workshop, rev, card()) == rev + 1
        assert tpool.execute(store.load, workshop).rev == rev + 1
with eventlet.Timeout(40):
    for one in [eventlet.spawn(save, workshop) for workshop in workshops]:
        one.wait()
print("all well", {len(store.load(workshop).records) for workshop in workshops})
"""
    said, _ = child(["-W", "ignore::DeprecationWarning", "-c", program], data).communicate(timeout=60)
    assert said == "all well {41}\n"


SECRETS = ["A worry about the treasurer", "Zwei Wörter über die Kasse", "An idea nobody may trace"]


def test_after_forget_nothing_of_the_workshop_is_in_the_raw_file(data, sqlite):
    store, chance = sqlite().content, random.Random(3)
    doomed, others = [begin(store, f"CODE000{n}") for n in range(2)], [begin(store) for _ in range(3)]
    kept = {workshop: [] for workshop in (*doomed, *others)}
    for _ in range(600):  # interleaved, in many sizes, so that pages split
        workshop = chance.choice([*doomed, *others])
        text = f"{chance.choice(SECRETS)} {new_id()} " * chance.choice([1, 1, 2, 5, 14])
        kept[workshop].append(card(text))
        put(store, workshop, len(kept[workshop]), kept[workshop][-1], mark=new_id())
    words = [word.encode() for one in doomed for record in kept[one] for word in (record.id, record.text[-34:-2])]
    credentials = [store.credentials(one) for one in doomed]
    words += [one.encode() for one in doomed] + [b"CODE0000", b"CODE0001"]
    words += [text.encode() for one in credentials for text in (one.facilitator_hash, one.recovery_hash)]
    before = raw(data)
    assert all(word in before for word in words)
    for one in doomed:
        store.forget(one)
    after = raw(data)
    assert [word for word in words if word in after] == []
    assert all(record.id.encode() in after for one in others for record in kept[one])
    assert all(len(store.load(one).records) == len(kept[one]) + 1 for one in others)


def test_what_was_taken_away_is_in_no_raw_byte(data, sqlite):
    store = sqlite().content
    workshop = begin(store)
    cards = [card(f"{new_id()} withdrawn " * 8) for _ in range(60)]
    for rev, one in enumerate(cards, 1):
        put(store, workshop, rev, one)
    ballot = Ballot(new_id(), new_id(), BallotMethod.DOTS, ("card:1",), 3, 2, private_key="PRIVATE " * 200)
    votes = [Vote(hashed(str(n)), ballot.id, 1, {"card:1": 3}) for n in range(30)]
    put(store, workshop, 61, ballot, *votes)
    assert b"PRIVATE" in raw(data)
    closed = {**by_key(replace(ballot, private_key="")), **dict.fromkeys(by_key(*votes))}
    store.save(Save(workshop, closed, 62, {}, new_id()))
    drop(store, workshop, 63, *cards[::2])
    bytes_now = raw(data)
    assert b"PRIVATE" not in bytes_now
    assert [vote.id for vote in votes if vote.id.encode() in bytes_now] == []
    assert [one.id for one in cards[::2] if one.id.encode() in bytes_now] == []
    assert all(one.text.encode() in bytes_now for one in cards[1::2])


def test_a_renewed_recovery_code_leaves_no_trace_of_the_old_one(data, sqlite):
    store = sqlite().content
    workshop = begin(store, "ABCD1234")
    store.set_recovery(workshop, hashed("new"))
    assert ways_in("ABCD1234").recovery_hash.encode() not in raw(data)
    assert hashed("new").encode() in raw(data)


def pages_of_cards(folder, cards, round_one, *, revealed):
    """The pages that hold rows, after these cards came one by one, before or after the phase moved on."""
    both = STORES["sqlite"](str(folder))
    workshop = begin(both.content, "ABCD1234", "1" * 32)
    for rev, one in enumerate([round_one, *cards], 1):
        put(both.content, workshop, rev, one, mark="0" * 32)
    if revealed:
        put(both.content, workshop, len(cards) + 2, replace(round_one, revealed=True), mark="0" * 32)
    both.close()
    found = raw(folder)
    pages = [found[start : start + 4096] for start in range(0, len(found), 4096)]
    return {page for page in pages if b'"card"' in page}


def leaves(pages):
    """Without the few inner pages, which also hold page numbers."""
    return {page for page in pages if page[0] == 0x0A}


def test_when_a_phase_moves_on_the_raw_file_no_longer_tells_in_which_order_cards_came(tmp_path):
    """The same cards in another order leave the same pages, byte for byte, gaps included."""
    cards, round_one = [card(f"Card {number}") for number in range(200)], run()
    orders = {"as they came": cards, "otherwise": random.Random(4).sample(cards, 200)}
    before, after = (
        [
            pages_of_cards(tmp_path / f"{name} {revealed}", some, round_one, revealed=revealed)
            for name, some in orders.items()
        ]
        for revealed in (False, True)
    )
    assert leaves(after[0]) == leaves(after[1])
    assert all(b"".join(after[0]).count(b'"id":"' + one.id.encode()) == 1 for one in cards)
    assert leaves(before[0]) != leaves(before[1])  # otherwise this test could not see an order at all


def saved_by_hand(folder):
    """The same workshop as ever, saved with given ids and marks."""
    both = STORES["sqlite"](str(folder))
    workshop, chance = "1" * 32, random.Random(9)
    both.content.create(workshop, by_key(Head(workshop, "T", AGENDA), Clock()), Credentials("f", "r", "ABCD1234"))
    for rev in range(1, 60):
        cards = [card(f"{rev} {number}", card_id=f"{chance.getrandbits(128):032x}") for number in range(3)]
        put(both.content, workshop, rev, *cards, mark=f"{rev:032x}", numbers={"participant": rev})
    both.close()


def test_the_same_saves_at_another_time_leave_the_same_bytes(tmp_path):
    """So no time is in the file, in whatever form."""
    saved_by_hand(tmp_path / "now")
    time.sleep(1.1)
    saved_by_hand(tmp_path / "later")
    assert raw(tmp_path / "now") == raw(tmp_path / "later")


def test_no_record_that_is_stored_has_a_field_for_an_author_or_a_time_of_its_own():
    """The head's and the clock's times are the workshop's; all else has only its phase."""
    words = ("_at", "time", "author", "seat_id", "person", "address", "socket")
    for kind, cls in RECORDS.items():
        names = [one.name for one in fields(cls)]
        found = [name for name in names if any(word in name for word in words)]
        assert found == {"workshop": ["started_at"], "clock": ["ends_at", "closing_at"]}.get(kind, [])


def test_the_tables_have_a_key_and_a_body_and_no_row_numbers(data, sqlite):
    begin(sqlite().content)
    for name in ("content", "people"):
        with sqlite3.connect(data / f"{name}.sqlite3") as connection:
            for table, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
                assert columns in (["key", "body"], ["number"])
                assert sql.endswith("WITHOUT ROWID")


def test_damaged_rows_are_told_of_in_a_sentence_at_the_start(data, sqlite):
    begin(sqlite().content)
    sqlite().close()
    with sqlite3.connect(data / "content.sqlite3") as connection:
        connection.execute("UPDATE slot_0 SET body = '{}' WHERE key = 'about'")
    connection.close()
    with pytest.raises(CannotOpen, match=r"is damaged .*Restore an older copy"):
        STORES["sqlite"](str(data))


def test_threads_that_create_forget_and_load_never_see_another_workshop(sqlite):
    store = sqlite().content

    def come_and_go(_):
        for _ in range(15):
            workshop = begin(store)
            put(store, workshop, 1, card(workshop))
            records = store.load(workshop).records.values()
            assert {one.text for one in records if hasattr(one, "text")} == {workshop}
            store.forget(workshop)
            assert store.load(workshop) is None

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(come_and_go, range(6)))
    assert store.ids() == []


def test_a_closed_folder_can_be_read_by_sqlite_itself(data, sqlite):
    """Operators may look: the rows are JSON."""
    workshop = begin(sqlite().content)
    sqlite().close()
    with sqlite3.connect(data / "content.sqlite3") as connection:
        rows = dict(connection.execute("SELECT key, body FROM slot_0"))
    connection.close()
    assert json.loads(rows[f"workshop:{workshop}"])["workshop"]["title"] == "Lonely in Seaford"
    assert issubclass(CannotOpen, StoreError)
