"""How often the screens learn who is here, and how many are done.

While something unsigned may be being written, coming and going is told on a slow fixed tick, so
that nobody's arrival stands beside a card; and how many are done only every half minute, and
only when several have changed their mind, so that no step of it tells of one person (DESIGN 7).
"""

from dataclasses import dataclass, replace

from facilitation.room import Room, Seat

PEOPLE_TICKS = 3
"""In ticks of the room: 15 seconds."""
DONE_TICKS = 6
"""The same: 30 seconds."""
SEVERAL = 3


@dataclass(slots=True)
class RoomPace:
    """What was told last of one workshop's room, and when."""

    tick_ms: int
    _told: Room | None = None
    _run: str = ""
    _people_tick: int = 0
    _done: frozenset[str] = frozenset()
    _done_tick: int = 0

    def next(self, room: Room, run: str, now: int, *, hides: bool) -> Room:
        """The room as it may be told now. `run`: the one that goes on. Whether saving works is told at once."""
        people = now // (PEOPLE_TICKS * self.tick_ms)
        if self._told is None or not hides or people != self._people_tick:
            self._told, self._people_tick = room, people
        self._mark(room, run, now // (DONE_TICKS * self.tick_ms))
        seats = tuple(replace(seat, done=seat.id in self._done) for seat in self._told.seats)
        return replace(self._told, seats=seats, saving=room.saving)

    def _mark(self, room: Room, run: str, tick: int) -> None:
        if run != self._run:
            self._run, self._done, self._done_tick = run, frozenset(), tick
        if tick == self._done_tick:
            return
        self._done_tick = tick
        done = frozenset(seat.id for seat in room.seats if seat.done)
        if len(done ^ self._done) >= SEVERAL or _all_done(room.seats):
            self._done = done


def _all_done(seats: tuple[Seat, ...]) -> bool:
    return all(seat.done for seat in seats if seat.here and not seat.facilitator)
