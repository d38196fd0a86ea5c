"""Who came first cannot be told: not from the ballots that leave the box, and not from who is here."""

import random
from collections import Counter
from itertools import permutations

from facilitation.commands import CastBallot
from facilitation.room import room_entry
from server.beat import BallotBox
from server.people import Company
from server.stores.people import DoneMark, Part, People, Place, RollLine

TIMES = 600
"""How often three ballots are put in: each of six orders should come a hundred times, and half of that is
five and a half deviations away."""


def orders_out(arrivals):
    """How often ballots that came in this order left the box in each order."""
    found = Counter()
    for _ in range(TIMES):
        box = BallotBox(1_000)
        for one in arrivals:
            box.put(CastBallot("b" * 32, one * 64, 1, {}), print, 10_300)
        found[tuple(ask.command.nullifier[0] for ask in box.take(11_000, at_once=False))] += 1
    return found


def test_ballots_of_one_tick_leave_in_any_order_equally_often_however_they_came():
    orders = list(permutations("abc"))
    for arrivals in (orders[0], orders[-1]):
        found = orders_out(arrivals)
        assert set(found) == set(orders)
        assert min(found.values()) > TIMES / len(orders) / 2


def company_of(seats):
    """A workshop into which people came in this order; all have the same to say."""
    company = Company("c" * 32, People())
    for seat in seats:
        part = Part.FACILITATOR if seat.startswith("0") else Part.PARTICIPANT
        company.put(Place(seat, part, "h" * 64, name=f"Person {seat[:4]}"))
        company.put(RollLine("b" * 32, seat))
        company.put(DoneMark("d" * 32, seat))
        company.waiting.add(seat)
    return company


def test_who_is_here_is_told_in_the_same_order_whoever_came_first():
    chance = random.Random(7)
    seats = ["0" * 32, "0" * 31 + "1", *(f"{chance.getrandbits(124):031x}f" for _ in range(12))]
    here, rooms = set(seats[:5]), []
    for _ in range(10):
        chance.shuffle(seats)
        room = company_of(seats).room(here, "d" * 32)
        rooms.append([room, *(room_entry(room, exact=exact) for exact in (True, False))])
    assert all(one == rooms[0] for one in rooms)
