"""A linker: given every stored byte of many workshops, it guesses who wrote each card and who cast each ballot.

It knows whatever a thief of the disk could find out elsewhere: who sat where, and in how many rounds they
wrote. It tries every rule it can think of (what stands beside what, and any order of the one against any order of
the other), keeps the one that was right most often on one half of the workshops, and is scored on the other.
"""

import random
from dataclasses import dataclass
from itertools import product
from math import sqrt
from statistics import mean, stdev

NEAR = 600
"""Bytes within which one thing stands beside another."""


@dataclass(frozen=True)
class Dump:
    """What was stored of one workshop. `files`: bytes by name. `traces`: what each seat is known by, its id first.

    `truth`: the seat behind each thing (the id of a card, the hash of a nullifier).
    """

    files: dict[str, bytes]
    traces: dict[str, tuple[bytes, ...]]
    truth: dict[str, str]


def places(data, word):
    """All places of a word in some bytes."""
    found, at = [], data.find(word)
    while at >= 0:
        found.append(at)
        at = data.find(word, at + 1)
    return found


def orders(dump, things):
    """Each order by its name: these things (with what they are known by) as it puts them."""
    found = {}
    where = {
        one: {name: [at for word in words for at in places(data, word)] for name, data in sorted(dump.files.items())}
        for one, words in things.items()
    }

    def put(name, key):
        found[name] = sorted(sorted(things), key=lambda one: key(where[one]))

    found["by id"] = sorted(things)
    put("by first place", lambda files: min((at for name in files for at in files[name]), default=-1))
    put("by last place", lambda files: max((at for name in files for at in files[name]), default=-1))
    put("by first page", lambda files: min((at // 4096 for name in files for at in files[name]), default=-1))
    put("by how often", lambda files: sum(map(len, files.values())))
    for name in sorted(dump.files):
        put(f"by first place in {name}", lambda files, name=name: min(files[name], default=-1))
        put(f"by last place in {name}", lambda files, name=name: max(files[name], default=-1))
    return found


def _in_rounds(rank, _things, seats):
    return rank % seats


def _in_a_row(rank, things, seats):
    return rank * seats // things


WAYS = {"before": lambda gap: gap, "after": lambda gap: -gap, "around": abs}


def beside(way, near):
    """A rule: a thing belongs to the seat of which something stands nearest to it in a file, on this side of it."""

    def guess(dump):
        found = {}
        for data in dump.files.values():
            seats = [(at, seat) for seat, words in dump.traces.items() for word in words for at in places(data, word)]
            for thing in dump.truth:
                for at in places(data, thing.encode()):
                    gaps = [(WAYS[way](at - place), seat) for place, seat in seats]
                    gap, seat = min([one for one in gaps if one[0] >= 0], default=(near + 1, ""))
                    if gap <= near and gap < found.get(thing, (near + 1,))[0]:
                        found[thing] = (gap, seat)
        chance = random.Random(str(sorted(dump.truth)))
        return {one: found[one][1] if one in found else chance.choice(sorted(dump.traces)) for one in dump.truth}

    return guess


BESIDE = {f"what stands {way} it within {near}": beside(way, near) for way, near in product(WAYS, (NEAR, 10**9))}


def guesses(dump):
    """What every rule makes of a workshop, by the name of the rule."""
    for name, rule in BESIDE.items():
        yield name, rule(dump)
    ordered, seated = orders(dump, {one: (one.encode(),) for one in dump.truth}), orders(dump, dump.traces)
    for (one, things), (other, seats), match in product(ordered.items(), seated.items(), (_in_rounds, _in_a_row)):
        for way, row in (("", things), (", backwards", things[::-1])):
            name = f"things {one} for seats {other}, {match.__name__.strip('_')}{way}"
            yield name, {thing: seats[match(rank, len(row), len(seats))] for rank, thing in enumerate(row)}


def shares(dump):
    """The share of things of which each rule finds the seat."""
    return {name: mean(found[one] == seat for one, seat in dump.truth.items()) for name, found in guesses(dump)}


@dataclass(frozen=True)
class Score:
    """How often the linker is right, the error of that (95 %), and by which rule."""

    right: float
    error: float
    rule: str

    def __str__(self):
        return f"{self.right:.1%} right (±{self.error:.1%}), by {self.rule}"


def linked(dumps):
    """What the linker makes of these workshops."""
    known = [shares(dump) for dump in dumps]
    learn, test = known[::2], known[1::2]
    best = max(learn[0], key=lambda rule: sum(one[rule] for one in learn))
    found = [one[best] for one in test]
    return Score(mean(found), 1.96 * stdev(found) / sqrt(len(found)), best)
