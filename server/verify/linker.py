"""A small linker: whether the order in which cards lie somewhere tells in which order they were sent."""

from collections.abc import Sequence

SUSPICIOUS = 0.8
"""With twenty cards, chance alone comes so far once in fifty thousand times."""


def rank_correlation(one: Sequence[str], other: Sequence[str]) -> float:
    """Spearman's, from -1 (exactly the other way round) to 1 (the same order). Of the same things, two at least."""
    place = {item: number for number, item in enumerate(other)}
    count = len(one)
    apart = sum((number - place[item]) ** 2 for number, item in enumerate(one))
    return 1 - 6 * apart / (count * (count**2 - 1))


def linked(sent: Sequence[str], found: Sequence[str]) -> bool:
    """Whether these two orders of the same cards have to do with each other."""
    return len(sent) > 1 and abs(rank_correlation(sent, found)) >= SUSPICIOUS
