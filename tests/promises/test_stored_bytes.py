"""What the raw bytes on the disk tell: nothing that is gone, no author, no time, no order of arrival."""

import random
import sqlite3
from contextlib import closing
from dataclasses import fields, replace

import pytest

from facilitation.records import RECORDS
from facilitation.states import BallotMethod
from facilitation.workshop import Ballot, Clock, Head, Vote
from server.stores import STORES
from server.stores.store import Credentials, Save
from tests.server.stores.sample import AGENDA, begin, by_key, card, drop, hashed, new_id, put, run, ways_in
from tests.waiting import another_second


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def store(data):
    both = STORES["sqlite"](str(data))
    yield both.content
    both.close()


def raw(folder, name="content"):
    """All bytes of a file and of what SQLite keeps beside it."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob(f"{name}.sqlite3*")))


SECRETS = ["A worry about the treasurer", "Zwei Wörter über die Kasse", "An idea nobody may trace"]


def test_after_forget_nothing_of_the_workshop_is_in_the_raw_file(data, store):
    chance = random.Random(3)
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


def test_what_is_forgotten_while_a_backup_reads_goes_as_soon_as_that_is_done(data, store):
    workshop, other = begin(store, "DOOMED01"), begin(store, "STAYS002")
    put(store, workshop, 1, card("A worry about the treasurer"))
    with closing(sqlite3.connect(data / "content.sqlite3", isolation_level=None)) as reader:
        reader.execute("BEGIN").execute("SELECT count(*) FROM sqlite_master").fetchone()
        store.forget(workshop)
        assert store.load(workshop) is None
        assert store.settle() is False
        assert b"DOOMED01" in raw(data)
    assert store.settle() is True
    assert [word for word in (b"DOOMED01", b"treasurer", workshop.encode()) if word in raw(data)] == []
    assert store.load(other).rev == 1


def test_what_was_taken_away_is_in_no_raw_byte(data, store):
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


def test_a_renewed_recovery_code_leaves_no_trace_of_the_old_one(data, store):
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
    another_second()
    saved_by_hand(tmp_path / "later")
    assert raw(tmp_path / "now") == raw(tmp_path / "later")


def test_no_record_that_is_stored_has_a_field_for_an_author_or_a_time_of_its_own():
    """The head's and the clock's times are the workshop's; all else has only its phase."""
    words = ("_at", "time", "author", "seat_id", "person", "address", "socket")
    for kind, cls in RECORDS.items():
        names = [one.name for one in fields(cls)]
        found = [name for name in names if any(word in name for word in words)]
        assert found == {"workshop": ["started_at"], "clock": ["ends_at", "closing_at"]}.get(kind, [])


def test_the_tables_have_a_key_and_a_body_and_no_row_numbers(data, store):
    begin(store)
    for name in ("content", "people"):
        with sqlite3.connect(data / f"{name}.sqlite3") as connection:
            for table, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
                assert columns in (["key", "body"], ["number"])
                assert sql.endswith("WITHOUT ROWID")
