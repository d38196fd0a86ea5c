"""A new workshop waits."""

from facilitation.opening import new_workshop
from facilitation.records import changes
from facilitation.states import State
from tests.meeting import HOUR, name


def test_a_new_workshop_waits_and_is_wholly_to_be_saved():
    workshop = new_workshop(name("w"), "Tea", HOUR)
    assert workshop.head.state is State.WAITING
    assert set(changes(workshop)) == {f"workshop:{name('w')}", "clock:clock"}
