"""A whole server in the test's own process, whose ticks and clock a test moves by hand."""

from facilitation.commands import EndWorkshop
from facilitation.context import Role
from facilitation.keeping import DAY_MS
from server.addresses import Addresses
from server.app import create_app
from server.entrance import Entrance
from server.limits import Bucket
from server.log import make_log
from server.people import Who
from server.presence import Member
from server.secret import hash_of, new_id
from server.settings import read
from server.shapes import CreateWorkshop
from server.stores.people import Part, People, Place
from tests.server.world import TEMPLATES

MORNING = 20_000 * DAY_MS + 8 * 3_600_000
HOUR = 3_600_000
GONE, HERE = (False, False), (True, True)


class House:
    """See above. `farewells`: who was sent away, and why."""

    def __init__(self, store, place, redis, **given):
        given = {"STORE": store, "DATA": str(place), "REDIS_URL": redis, "TEMPLATES": str(TEMPLATES)} | given
        self.time = MORNING
        self._settings = read({f"FOLKMOOT_{name}": str(value) for name, value in given.items()})
        self.open()

    def open(self):
        self.app = create_app(self._settings, Addresses("", "", "http://127.0.0.1:8000"), make_log())
        self.hall, self.forgetting, self.farewells = self.app.hall, self.app.forgetting, []
        self.hall._clock = self
        self.hall.dismiss = lambda sid, farewell: self.farewells.append((sid, farewell.reason))
        self.hall.sleep = lambda _seconds: None

    def now(self):
        return self.time

    def close(self):
        self.hall.stores.close()

    def reopen(self):
        self.close()
        self.open()

    def later(self, days, hours=0):
        """So long later, the slow tick rings."""
        self.time += days * DAY_MS + hours * HOUR
        self.tick()

    def tick(self):
        self.forgetting.sweep()
        for live in self.hall.all_live():
            self.asked(live.desk.workshop.head.id, EndWorkshop("0" * 32))  # answered after all that was asked before
        self.hall.companies.flush()

    def asked(self, workshop, command, role=Role.FACILITATOR):
        return self.hall.answer_to(workshop, command, role)

    def made(self):
        return Entrance(self.hall).create(CreateWorkshop("quick-hats-20", "Lonely in Seaford")).workshop

    def comes_in(self, workshop, name="Pat"):
        """Somebody has a place, and is connected under the socket id `name`."""
        self.hall.live(workshop)
        place = Place(new_id(), Part.PARTICIPANT, hash_of(name), name)
        self.hall.companies.of(workshop).put(place)
        self.hall.companies.flush()
        self.hall.presence.come(Member(name, Who(workshop, place), "", Bucket(1, 1, lambda: 0.0)))
        return place

    def there(self, workshop):
        stores = self.hall.stores
        return (stores.content.load(workshop) is not None, stores.people.read(workshop) != People())
