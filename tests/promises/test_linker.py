"""Whoever takes every stored byte does no better than chance at saying who wrote a card or cast a ballot.

Ten people to a workshop, so chance is one in ten. `--long`: 1,000 workshops; else 40.
"""

import shutil
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from redis import Redis

from server.stores import STORES, Stores, open_redis
from server.stores.memory import MemoryStore
from server.stores.people_memory import MemoryPeople
from tests.keeping import IN_MEMORY, redis
from tests.promises import leaks_in_words, stored_leaks
from tests.promises.gathered import PEOPLE, Gathered
from tests.promises.linker import linked
from tests.waiting import eventually

CHANCE, MARGIN = 1 / PEOPLE, 0.02
SHORT, LONG, LEAKY = 40, 1_000, 12
SHOWN = ("cards, once they are shown", "cards, after the end")
OPEN = ("cards, while the step goes on", "ballots, while the vote is open")
CLOSED = "ballots, after the close"


def on_sqlite(number):
    """One workshop on the two files of SQLite."""
    place = Path(tempfile.mkdtemp(dir=IN_MEMORY if IN_MEMORY.is_dir() else None))
    stores = STORES["sqlite"](str(place / "data"))
    try:
        return Gathered(stores, lambda: raw(place / "data", "*.sqlite3*"), number).held().dumps
    finally:
        stores.close()
        shutil.rmtree(place)


def raw(folder, pattern):
    """Every byte there by the name of its file; shared memory holds page numbers of the log only, and is included."""
    return {path.name: path.read_bytes() for path in sorted(folder.rglob(pattern)) if path.is_file()}


class Noted:
    """A store in memory that notes what was written, to be written again elsewhere."""

    def __init__(self, store, name, notes):
        self._store, self._name, self._notes = store, name, notes

    def __getattr__(self, called):
        work = getattr(self._store, called)
        if called not in WRITES:
            return work

        def noted(*args):
            self._notes.append((self._name, called, args))
            return work(*args)

        noted.__name__ = called
        return noted


WRITES = {"create", "save_many", "set_recovery", "write", "forget_roll"}


def on_redis(number):
    """One workshop on two Redis, as compose.yaml has them: one for content, one for people. It is held in
    memory first: a real Redis knows no virtual time."""
    notes = []
    memory = Stores(Noted(MemoryStore(), "content", notes), Noted(MemoryPeople(), "people", notes))
    held = Gathered(memory, lambda: notes.append(None) or {}, number).held()
    moments, found = iter(held.dumps), {}
    with redis() as content, redis() as people, closing(open_redis(content.url, people.url)) as stores:
        for note in notes:
            if note is None:
                files = {"content": all_of(content), "people": all_of(people)}
                moment = next(moments)
                found[moment] = replace(held.dumps[moment], files=files)
                continue
            name, called, args = note
            if called == "save_many":
                epoch = stores.content.load(held.id).epoch
                args = ([replace(save, epoch=epoch) for save in args[0]],)
            getattr(getattr(stores, name), called)(*args)
    return found


def all_of(kept):
    """Every byte that a Redis keeps, once it has written its log anew where it was asked to."""
    with Redis.from_url(kept.url) as client:

        def settled():
            about = client.info("persistence")
            return not (about["aof_rewrite_in_progress"] or about["aof_rewrite_scheduled"])

        eventually(settled)
    return b"".join(raw(kept.folder, "*").values())


def scores(gather, number):
    """What the linker makes of so many workshops, at each moment."""
    dumps = [gather(one) for one in range(number)]
    return {moment: linked([one[moment] for one in dumps]) for moment in dumps[0]}


def no_better_than_chance(score, *, sure):
    """`sure`: there are enough of them to say so; else that nothing speaks against it."""
    return score.right + (score.error if sure else -score.error) <= CHANCE + MARGIN


def test_who_has_every_stored_byte_does_no_better_than_chance(long, capsys):
    found = scores(on_sqlite, LONG if long else SHORT)
    with capsys.disabled():
        for moment, score in found.items() if long else ():
            print(f"\n{moment}: {score}", end="")  # noqa: T201 - the figures are what the long form is for
    assert [moment for moment, score in found.items() if not no_better_than_chance(score, sure=long)] == []


def test_the_same_on_redis(long):
    found = scores(on_redis, 60 if long else 6)
    assert [moment for moment in SHOWN if not no_better_than_chance(found[moment], sure=False)] == []


def test_after_the_close_no_nullifier_is_in_any_byte():
    for gather in (on_sqlite, on_redis):
        dump = gather(1)[CLOSED]
        assert len(dump.truth) == PEOPLE
        assert [one for one in dump.truth for data in dump.files.values() if one.encode() in data] == []


@pytest.mark.parametrize(
    ("leak", "moment"),
    [
        (leaks_in_words.a_card_with_the_seat_of_its_writer, "cards, after the end"),
        (stored_leaks.an_order_of_arrival_that_stays, "cards, while the step goes on"),
    ],
)
def test_on_a_leaky_build_the_same_linker_is_right_nine_times_in_ten(monkeypatch, leak, moment):
    leak(monkeypatch)
    found = scores(on_sqlite, LEAKY)
    assert found[moment].right > 0.9, found
