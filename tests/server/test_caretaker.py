"""What is looked after now and then: people to forget, workshops that go on with nobody there."""

from facilitation.commands import EndWorkshop
from server.caretaker import forget_people
from server.shapes import FarewellReason
from tests import wire
from tests.server.house import HOUR, House
from tests.waiting import eventually


def test_a_workshop_that_ended_just_before_a_crash_gets_its_time_for_forgetting_at_the_next_start(start_server):
    server = start_server(people_tick_ms=2_000)
    made = wire.Made(server.url)
    facilitator = made.facilitator("Fay-to-forget")
    facilitator.do("EndWorkshop", run="")
    server.kill9()

    def kept():
        return b"".join(path.read_bytes() for path in server.data.glob("people.sqlite3*"))

    assert b'"until"' not in kept()
    server.start()
    eventually(lambda: b'"until"' in kept())


class Quiet:
    """A hall with workshops in which nobody is: which of them it lets go of."""

    def __init__(self, lives):
        self.lives, self.gone = lives, []
        self.presence = self.companies = self

    def all_live(self):
        return self.lives

    def here(self, _workshop):
        return set()

    def let_go(self, workshop):
        self.gone.append(workshop)
        return True


def test_a_day_after_the_end_those_who_are_still_there_are_told_that_their_places_are_gone(tmp_path):
    house = House("memory", tmp_path, "")
    workshop = house.made()
    house.comes_in(workshop)
    house.asked(workshop, EndWorkshop(""))
    house.tick()
    house.time += 24 * HOUR
    forget_people(house.hall)
    assert house.farewells == []
    house.time += 2 * HOUR
    forget_people(house.hall)
    assert house.farewells == [("Pat", FarewellReason.FORGOTTEN)]
    assert house.there(workshop) == (True, False)
    assert house.hall.companies.who("Pat") is None
    house.close()
