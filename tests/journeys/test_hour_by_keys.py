"""The whole hour by two people who point at nothing: by the keys alone, and by roles and names alone (WCAG 2.1.1)."""

import pytest

from tests.journeys.content import TWO
from tests.journeys.gathering import HOUR, Gathering
from tests.journeys.hands import Keys
from tests.journeys.hour import Walk
from tests.journeys.lead import Lead
from tests.journeys.people import Participant
from tests.journeys.settings import BRITISH, SHORT
from tests.journeys.tree import Tree


@pytest.mark.parametrize("hand", [Keys, Tree])
def test_two_people_run_the_hour_and_take_the_plan_home(start_server, open_page, hand):
    meeting = Gathering(start_server(**SHORT).url, open_page, HOUR)
    lead = Lead(open_page(meeting.key_link, width=1280, height=800, **BRITISH), "Maureen", hand)
    tom = Participant(open_page(width=1280, height=800, **BRITISH), "Tom", hand)
    tom.joins(meeting.link)
    screens = list(Walk(lead, [tom], TWO))
    assert len(screens) > 20
    _path, name = tom.takes_home("Plan for Word")
    assert name.endswith("plan.docx")
