"""Where this server is reached: links to pass on, and whose pages may speak to it."""

import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from server.headers import HOST
from server.secret import spelled
from server.shapes import Invitation

ANY = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - recognised, not bound


def is_loopback(address: str) -> bool:
    """Whether this is an address, or `localhost`, of this very computer."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def is_address(name: str) -> bool:
    """Whether this is an address, or `localhost`, and no name that somebody may own."""
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return name == "localhost"
    return True


def local_address() -> str:
    """The address of this computer on its network, or empty. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return ""
        address = str(probe.getsockname()[0])
    return "" if is_loopback(address) else address


@dataclass(frozen=True, slots=True)
class Addresses:
    """`public_url`: as set, or empty. `network_url`: reached from the local network, or empty.

    `own_url`: reached from this computer.
    """

    public_url: str
    network_url: str
    own_url: str

    @property
    def passed_on(self) -> str:
        """The address that other people can use, as far as we know."""
        return self.public_url or self.network_url or self.own_url

    def seen_from(self, host: str) -> str:
        """The address to put in links for a device that calls us `host`."""
        if self.public_url or not HOST.fullmatch(host):
            return self.passed_on
        name = urlsplit(f"//{host}").hostname or ""
        return self.passed_on if is_loopback(name) else f"http://{host}"

    def may_speak(self, origin: str | None, environ: Mapping[str, Any]) -> bool:
        """Whether a page of this origin may open a socket: our own pages only."""
        if origin is None or origin == self.public_url:
            return True
        host = str(environ.get("HTTP_HOST", ""))
        # A name bound to our address a moment ago would look like ours; an address cannot be bound.
        named = not self.public_url or is_address(urlsplit(f"//{host}").hostname or "")
        return bool(host) and named and origin in {f"http://{host}", f"https://{host}"}

    def may_open(self, environ: Mapping[str, Any]) -> bool:
        """Whether a request may open or use a socket.

        A browser names an Origin with every WebSocket and every POST. Who shows no sign of a browser
        is a program; there is no cookie that either could ride on. An answer that is a script
        (JSONP) could be read by pages of other origins, and is never given.
        """
        if "j" in parse_qs(str(environ.get("QUERY_STRING", "")), keep_blank_values=True):
            return False
        if (origin := environ.get("HTTP_ORIGIN")) is not None:
            return bool(origin) and self.may_speak(str(origin), environ)
        if environ.get("HTTP_SEC_FETCH_SITE", "same-origin") != "same-origin":
            return False
        browser = str(environ.get("HTTP_USER_AGENT", "")).startswith("Mozilla/") or any(
            name.startswith("HTTP_SEC_FETCH_") for name in environ
        )
        return not browser or (environ.get("REQUEST_METHOD") == "GET" and "HTTP_UPGRADE" not in environ)


def find_addresses(host: str, port: int, public_url: str) -> Addresses:
    """The addresses of a server that listens on `host` and `port`."""
    network = local_address() if host in ANY else ("" if is_loopback(host) else host)
    network_url = f"http://{network}:{port}" if network else ""
    return Addresses(public_url, network_url, f"http://127.0.0.1:{port}")


def invitation(addresses: Addresses, workshop: str, join_code: str, host: str) -> Invitation:
    """How others come in, for a device that calls us `host`."""
    link = f"/w/{workshop}"
    return Invitation(link, spelled(join_code), f"{addresses.seen_from(host)}{link}")
