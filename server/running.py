"""Running the server: settings, sockets, the words at start, and a quiet end."""

import io
import os
import resource
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType
from typing import NoReturn

import segno

from server import transport
from server.addresses import Addresses, find_addresses
from server.app import Application, create_app
from server.log import make_log, quieten
from server.settings import BadSetting, Settings, read
from server.stores.store import CannotOpen, DiskFailed
from server.template_file import TemplateError

AFTER_A_FAILURE = (
    "The server ends, so that nothing is said to be kept that is not. What was answered before is on the disk; "
    "what was not will be sent again. Look after the disk; whatever watches over the server starts it again."
)


@dataclass
class Stopping:
    """Set by the signals that ask the server to end."""

    asked: bool = False

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        """A signal came."""
        self.asked = True


def code_picture(url: str) -> str:
    """A QR code for the terminal."""
    out = io.StringIO()
    segno.make(url, error="l").terminal(out=out, compact=True)
    return out.getvalue()


def greeting(addresses: Addresses, code: str) -> str:
    """What is printed at start; the first line is for programs too."""
    lines = [f"Open {addresses.own_url}"]
    if addresses.passed_on != addresses.own_url:
        lines += [
            f"On phones and other computers: {addresses.passed_on}",
            "",
            code_picture(addresses.passed_on),
        ]
        if code != "anyone":
            lines.append(f"To make a workshop from another device: {code}")
    return "\n".join(lines)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def build(settings: Settings) -> tuple[Application, Addresses, socket.socket]:
    """Listen, and put the parts together. Raises: see `create_app`, and `OSError`."""
    log = make_log()
    quieten(log)
    listener = transport.listen(settings.host, settings.port)
    addresses = find_addresses(settings.host, listener.getsockname()[1], settings.public_url)
    return create_app(settings, addresses, log), addresses, listener


def run_server() -> int:
    """Run until asked to stop. Returns the exit code; says on stderr why it cannot start."""
    with transport.turn():
        return _run()


def without_cores() -> None:
    """A process that dies leaves no image of its memory on the disk: it holds what nobody has seen yet."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _run() -> int:
    without_cores()
    try:
        settings = read()
        application, addresses, listener = build(settings)
    except (BadSetting, CannotOpen, TemplateError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    stopping = Stopping()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stopping.ask)
    application.start()
    transport.spawn(transport.serve, listener, application.wsgi, application.knows)
    _say(greeting(addresses, application.creators.code))
    while not stopping.asked and application.hall.trouble is None:
        transport.sleep(0.1)
    if application.hall.trouble is not None:
        _leave(application, application.hall.trouble)
    application.stop()
    return 0


def _leave(application: Application, trouble: DiskFailed) -> NoReturn:
    """End without closing the files: that would write and sync them again, and might be believed."""
    application.sockets.say_goodbye()
    transport.sleep(0.2)
    with suppress(OSError):  # what is written there may be on the same disk
        sys.stderr.write(f"{trouble} {AFTER_A_FAILURE}\n")
        sys.stderr.flush()
    os._exit(os.EX_IOERR)
