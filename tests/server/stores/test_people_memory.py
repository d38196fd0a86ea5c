"""What is particular to the people in memory; that it is a store of people, `test_people` shows."""

from server.stores.people import DoneMark, Part, People, Place
from server.stores.people_memory import MemoryPeople
from tests.server.stores.sample import hashed, new_id


def test_everybody_is_gone_when_it_is_closed():
    people, workshop = MemoryPeople(), new_id()
    people.write({workshop: {"place:1": Place("1", Part.PARTICIPANT, hashed("token"))}})
    people.close()
    assert people.read(workshop) == People()


def test_what_was_read_does_not_change_with_later_writes():
    people, workshop = MemoryPeople(), new_id()
    people.write({workshop: {"done:1:2": DoneMark("1", "2")}})
    before = people.read(workshop)
    people.write({workshop: {"done:1:3": DoneMark("1", "3")}})
    assert before.done == {"1": {"2"}}
