"""A simulated person: does what each step asks for, in their own time, and says when done."""

from dataclasses import dataclass
from typing import TypeAlias

from server.demo.acts import acts
from server.demo.board import Board
from server.demo.calls import DeclinedError, UnreachableError
from server.demo.mind import Mind

ACTS_IN_A_STEP = 6
LONG = 3600.0
Moment: TypeAlias = tuple[str, str, str]


def _moment(board: Board) -> Moment:
    """What a step is: where the workshop is, its run, and whether its vote is open."""
    return board.state, board.run_id, str(board.ballot.get("state", ""))


@dataclass(frozen=True)
class Person:
    """`pace`: how many seconds a step takes, about."""

    mind: Mind
    pace: float

    def take_part(self) -> None:
        """Until the workshop is over, or the device is closed, or no server answers any more."""
        device = self.mind.device
        try:
            while device.board.state != "ended" and not device.over.is_set():
                self.step()
        except UnreachableError:
            pass

    def step(self) -> None:
        """All that there is to do until the workshop moves on."""
        device = self.mind.device
        began = _moment(device.board)

        def moved_on(board: Board) -> bool:
            return _moment(board) != began

        try:
            for _ in acts(self.mind):
                if device.wait(self.pace / ACTS_IN_A_STEP * self.mind.taste.uniform(0.3, 1.2), moved_on):
                    return
        except DeclinedError:
            pass  # this vote is not for us, or it has just closed
        _, run, ballot = began
        if run and ballot != "draft":
            device.ask("MarkDone", run=run, done=True)
        device.wait(LONG, moved_on)
