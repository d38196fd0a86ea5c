"""The demo as a whole: a server, a workshop, people, a facilitator, and links to look on."""

import signal
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from types import FrameType

from server.demo.calls import DeclinedError, UnreachableError, call
from server.demo.content import Town, read_town
from server.demo.device import GONE, Device, GoneError
from server.demo.facilitator import Facilitator
from server.demo.mind import Mind
from server.demo.own_server import NoServerError, OwnServer
from server.demo.person import Person

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


def links(url: str, passed_on: str, made: dict[str, str], screen: str) -> str:
    """What is printed so that people can look on."""
    lines = [
        f"Open {url}{made['link']}",
        "   to look on as a participant. You can take part, too.",
        f"Open {url}{made['facilitator_link']}",
        "   to lead the workshop, or to look over the facilitator's shoulder.",
        f"Open {url}{screen}",
        "   for the screen in the room. This link works once.",
    ]
    if passed_on != url:
        lines += [
            f"From a phone: {passed_on}{made['link']}",
            f"   or {passed_on}/join with the code {made['join_code']}",
        ]
    return "\n".join(lines)


class Show:
    """One demo on a server that runs. Use `open`, then `go_on`, then `close`."""

    def __init__(self, url: str, wishes: Wishes, town: Town) -> None:
        self._url, self._wishes, self._town = url.rstrip("/"), wishes, town
        self._open = ExitStack()
        self._threads: list[threading.Thread] = []
        self.leader: Device

    def open(self) -> None:
        """Make the workshop, print its links, let everybody in.

        Raises: `DeclinedError`, `UnreachableError`, `GoneError`.
        """
        wishes = self._wishes
        asked = {"agenda": wishes.agenda, "title": self._town.title, "creation_code": wishes.code}
        made = call(f"{self._url}/api/workshops", asked)
        workshop, key = made["workshop"], made["facilitator_link"].partition("#")[2]
        self.leader = self._open.enter_context(Device.lead(self._url, workshop, key, self._town.leader))
        screen = self.leader.ask("Invite", guest="screen")["data"]["link"]
        passed_on = call(f"{self._url}/api/about")["public_url"]
        say(links(self._url, passed_on, made, screen))
        for seat in range(wishes.people):
            name = self._town.people[seat] if seat < len(self._town.people) else ""
            device = self._open.enter_context(Device.join(self._url, workshop, name))
            person = Person(Mind(device, self._town, seat, wishes.people), wishes.pace)
            self._start(person.take_part)
        if not wishes.human_leads:
            self._start(Facilitator(self.leader, wishes.pace, wishes.people, say).lead)
        say(f"{wishes.people} simulated people are here. Ctrl-C ends the demo.")

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    @property
    def is_over(self) -> bool:
        """Whether the workshop has ended, or the server has gone."""
        return self.leader.board.state == "ended" or self.leader.over.is_set()

    def close(self) -> None:
        """Everybody goes off line."""
        self._open.close()
        for thread in self._threads:
            thread.join(1)


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
            show = Show(own.url if own else wishes.url, wishes, read_town())
            parts.callback(show.close)
            show.open()
            _go_on(show, own, stopping, wishes)
    except (DeclinedError, GoneError, NoServerError, UnreachableError) as error:
        if stopping.is_set():
            return 0
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _go_on(show: Show, own: OwnServer | None, stopping: threading.Event, wishes: Wishes) -> None:
    told = False
    while not stopping.wait(LOOK):
        if own is not None and not own.is_alive:
            raise GoneError(GONE)
        if show.is_over and not told:
            told = True
            say("The workshop is over. The plan is there to download.")
            if own is None or wishes.once:
                return
            say("Ctrl-C ends the demo and deletes everything.")
