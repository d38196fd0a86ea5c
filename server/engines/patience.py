"""How long a request may take to come in. A slow one costs a connection, and nobody else's time."""

from functools import partial
from time import monotonic
from typing import Any

HEAD_S, BODY_S, BYTES_A_SECOND = 5.0, 5.0, 2_000
"""Seconds until a head, or a body, must be through; a body has more for its length, for slow lines."""

THROUGH = "folkmoot.through"
"""The key in a request's environment of what is called once its body is read."""

UNREAD: dict[Any, float] = {}
"""Connections whose request is not through, and when their patience ends (monotonic seconds)."""


class Patient:
    """Mixed into an engine's handler of requests: it says where a request is."""

    def reads_head(self, connection: Any) -> None:  # noqa: ANN401 - each engine has its own
        """The first byte of a request is awaited."""
        UNREAD[connection] = monotonic() + HEAD_S

    def reads_body(self, connection: Any, headers: Any) -> None:  # noqa: ANN401 - the same
        """The head is through. What announces an endless body gets no endless time: it is refused at once."""
        length = str((headers or {}).get("content-length") or "0")
        UNREAD[connection] = monotonic() + BODY_S + (int(length) if length.isdecimal() else 0) / BYTES_A_SECOND

    def is_through(self, connection: Any) -> None:  # noqa: ANN401 - the same
        """The body is read, the answer sent, or the connection gone."""
        UNREAD.pop(connection, None)

    def told(self, environ: dict[str, Any], connection: Any) -> dict[str, Any]:  # noqa: ANN401 - the same
        """The environment, with the way to say that the body is read."""
        return environ | {THROUGH: partial(self.is_through, connection)}
