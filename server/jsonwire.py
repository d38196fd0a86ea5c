"""JSON as it goes over the socket: text only, no binary packets, views encoded as they are."""

from collections.abc import Mapping
from typing import Any

import orjson
from socketio.packet import BINARY_ACK, BINARY_EVENT, Packet


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


def encoded(value: object) -> bytes:
    """JSON bytes of a reply: dataclasses, enums and maps as they are."""
    return orjson.dumps(value, default=_plain)


class Json:
    """What Socket.IO expects of a JSON module."""

    @staticmethod
    def dumps(value: object, **_: Any) -> str:  # noqa: ANN401 - the library's own options
        """JSON text."""
        return encoded(value).decode()

    @staticmethod
    def loads(text: str | bytes, **_: Any) -> Any:  # noqa: ANN401 - any JSON
        """The value. Raises: `ValueError`."""
        return orjson.loads(text)


class JsonPacket(Packet):  # type: ignore[misc]  # the library ships no types
    """A packet that is never binary: held attachments are a way to fill the memory."""

    uses_binary_events = False

    def decode(self, encoded_packet: str) -> int:
        """Read a packet. Raises: `ValueError` for a binary one."""
        attachments: int = super().decode(encoded_packet)
        if self.packet_type in {BINARY_EVENT, BINARY_ACK} or attachments:
            raise ValueError("no binary packets here")
        return attachments
