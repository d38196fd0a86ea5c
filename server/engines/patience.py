"""How long a request may take to come in. A slow one costs a connection, and nobody else's time."""

from time import monotonic
from typing import Any

HEAD_S, BODY_S = 5.0, 60.0
"""Seconds until the head of a request, or its body and answer, must be through."""

UNREAD: dict[Any, float] = {}
"""Connections whose request is not through, and when their patience ends (monotonic seconds)."""


class Patient:
    """Mixed into an engine's handler of requests: it says where a request is."""

    def reads_head(self, connection: Any) -> None:  # noqa: ANN401 - each engine has its own
        """The first byte of a request is awaited."""
        UNREAD[connection] = monotonic() + HEAD_S

    def reads_body(self, connection: Any, headers: Any) -> None:  # noqa: ANN401 - the same
        """The head is through."""
        UNREAD.pop(connection, None)
        if headers is not None and headers.get("content-length", "0") != "0":
            UNREAD[connection] = monotonic() + BODY_S

    def is_through(self, connection: Any) -> None:  # noqa: ANN401 - the same
        """The answer is sent, or the connection gone."""
        UNREAD.pop(connection, None)
