"""The small linker."""

import random

from server.verify.linker import linked, rank_correlation

SENT = [f"{number:02}" for number in range(20)]


def test_the_order_of_sending_is_seen_also_backwards_and_with_a_few_mistakes():
    assert rank_correlation(SENT, SENT) == 1
    assert rank_correlation(SENT, SENT[::-1]) == -1
    nearly = [*SENT[3:], *SENT[:3]]
    assert all(linked(SENT, one) for one in (SENT, SENT[::-1], sorted(nearly, key=lambda one: int(one) // 3)))


def test_chance_is_taken_for_a_leak_hardly_ever():
    chance = random.Random(5)
    assert sum(linked(SENT, chance.sample(SENT, 20)) for _ in range(2_000)) <= 2


def test_one_card_tells_nothing():
    assert not linked(["a"], ["a"])
