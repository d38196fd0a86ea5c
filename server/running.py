"""Running the server: settings, sockets, the words at start, and a quiet end."""

import io
import signal
import socket
import sys
from dataclasses import dataclass
from types import FrameType

import segno

from server import transport
from server.addresses import Addresses, find_addresses
from server.app import Application, create_app
from server.log import make_log, quieten
from server.settings import BadSetting, Settings, read
from server.stores.store import CannotOpen
from server.template_file import TemplateError


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
    transport.spawn(transport.serve, listener, application.wsgi)
    _say(greeting(addresses, application.creators.code))
    while not stopping.asked:
        transport.sleep(0.1)
    application.stop()
    return 0
