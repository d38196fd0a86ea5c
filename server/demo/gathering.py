"""A workshop with its simulated people, on a server that runs; and links for whoever wants to look on."""

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from server.demo.calls import call
from server.demo.content import read_town
from server.demo.device import Device
from server.demo.facilitator import Facilitator
from server.demo.mind import Mind
from server.demo.person import Person


def links(url: str, passed_on: str, made: Mapping[str, str], screen: str) -> str:
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
        code = f"   or {passed_on}/join with the code {made['join_code']}"
        lines += [f"From a phone: {passed_on}{made['link']}", code]
    return "\n".join(lines)


class Gathering:
    """`people`: how many. `pace`: seconds a step takes. `say`: where to tell what goes on."""

    def __init__(self, url: str, people: int, pace: float, say: Callable[[str], object]) -> None:
        self._url, self._people, self._pace, self._say = url.rstrip("/"), people, pace, say
        self._town = read_town()
        self._devices = ExitStack()
        self._threads: list[threading.Thread] = []
        self._leader: Device | None = None
        self.workshop = ""

    def open(self, agenda: str, code: str = "", *, human_leads: bool = False) -> None:
        """Make the workshop, tell its links, let everybody in.

        Raises: `DeclinedError`, `UnreachableError`.
        """
        asked = {"agenda": agenda, "title": self._town.title, "creation_code": code}
        made = call(f"{self._url}/api/workshops", asked)
        self.workshop, key = made["workshop"], made["facilitator_link"].partition("#")[2]
        leader = self._devices.enter_context(Device.lead(self._url, self.workshop, key, self._town.leader))
        self._leader = leader
        screen = leader.ask("Invite", guest="screen")["data"]["link"]
        self._say(links(self._url, call(f"{self._url}/api/about")["public_url"], made, screen))
        with ThreadPoolExecutor(self._people) as doors:
            minds = list(doors.map(self._mind, range(self._people)))
        for mind in minds:
            self._devices.enter_context(mind.device)
            self._start(Person(mind, self._pace).take_part)
        if not human_leads:
            self._start(Facilitator(leader, self._pace, self._people, self._say).lead)

    def _mind(self, seat: int) -> Mind:
        name = self._town.people[seat] if seat < len(self._town.people) else ""
        device = Device.join(self._url, self.workshop, name)
        return Mind(device, self._town, seat, self._people)

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    @property
    def is_over(self) -> bool:
        """Whether the workshop has ended, or the server has gone."""
        leader = self._leader
        return leader is not None and (leader.board.state == "ended" or leader.over.is_set())

    def close(self) -> None:
        """Everybody goes off line."""
        self._devices.close()
        for thread in self._threads:
            thread.join(1)
