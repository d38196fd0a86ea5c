"""What is looked after now and then: people to forget, workshops that go on with nobody there."""

from tests import wire
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
