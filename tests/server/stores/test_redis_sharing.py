"""What sharing through Redis must not do: wake a process for its own writes, or say too much."""

from contextlib import closing

from redis import Redis

from server.stores import open_redis
from server.stores.people import Part, Place, key_of
from server.stores.sharing import Here, Moved
from tests.server.stores.sample import hashed, new_id
from tests.waiting import eventually

ADA = Place("a" * 32, Part.PARTICIPANT, hashed("Ada's token"), name="Ada")


def test_a_process_can_tell_its_own_last_write_from_others(emptied):
    with closing(open_redis(emptied)) as one, closing(open_redis(emptied)) as other:
        heard, workshop = [], new_id()
        one.sharing.listen(lambda *news: heard.append(news))
        one.people.write({workshop: {key_of(ADA): ADA}})
        eventually(lambda: heard == [(Moved.PEOPLE, workshop, 1)])
        assert (one.sharing.wrote(workshop), other.sharing.wrote(workshop)) == (1, 0)


def test_people_nudges_and_presence_hold_ids_only_and_run_out(emptied):
    with closing(open_redis(emptied)) as one, Redis.from_url(emptied, decode_responses=True) as client:
        with client.pubsub(ignore_subscribe_messages=True) as heard:
            heard.psubscribe("*")
            heard.get_message(timeout=1)
            workshop = new_id()
            one.people.write({workshop: {key_of(ADA): ADA}})
            assert eventually(lambda: heard.get_message(timeout=0.2))["data"] == f"{workshop} 1"
        one.sharing.meet({workshop: Here(frozenset([ADA.id]))}, 60_000)
        (key,) = client.keys("folkmoot:here:*")
        assert client.hgetall(key) == {workshop: f'[["{ADA.id}"],[],[]]'}
        assert 0 < client.pttl(key) <= 60_000


def test_all_processes_on_a_redis_have_one_secret(emptied):
    with closing(open_redis(emptied)) as one, closing(open_redis(emptied)) as other:
        assert len(one.secret) == 32
        assert one.secret == other.secret
