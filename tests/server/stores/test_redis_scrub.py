"""What was forgotten is in no byte that Redis keeps: not in its log, not in its dump, and not after a crash of ours.
Nor is the order in which people came, a moment after they did."""

from contextlib import closing, suppress

import pytest
from redis import Redis
from redis.exceptions import ResponseError

from facilitation.workshop import Head
from server.people_commands import Guest
from server.stores import open_redis
from server.stores.people import Invitation, Part, Place, Until, key_of
from server.stores.people import RollLine as Line
from server.stores.redis_scripts import OWED
from server.stores.redis_scrub import scrub_if_owed, settle
from server.stores.sharing import Here
from tests.server.stores.sample import AGENDA, begin, card, hashed, new_id, put, run
from tests.waiting import eventually


def raw(kept):
    """All bytes that Redis keeps on the disk."""
    found = b""
    for path in sorted(path for path in kept.folder.rglob("*") if path.is_file()):
        with suppress(FileNotFoundError):  # it is being replaced just now
            found += path.read_bytes()
    return found


@pytest.fixture
def plain(own_redis):
    """A Redis that writes what it keeps as it is, so that it can be found, and dumps it too now and then."""
    with Redis.from_url(own_redis.url) as client:
        client.config_set("rdbcompression", "no")
        client.config_set("save", "3600 1")
    return own_redis


def filled(both, code):
    """A workshop with words and people; all that may be found of it, and of nothing else."""
    workshop = begin(both.content, join_code=code)
    texts = [f"{new_id()} a worry" for _ in range(12)]
    one, ballot = run(), new_id()
    put(both.content, workshop, 1, one)
    for rev, text in enumerate(texts, 2):
        put(both.content, workshop, rev, card(text, run=one.id))
    put(both.content, workshop, 14, Head(workshop, f"Title of {code}", AGENDA, used_on=20_000, keep_days=30))
    place = Place(new_id(), Part.PARTICIPANT, hashed(f"token {code}"), name=f"Ada {code}")
    invitation = Invitation(hashed(code), Guest.SCREEN, 5)
    people = [place, invitation, Line(ballot, place.id, hashed("request")), Until(1_800_000_000_000)]
    both.people.write({workshop: {key_of(one): one for one in people}})
    both.sharing.claim(workshop, f"invitation:{invitation.key_hash}", new_id())
    both.sharing.meet({workshop: Here(frozenset([place.id]))}, 60_000)
    ways = both.content.credentials(workshop)
    words = [workshop, code, place.id, place.name, place.token_hash, ballot, one.id, invitation.key_hash]
    return workshop, [word.encode() for word in (*words, *texts, ways.facilitator_hash, ways.recovery_hash)]


def left(kept, words):
    found = raw(kept)
    return [word for word in words if word in found]


def settled(both):
    """Whether both stores have nothing left to do."""
    return all([both.content.settle(), both.people.settle()])


def test_after_forgetting_no_byte_of_it_is_in_the_log_nor_in_the_dump_and_all_others_stay(plain):
    with closing(open_redis(plain.url)) as both, Redis.from_url(plain.url) as client:
        doomed, words = filled(both, "DOOMED01")
        other, others = filled(both, "STAYS002")
        client.save()
        assert left(plain, words) == words
        both.people.forget(doomed)
        both.content.forget(doomed)
        eventually(lambda: settled(both))
        eventually(lambda: left(plain, words) == [])
        assert left(plain, others) == others
        assert both.content.load(other).rev == 15
        assert client.get(OWED) is None
        client.save()
        assert left(plain, words) == []


def test_what_a_crash_left_undone_is_done_by_the_next_process(plain, monkeypatch):
    for module in ("redis", "redis_people"):
        monkeypatch.setattr(f"server.stores.{module}.settle", lambda _lines: False)
    with closing(open_redis(plain.url)) as both:
        doomed, words = filled(both, "DOOMED01")
        both.people.forget(doomed)
        both.content.forget(doomed)
    assert doomed.encode() in raw(plain)  # the server died before Redis was asked
    monkeypatch.undo()
    with closing(open_redis(plain.url)) as both:
        eventually(lambda: settled(both))
        eventually(lambda: left(plain, words) == [])


def test_redis_that_was_busy_or_died_meanwhile_is_asked_again(plain):
    with closing(open_redis(plain.url)) as both, Redis.from_url(plain.url) as client:
        doomed, words = filled(both, "DOOMED01")
        with suppress(ResponseError):  # where it is writing one already, that is as good
            client.bgrewriteaof()  # the new log that is being written now may still hold it
        both.content.forget(doomed)
        both.people.forget(doomed)
        plain.kill9()
        for half in plain.folder.glob("temp-*"):  # Redis leaves it there and never looks at it; compose.yaml does this
            half.unlink()
        plain.start()
        client.config_set("rdbcompression", "no")
        eventually(lambda: settled(both))
        eventually(lambda: left(plain, words) == [])


def test_a_forgetting_that_comes_while_redis_writes_is_settled_after_one_of_its_own(plain):
    with closing(open_redis(plain.url)) as both, Redis.from_url(plain.url, decode_responses=True) as client:
        first, second = filled(both, "DOOMED01")[0], filled(both, "DOOMED02")[0]
        both.content.forget(first)
        before = client.get(OWED)
        both.content.forget(second)
        assert client.get(OWED) not in {before, None}
        assert client.get(OWED) is not None
        eventually(both.content.settle)
        assert client.get(OWED) is None


def test_nothing_is_asked_of_redis_when_nothing_was_forgotten(emptied):
    with closing(open_redis(emptied)) as both, Redis.from_url(emptied) as client:
        rewrites = client.info("persistence")["aof_rewrites"]
        both.content.forget(new_id())
        both.people.forget(new_id())
        assert settle(both.content._lines)
        assert client.info("persistence")["aof_rewrites"] == rewrites


# --- the order in which people came -----------------------------------------------------


def ada():
    return Place(new_id(), Part.PARTICIPANT, hashed(new_id()), name="Ada")


def came(both, workshop):
    """Somebody came, and was kept by the tick; their id, as it would be found."""
    place = ada()
    both.people.write({workshop: {key_of(place): place}})
    return place.id.encode()


def in_order(kept):
    """What of a log lies in the order in which it came: every command since it was last begun anew."""
    return b"".join(path.read_bytes() for path in kept.folder.rglob("*.incr.aof") if path.exists())


def in_no_order(kept, both, *people):
    """Whether none of them is found in that order. As the server does it every two seconds, it is asked for."""
    both.sharing.numbers([])
    with suppress(FileNotFoundError):  # a new log takes the place of the old one just now
        return not any(one in in_order(kept) for one in people)


def rewrites(client):
    """How many new logs it has begun; None while it writes one."""
    about = client.info("persistence")
    return None if about["aof_rewrite_in_progress"] else about["aof_rewrites"]


def test_in_which_order_people_came_is_in_no_log_a_moment_later(plain):
    with closing(open_redis(plain.url)) as both:
        workshop = begin(both.content)
        people = [came(both, workshop) for _ in range(8)]
        eventually(lambda: in_no_order(plain, both, *people))
        assert left(plain, people) == people
        assert {one.encode() for one in both.people.read(workshop).places} == set(people)


def test_who_was_here_when_is_in_no_log_a_moment_later(plain):
    with closing(open_redis(plain.url)) as both:
        eventually(lambda: not both.people._lines.owes_scrub or in_no_order(plain, both))
        place = new_id()
        both.sharing.meet({new_id(): Here(frozenset([place]))}, 60_000)
        assert place.encode() in in_order(plain)
        eventually(lambda: in_no_order(plain, both, place.encode()))


def test_what_a_process_left_that_died_at_once_is_done_by_the_next(plain, monkeypatch):
    monkeypatch.setattr("server.stores.redis_people.scrub_if_owed", lambda _lines: None)
    with closing(open_redis(plain.url)) as both:
        one = came(both, begin(both.content))
        assert one in in_order(plain)
    monkeypatch.undo()
    with closing(open_redis(plain.url)) as both:
        eventually(lambda: in_no_order(plain, both, one))


def test_a_redis_that_was_busy_or_died_is_asked_again_for_a_log_without_an_order(plain):
    with closing(open_redis(plain.url)) as both, Redis.from_url(plain.url) as client:
        workshop = begin(both.content)
        with suppress(ResponseError):
            client.bgrewriteaof()  # ours is refused meanwhile
        one = came(both, workshop)
        plain.kill9()
        plain.start()
        client.config_set("rdbcompression", "no")
        other = came(both, workshop)
        eventually(lambda: in_no_order(plain, both, one, other))


def test_redis_rests_between_two_logs_however_many_come(plain, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("server.stores.redis_scrub.monotonic", lambda: now[0])
    with closing(open_redis(plain.url)) as both, Redis.from_url(plain.url) as client:
        workshop, before = begin(both.content), client.info("persistence")["aof_rewrites"]
        for _ in range(5):
            came(both, workshop)
            eventually(lambda: rewrites(client) == before + 1)
            both.sharing.numbers([])
        assert both.people._lines.owes_scrub
        now[0] += 60
        both.sharing.numbers([])
        assert not both.people._lines.owes_scrub
        eventually(lambda: rewrites(client) == before + 2)


@pytest.mark.parametrize(
    ("told", "seconds"), [(("7", "200"), 70), (("0", "90000"), 4.5), (("-1", "0"), 1)], ids=["log", "split", "quick"]
)
def test_a_redis_that_holds_much_rests_longer(emptied, monkeypatch, told, seconds):
    said = dict(zip(("aof_last_rewrite_time_sec", "latest_fork_usec"), told, strict=True))
    monkeypatch.setattr("server.stores.redis_scrub.monotonic", lambda: 100.0)
    monkeypatch.setattr("server.stores.redis_scrub._told", lambda _lines: said)
    with closing(open_redis(emptied)) as both:
        lines = both.people._lines
        lines.rests_until = 0
        scrub_if_owed(lines)
        assert lines.rests_until == pytest.approx(100 + seconds)
