"""A workshop that is loaded: its desk with its beat, and at which pace it is told who is here."""

from dataclasses import dataclass

from facilitation.room import Room
from facilitation.rules import hides
from facilitation.states import State
from facilitation.workshop import Head
from server import transport
from server.beat import Beat, Ticks
from server.departures import Departures
from server.desk import Desk
from server.room_pace import RoomPace
from server.settings import Settings
from server.stores.store import Credentials, Saved
from server.world import World


@dataclass(slots=True)
class Live:
    """A workshop that is loaded."""

    beat: Beat
    bell: transport.Bell
    credentials: Credentials
    departures: Departures
    pace: RoomPace

    @property
    def desk(self) -> Desk:
        """Its desk."""
        return self.beat.desk

    def show(self, room: Room, now: int) -> None:
        """Tell who is here, as far as it is time. `now`: milliseconds since 1970."""
        workshop = self.desk.workshop
        self.desk.show_room(self.pace.next(room, workshop.head.run, now, hides=hides(workshop)))


def is_deleted(saved: Saved) -> bool:
    """Whether somebody deleted it, and it only waits to be forgotten."""
    return any(isinstance(one, Head) and one.state is State.DELETED for one in saved.records.values())


def opened(world: World, saved: Saved, credentials: Credentials, settings: Settings, *, shared: bool) -> Live:
    """A workshop as it was stored, at its desk. `shared`: other processes may save it too."""
    desk = Desk(world, saved, settings.pace)
    desk.shared = shared
    ticks = Ticks(settings.batch_ms, settings.sealed_tick_ms, settings.ballot_tick_ms, settings.rest)
    beat = Beat(desk, settings.pace, ticks, world.now)
    departures = Departures(settings.sealed_tick_ms, world.now, world.sleep, world.failed)
    beat.unseen_is_done = departures.let_go
    return Live(beat, transport.Bell(), credentials, departures, RoomPace(settings.room_tick_ms))
