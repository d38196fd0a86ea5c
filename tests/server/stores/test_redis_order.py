"""No row of people lies where it came, whether Redis keeps a hash as a list or as a table."""

from contextlib import closing

import pytest
from redis import Redis

from server.stores import open_redis
from server.stores.people import Part, Place, key_of
from tests.server.stores.sample import begin, card, hashed, new_id, put, run

PEOPLE, TURNS = 24, 5


@pytest.fixture(params=["a table", "a list"])
def client(own_redis, request):
    """A Redis that keeps hashes as tables, as it does by default, or as lists, as it can be set."""
    with Redis.from_url(own_redis.url, decode_responses=True) as client:
        client.config_set("hash-max-listpack-entries", 512)
        client.config_set("hash-max-listpack-value", 64 if request.param == "a table" else 100_000)
        yield client


def kept_of(client, both, workshop, people):
    """All that stands of these people, in the order in which it stands there, if they come in this one."""
    client.delete(*client.keys("folkmoot:*"))  # not FLUSHALL, after which Redis deals out other slots
    for one in people:
        assert both.sharing.claim(workshop, f"roll:{workshop}:{one.id}", one.token_hash)
        both.people.write({workshop: {key_of(one): one}})
    assert both.people.read(workshop).places == {one.id: one for one in people}
    assert all(both.people.find_token(one.token_hash) == (workshop, one.id) for one in people)
    kinds = (f"people:{workshop}", f"claims:{workshop}", "places", "tokens")
    return {kind: list(client.hgetall(f"folkmoot:{kind}").items()) for kind in kinds}


def test_people_lie_in_the_same_order_whoever_came_first(own_redis, client, monkeypatch):
    monkeypatch.setattr("server.stores.redis_people.scrub_if_owed", lambda _lines: None)  # it lets tables grow later
    with closing(open_redis(own_redis.url)) as both:
        for _ in range(TURNS):
            workshop = new_id()
            people = [Place(new_id(), Part.PARTICIPANT, hashed(new_id()), "Ada") for _ in range(PEOPLE)]
            one, other = (kept_of(client, both, workshop, order) for order in (people, people[::-1]))
            assert all(len(rows) == PEOPLE for rows in one.values())
            assert one == other


@pytest.mark.usefixtures("client")
def test_who_came_to_another_workshop_before_is_found_as_ever(own_redis):
    with closing(open_redis(own_redis.url)) as both:
        first, second = new_id(), new_id()
        ada, ben = (Place(new_id(), Part.PARTICIPANT, hashed(name), name) for name in ("Ada", "Ben"))
        both.people.write({first: {key_of(ada): ada}})
        both.people.write({second: {key_of(ben): ben}})
        assert both.people.find_token(ada.token_hash) == (first, ada.id)
        assert both.people.find_token(ben.token_hash) == (second, ben.id)


@pytest.mark.parametrize("client", ["a list"], indirect=True)
def test_when_a_step_moves_on_cards_that_redis_keeps_as_a_list_lie_in_the_order_of_their_keys(own_redis, client):
    with closing(open_redis(own_redis.url)) as both:
        workshop, one = begin(both.content), run()
        for rev in range(1, 13):
            put(both.content, workshop, rev, card(f"idea {rev}", run=one.id))
        put(both.content, workshop, 13, one)
        assert len(both.content.load(workshop).records) == len(client.hkeys(f"folkmoot:records:{workshop}"))
    found = client.hkeys(f"folkmoot:records:{workshop}")
    assert len(found) > 12
    assert found == sorted(found)
