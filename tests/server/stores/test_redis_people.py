"""People in Redis: in a Redis of their own if wanted, and a write that comes late undoes nothing."""

from contextlib import closing
from dataclasses import replace

import pytest
from redis import Redis

from server.stores import open_redis
from server.stores.people import Part, Place, RollLine, key_of
from server.stores.redis_scripts import PEOPLE
from tests import keeping
from tests.server.stores.sample import begin, hashed, new_id

ADA = Place("a" * 32, Part.PARTICIPANT, hashed("Ada's token"), name="Ada")


@pytest.fixture
def two(emptied):
    with closing(open_redis(emptied)) as one, closing(open_redis(emptied)) as other:
        yield one.people, other.people


def test_a_token_made_in_one_process_is_known_in_the_other_and_its_end_too(two):
    one, other = two
    workshop = new_id()
    one.write({workshop: {key_of(ADA): ADA}})
    assert other.find_token(ADA.token_hash) == (workshop, ADA.id)
    other.write({workshop: {key_of(ADA): replace(ADA, token_hash="")}})
    assert one.find_token(ADA.token_hash) is None


def test_each_write_of_a_workshop_has_a_number(two):
    one, other = two
    workshop, quiet = new_id(), new_id()
    one.write({workshop: {key_of(ADA): ADA}})
    other.write({workshop: {key_of(ADA): replace(ADA, name="Ada L.")}})
    assert one.revisions([workshop, quiet]) == {workshop: 2, quiet: 0}
    assert (one.wrote, other.wrote) == ({workshop: 1}, {workshop: 2})


def test_a_write_that_arrives_after_a_later_one_is_dropped(two):
    one, _ = two
    workshop = new_id()
    late = one._lines.run(PEOPLE, (one._turn,), 0, workshop, 1, key_of(ADA), b"old", "", "")
    one.write({workshop: {key_of(ADA): ADA}})
    one.write({workshop: {key_of(ADA): replace(ADA, name="New")}})
    one._lines.ask(late)
    assert one.read(workshop).places[ADA.id].name == "New"


def test_a_forgotten_roll_and_forgotten_people_leave_no_byte(emptied, two):
    one, _ = two
    workshop, line = new_id(), RollLine("d" * 32, ADA.id, hashed("request"))
    one.write({workshop: {key_of(ADA): ADA, key_of(line): line}})
    one.forget_roll(workshop, "d" * 32)
    with Redis.from_url(emptied, decode_responses=True) as client:
        assert "d" * 32 not in str(client.hgetall(f"folkmoot:people:{workshop}"))
        one.forget(workshop)
        assert [key for key in client.keys("*") if workshop in key] == []
        assert ADA.token_hash not in str([client.hgetall("folkmoot:tokens"), client.hgetall("folkmoot:places")])


def test_people_may_have_a_redis_of_their_own(emptied):
    with keeping.redis() as kept, closing(open_redis(emptied, kept.url)) as both:
        workshop = begin(both.content)
        both.people.write({workshop: {key_of(ADA): ADA}})
        with Redis.from_url(emptied, decode_responses=True) as content, Redis.from_url(kept.url) as people:
            assert [key for key in content.keys("*") if "people" in key or "token" in key] == []
            assert people.exists(f"folkmoot:people:{workshop}")
