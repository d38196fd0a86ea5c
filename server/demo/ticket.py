"""What a device holds for one vote: what it has had signed blind, and how it casts that. It knows no line."""

import base64
import json
import secrets
from collections.abc import Mapping
from typing import Any

from server.ballots import message
from server.blind import PREFIX_BYTES
from server.demo.blinding import Blinding, blind
from server.paper import CAST_BYTES


class Ticket:
    """Signed blind once, then cast as often as one changes one's mind.

    `nullifier`: the secret that it is counted under; `rev`: of what was marked last.
    """

    def __init__(self, public_pem: str, workshop: str, ballot: str) -> None:
        self.nullifier = secrets.token_hex(32)
        self._blinding: Blinding = blind(public_pem, message(self.nullifier, workshop, ballot))
        self.place = f"/api/workshops/{workshop}/ballots/{ballot}/cast"
        self.sig, self.rev = "", 0

    @property
    def request(self) -> str:
        """To be asked for with `AskCredential`."""
        return self._blinding.request.hex()

    def take(self, answer: str) -> None:
        """Take the blinding off what the server answered. Raises: `ValueError`."""
        signature = self._blinding.finished(bytes.fromhex(answer))
        self.sig = base64.urlsafe_b64encode(signature).decode().rstrip("=")

    def marked(self, allocation: Mapping[str, int]) -> dict[str, Any]:
        """The body to send to `place`, with the next revision."""
        self.rev += 1
        return padded(
            {
                "nullifier": self.nullifier,
                "prefix": self._blinding.prepared[:PREFIX_BYTES].hex(),
                "sig": self.sig,
                "rev": self.rev,
                "allocation": dict(allocation),
            }
        )


def padded(paper: Mapping[str, Any]) -> dict[str, Any]:
    """Filled up, so that every ballot is as long as every other."""
    bare = len(json.dumps({**paper, "pad": ""}).encode())
    return {**paper, "pad": "0" * max(0, CAST_BYTES - bare)}
