"""Who gets the same frames: one group for each audience of each workshop, and frames made once.

A frame is encoded once, compressed at most once, and its bytes are the same for everybody.
"""

from functools import cached_property
from typing import Any

from engineio import packet

from server import frames
from server.carrier import Carrier
from server.frames import COMPRESSED_FROM
from server.jsonwire import encoded


class Shared:
    """One message for many. `payload`: as Socket.IO writes it, `2["patch",…]`."""

    def __init__(self, event: str, data: object) -> None:
        self._payload = b'2["' + event.encode() + b'",' + encoded(data) + b"]"

    @cached_property
    def plain(self) -> bytes:
        """The frame as it is."""
        return frames.text(b"4" + self._payload)

    @cached_property
    def squeezed(self) -> bytes:
        """The frame compressed; the plain one where that saves nothing worth its time."""
        if len(self._payload) < COMPRESSED_FROM:
            return self.plain
        return b"".join(frames.compressed_text(frames.squeezed(b"4" + self._payload)))

    @cached_property
    def packet(self) -> Any:  # noqa: ANN401 - the library's packet
        """The same for a device that polls."""
        return packet.Packet(packet.MESSAGE, self._payload.decode())

    def to(self, carrier: Carrier) -> None:
        """Send it to one."""
        line = carrier.line
        if line is not None:
            line.write(self.squeezed if line.deflates else self.plain)
        elif not carrier.closed:
            carrier.send(self.packet)


class Groups:
    """Carriers by the name of their group."""

    def __init__(self) -> None:
        self._members: dict[str, dict[Carrier, None]] = {}

    def join(self, group: str, carrier: Carrier) -> None:
        """Send this one the group's frames from now on."""
        self._members.setdefault(group, {})[carrier] = None

    def leave(self, group: str, carrier: Carrier) -> None:
        """Send this one no more of them."""
        members = self._members.get(group, {})
        members.pop(carrier, None)
        if not members:
            self._members.pop(group, None)

    def say(self, event: str, data: object, group: str) -> None:
        """Send one message to everybody in a group."""
        members = self._members.get(group)
        if members:
            shared = Shared(event, data)
            for carrier in list(members):
                shared.to(carrier)
