"""A simulated facilitator: opens steps, shortens the clock, confirms who is here, moves on, ends."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import MappingProxyType

from server.demo.board import Board
from server.demo.calls import UnreachableError
from server.demo.device import Device

LOOK = 0.1
STAGES = MappingProxyType(
    {
        "write": "everybody writes, nobody sees it yet",
        "live": "open on the board",
        "read": "everybody reads",
        "check": "people look at the worries they kept",
        "vote": "a vote",
        "result": "its result",
    }
)
LONGEST = 3
"""A step takes at most so many times the pace, when few say that they are done."""


@dataclass
class Facilitator:
    """`pace`: seconds a step takes. `expected`: how many people to start with. `say`: where to tell what goes on.

    Whoever else leads has the last word: a paused clock is waited for, added time is given.
    """

    device: Device
    pace: float
    expected: int
    say: Callable[[str], object]
    _key: tuple[str, str] = ("", "")
    _since: float = field(default_factory=time.monotonic)

    def lead(self) -> None:
        """Until the workshop is over, or the device is closed, or no server answers any more."""
        try:
            while self.device.board.state != "ended" and not self.device.over.is_set():
                self.look(self.device.board)
                self.device.wait(min(LOOK, self.pace / 10))
        except UnreachableError:
            pass

    def look(self, board: Board) -> None:
        """Do what is to be done now, if anything."""
        if board.state == "waiting":
            self._start()
        elif board.run:
            self._notice(board)
            if board.ballot.get("state") == "draft":
                self._open_vote(board)
            elif board.ballot.get("state") == "open":
                self._let_in(board)
            if self._is_time(board):
                self._move_on(board)

    def _start(self) -> None:
        here = sum(seat["here"] and not seat["facilitator"] for seat in self.device.room["seats"])
        if here >= self.expected or self._waited(LONGEST * 10):
            self.device.ask("StartWorkshop")

    def _notice(self, board: Board) -> None:
        """A new step, or a vote that has opened: say so, and set the clock to our pace."""
        key = (board.run_id, str(board.ballot.get("state", "")))
        if key == self._key:
            return
        if key[0] != self._key[0]:
            self.say(f"{board.phase['title']}: {STAGES[board.stage]}")
        self._key, self._since = key, time.monotonic()
        seconds = int(self.pace) - round(self.device.left() if not board.clock["paused"] else self.pace)
        if seconds < 0:
            self.device.ask("ExtendPhase", run=board.run_id, version=board.clock["version"], seconds=seconds)

    def _waited(self, paces: float) -> bool:
        return time.monotonic() - self._since >= paces * self.pace

    def _is_time(self, board: Board) -> bool:
        """The pace is over, and enough people are done (or have had long enough)."""
        if board.clock["closing_at"] or board.clock["paused"] or board.ballot.get("state") == "draft":
            return False
        ready = self.device.room["done"] in {"half", "all"} or self.device.room["small"]
        return self._waited(1) and self.device.left() <= 0 and (ready or self._waited(LONGEST))

    def _open_vote(self, board: Board) -> None:
        """Confirm who is here. Whoever only leads does not vote."""
        seats = [seat["id"] for seat in self.device.room["seats"] if seat["here"] and not seat["facilitator"]]
        if seats and self._waited(0.3):
            self.device.ask("ConfirmRoll", run=board.run_id, ballot=board.ballot["id"], seats=seats)

    def _let_in(self, board: Board) -> None:
        """Whoever came later may vote as well."""
        for seat in self.device.room["waiting"]:
            self.device.ask("LetIn", ballot=board.ballot["id"], seat=seat)

    def _move_on(self, board: Board) -> None:
        ballot = board.ballot
        if board.stage == "result" and ballot.get("tied") and not ballot["outcome"]:
            way = "take_both" if ballot["run_off"] else "run_off"
            self.device.ask("SettleTie", run=board.run_id, ballot=ballot["id"], way=way)
        elif board.is_last and board.stage != "check":
            self.device.ask("EndWorkshop", run=board.run_id)
        else:
            self.device.ask("NextPhase", run=board.run_id, version=board.clock["version"])
