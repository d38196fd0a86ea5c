"""The demo from its start to its end: a server, a workshop on it, Ctrl-C."""

import signal
import sys
import threading
from contextlib import ExitStack
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING

from server.demo.calls import DeclinedError, UnreachableError
from server.demo.own_server import NoServerError, OwnServer

if TYPE_CHECKING:
    from server.demo.gathering import Gathering

LOOK = 0.1


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line. `url`: a running server, or empty for one of our own.

    `pace`: seconds a step takes. `human_leads`: nobody simulated moves on. `once`: stop when the workshop is over.
    """

    agenda: str = "hats-problem-60"
    people: int = 8
    pace: float = 10.0
    human_leads: bool = False
    url: str = ""
    code: str = ""
    once: bool = False


def say(words: str) -> None:
    """To whoever started the demo, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def run_demo(wishes: Wishes) -> int:
    """The whole demo, until it is over or Ctrl-C. Returns the exit code; says on stderr what went wrong."""
    stopping = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    try:
        with ExitStack() as parts:
            own = None if wishes.url else parts.enter_context(OwnServer(wishes.pace))
            from server.demo.gathering import Gathering  # noqa: PLC0415 - takes long, and the server starts meanwhile

            gathering = Gathering(own.url if own else wishes.url, wishes.people, wishes.pace, say)
            parts.callback(gathering.close)
            gathering.open(wishes.agenda, wishes.code, human_leads=wishes.human_leads)
            say(f"{wishes.people} simulated people are here. Ctrl-C ends the demo.")
            _go_on(gathering, own, stopping, once=wishes.once)
    except (DeclinedError, NoServerError, UnreachableError) as error:
        if stopping.is_set():
            return 0
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _go_on(gathering: "Gathering", own: OwnServer | None, stopping: threading.Event, *, once: bool) -> None:
    told = False
    while not stopping.wait(LOOK):
        if own is not None and not own.is_alive:
            raise NoServerError("The server has ended.")
        if gathering.is_over and not told:
            told = True
            say("The workshop is over. The plan is there to download.")
            if own is None or once:
                return
            say("Ctrl-C ends the demo and deletes everything.")
