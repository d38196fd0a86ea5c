"""The people of the rehearsal: how they come in, ask, and leave when the workshop is deleted."""

import secrets
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any, Self

from facilitation.cards import verifier_of
from server.demo.board import Board
from server.verify.ear import Ear
from server.verify.evidence import DELETED, Evidence
from server.verify.story import Sent, word

PEOPLE = 5
STEP = 20.0
"""How long to wait for a step, in seconds."""
QUIET = 1.0
TRIES = 8
TOO_FAST = "too_fast"


class StoppedError(Exception):
    """The rehearsal could not go on; its text says why, in plain words."""


class Gathering:
    """`made`: what the server replied when the scratch workshop was made. Use it in a `with`."""

    def __init__(self, found: Evidence, made: Mapping[str, str]) -> None:
        self.found, self.place = found, (found.url, made["workshop"])
        self._key = made["facilitator_link"].partition("#")[2]
        found.story.keys.append(self._key)
        self._devices = ExitStack()
        self.everybody: list[Ear] = []
        self.people: list[Ear] = []

    def __enter__(self) -> Self:
        """Everybody comes in. Raises: `DeclinedError`, `UnreachableError`."""
        try:
            self.leader = self.comes("the facilitator", "facilitators", key=self._key, label="check")
            self._invited("the co-facilitator", "cofacilitator", "facilitators")
            self.screen = self._invited("the room's screen", "screen", "screens")
            for number in range(1, PEOPLE + 1):
                self.people.append(self.comes(f"participant {number}", "seats"))
        except BaseException:
            self._devices.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Delete the workshop where that has not been done, and go: what nobody is in goes by itself."""
        try:
            if not self.leader.over.is_set() and self.found.ears.moment != DELETED:
                self.leader.ask("DeleteWorkshop", workshop=self.place[1])
        finally:
            self._devices.close()

    def comes(self, called: str, door: str, **asked: str) -> Ear:
        """Somebody comes in, late or not."""
        story = self.found.story
        if door != "screens":
            name = word()
            asked["name"] = f"Check {name}"
            (story.names if door == "seats" else story.leaders).append(name)
        device = Ear.of(self.found.ears, called, self.place, door, asked)
        story.tokens.append(device.token)
        story.seats += [device.seat] if device.seat else []
        self.everybody.append(device)
        return self._devices.enter_context(device)

    def _invited(self, called: str, guest: str, door: str) -> Ear:
        key = self.leader.ask("Invite", guest=guest)["data"]["link"].partition("#")[2]
        self.found.story.keys.append(key)
        return self.comes(called, door, key=key)

    # --- asking ------------------------------------------------------------------------

    @property
    def board(self) -> Board:
        """What those who lead see."""
        return self.leader.board

    def ask(self, device: Ear, command: str, **fields: object) -> dict[str, Any]:
        """Ask, and wait where the server says that this was too fast. Raises: `GoneError`."""
        tries = TRIES
        while (answer := device.ask(command, **fields)).get("code") == TOO_FAST and tries:
            tries -= 1
            time.sleep(QUIET)
        return answer

    def card(self, person: Ear, run: str, kind: str) -> Sent:
        """Somebody writes a card. Raises: `StoppedError`."""
        chance, card, key = word(), secrets.token_hex(16), secrets.token_hex(32)
        verifier, text = verifier_of(self.place[1], key), f"A card of the check {chance}"
        answer = self.ask(person, "AddCard", id=card, run=run, kind=kind, verifier=verifier, text=text)
        if answer["status"] != "ok":
            raise StoppedError(f"A card was not taken: {answer.get('say', '')}")
        return Sent(card, key, chance)

    def edited(self, person: Ear, card: Sent) -> Sent:
        """Somebody says their card better. Nobody may ever see how they had said it."""
        chance = word()
        self.found.story.old.append(card.word)
        self.ask(person, "EditCard", id=card.id, key=card.key, number=1, text=f"Said better {chance}")
        return Sent(card.id, card.key, chance)

    # --- going on ----------------------------------------------------------------------

    def go_on(self) -> None:
        """One step on, for everybody. Raises: `StoppedError`."""
        before, stage = self.board.run_id, self.board.stage
        answer = self.ask(self.leader, "NextPhase", run=before, version=self.board.clock["version"])
        if answer["status"] == "refused":
            raise StoppedError(f"A step could not be left: {answer['say']}")
        self.all_see(lambda board: (board.run_id, board.stage) != (before, stage))

    def all_see(self, reached: Callable[[Board], bool], seconds: float = STEP) -> None:
        """Wait until every screen shows this. Raises: `StoppedError`."""
        for device in self.everybody:
            if not device.wait(seconds, reached):
                raise StoppedError(f"What came next did not reach {device.called} in {seconds:.0f} seconds.")

    def until(self, reached: Callable[[Board], bool]) -> None:
        """Step by step. Raises: `StoppedError`."""
        while not reached(self.board):
            if self.board.is_last and self.board.stage != "check":
                raise StoppedError("The agenda came to its end too early.")
            self.go_on()
