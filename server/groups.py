"""Who gets the same frames: one group for each audience of each workshop, and frames made once.

A frame is encoded once, compressed at most once, and its bytes are the same for everybody.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from engineio import packet

from server import frames
from server.carrier import Carrier
from server.frames import COMPRESSED_FROM
from server.jsonwire import encoded
from server.whole import Whole


class Shared:
    """One message for many, as Socket.IO writes it: `2["patch",{…}]`.

    `change`: what other groups are sent too, with other fields around it; it becomes the field `set`.
    """

    def __init__(self, event: str, data: object, change: Whole | None = None) -> None:
        self._change = change
        self._before, self._after = b'2["' + event.encode() + b'",' + encoded(data), b"]"
        if change is not None:
            self._before, self._after = self._before[:-1] + b',"set":', b"}]"

    @cached_property
    def _payload(self) -> bytes:
        return self._before + (self._change.plain if self._change else b"") + self._after

    @cached_property
    def plain(self) -> bytes:
        """The frame as it is."""
        return frames.text(b"4" + self._payload)

    @cached_property
    def squeezed(self) -> bytes:
        """The frame compressed; the plain one where that saves nothing worth its time."""
        if len(self._payload) < COMPRESSED_FROM:
            return self.plain
        if self._change is None:
            return b"".join(frames.compressed_text(frames.squeezed(b"4" + self._payload)))
        before, after = frames.squeezed(b"4" + self._before), frames.squeezed(self._after)
        return b"".join(frames.compressed_text(before, self._change.squeezed, after))

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
        self._change = Whole({})

    def join(self, group: str, carrier: Carrier) -> None:
        """Send this one the group's frames from now on."""
        self._members.setdefault(group, {})[carrier] = None

    def leave(self, group: str, carrier: Carrier) -> None:
        """Send this one no more of them."""
        members = self._members.get(group, {})
        members.pop(carrier, None)
        if not members:
            self._members.pop(group, None)

    def of(self, group: str) -> list[Carrier]:
        """Who is in a group."""
        return list(self._members.get(group, ()))

    def show(self, frame: Mapping[str, object], group: str) -> None:
        """Send a patch to everybody in a group. A change that two groups see is encoded once."""
        if group not in self._members:
            return
        if frame["set"] is not self._change.entries:
            self._change = Whole(frame["set"])
        around = {name: value for name, value in frame.items() if name != "set"}
        shared = Shared("patch", around, self._change)
        for carrier in self.of(group):
            shared.to(carrier)
