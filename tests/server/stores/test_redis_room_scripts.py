"""The scripts that tell who is connected and who was first."""

from redis import Redis

from server.stores.redis_room_scripts import CLAIM, MEET


def test_whoever_claims_first_keeps_it_and_may_claim_it_again(emptied):
    with Redis.from_url(emptied) as client:
        claim = client.register_script(CLAIM)
        said = [
            claim(["folkmoot:claims:w"], [what, by]) for what, by in (("a", "1"), ("a", "2"), ("a", "1"), ("b", "2"))
        ]
    assert said == [1, 0, 1, 1]


def test_a_process_hears_of_the_others_and_not_of_itself(emptied):
    with Redis.from_url(emptied) as client:
        meet = client.register_script(MEET)
        assert meet([], ["one", 60_000, "w", "[]"]) == []
        assert meet([], ["two", 60_000, "w", "[1]"]) == [b"w", b"[]"]
        assert meet([], ["one", 60_000]) == [b"w", b"[1]"]
