"""Axe looks at every page of the hour, in each look and in three languages; the short form at the first screen.

Five people and the room's screen: the desk wide, the board wide, the list on a phone. What opens within a step, and
the pages around a workshop, have the same in test_axe.py."""

from itertools import islice

from tests.journeys.content import SEASIDE
from tests.journeys.gathering import HOUR
from tests.journeys.hour import Walk
from tests.journeys.looks import barriers_in_each_language

PHONE = {"width": 360, "height": 740}


def test_on_every_screen_of_the_hour_no_look_and_no_language_has_a_barrier(gather, long):
    meeting = gather(HOUR)
    lead, tom = meeting.lead(), meeting.joins("Tom", **PHONE)
    aisha, bea, ken = (meeting.joins(name) for name in ("Aisha", "Bea", "Ken"))
    wall = meeting.wall(lead)
    found = {}
    for screen in islice(Walk(lead, [tom, aisha, bea, ken], SEASIDE, [wall]), None if long else 1):
        for one in (lead, tom, aisha, wall):
            found[screen, one.name] = barriers_in_each_language(one)
    assert {place: lines for place, lines in found.items() if lines} == {}
    assert len(found) > (80 if long else 3)
