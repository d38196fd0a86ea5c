"""The check of this server that those who lead can start: one at a time, in a process of its own.

So nobody else's workshop waits for it, and it sees the server as any other device does. The server only
makes the scratch workshop for it (which asks for no code), and sees to it that it goes.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from time import monotonic
from typing import IO

import orjson

from server import transport
from server.addresses import ANY, is_loopback
from server.agenda_replies import offered
from server.entrance import Entrance
from server.hall import Hall
from server.jsonwire import encoded
from server.shapes import Created, CreateWorkshop
from server.stores.store import StoreError
from server.verify.agenda import TITLE, fitting
from server.verify.result import CheckReply, CheckState, Finding, Verdict

EVERY_S, LONGEST_S, LOOK_S = 300.0, 600.0, 0.5
COMMAND = (sys.executable, "-m", "server", "verify", "--given", "--url")
NOT_DONE = "The check did not come to its end. Please try again later."


class Checking:
    """`every`: seconds from one check to the next. Until then the report of the last one is given."""

    def __init__(self, hall: Hall, every: float = EVERY_S, now: Callable[[], float] = monotonic) -> None:
        self._hall, self._every, self._now = hall, every, now
        self._begun = -every
        self.reply = CheckReply(CheckState.NONE)

    def start(self) -> CheckReply:
        """Begin, unless one goes on or has just been. Raises: `StoreError`."""
        if self.reply.state is CheckState.RUNNING or self._now() - self._begun < self._every:
            return self.reply
        self._begun, self.reply = self._now(), CheckReply(CheckState.RUNNING)
        transport.spawn(self._run)
        return self.reply

    def _run(self) -> None:
        self.reply = _failed(NOT_DONE) if (found := self._made()) is None else self._carried_out(found)

    def _made(self) -> Created | None:
        """The scratch workshop."""
        agendas = offered(self._hall.agendas, "en")
        agenda = fitting(orjson.loads(encoded(agendas)))
        try:
            made = Entrance(self._hall).create(CreateWorkshop(agenda, TITLE, scratch=True))
        except StoreError as error:
            self._hall.failed(error)
            return None
        return made if isinstance(made, Created) else None

    def _carried_out(self, made: Created) -> CheckReply:
        try:
            with tempfile.TemporaryFile() as said:
                process = self._hall.offload(_begun, self._address, encoded(made), said)
                ends = self._now() + LONGEST_S
                while process.poll() is None:
                    if self._now() > ends:
                        process.kill()
                    transport.sleep(LOOK_S)
                said.seek(0)
                return _read(said.read())
        except OSError as error:
            self._hall.failed(error)
            return _failed(NOT_DONE)
        finally:
            self._hall.forget(made.workshop)

    @property
    def _address(self) -> str:
        """Where this server is reached from this computer."""
        host, addresses = self._hall.settings.host, self._hall.addresses
        return addresses.own_url if host in ANY or is_loopback(host) else addresses.network_url


def _begun(address: str, made: bytes, said: IO[bytes]) -> "subprocess.Popen[bytes]":
    """The process, with the workshop on its standard input: what stands in its arguments, others can read."""
    process = subprocess.Popen(  # noqa: S603 - ourselves
        (*COMMAND, address), stdin=subprocess.PIPE, stdout=said, stderr=subprocess.DEVNULL
    )
    if process.stdin is not None:
        process.stdin.write(made)
        process.stdin.close()
    return process


def _read(said: bytes) -> CheckReply:
    try:
        told = orjson.loads(said)
    except orjson.JSONDecodeError:
        return _failed(NOT_DONE)
    if "problem" in told:
        return _failed(str(told["problem"]))
    findings = tuple(Finding(one["promise"], Verdict(one["verdict"]), one["seen"]) for one in told["results"])
    return CheckReply(CheckState.DONE, "", findings, tuple(told["limits"]), told["page"])


def _failed(why: str) -> CheckReply:
    return CheckReply(CheckState.DONE, why)
