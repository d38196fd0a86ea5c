"""The ballot of one seat, as a device handles it."""

import secrets
from collections.abc import Mapping

from server.demo.calls import DeclinedError, call
from server.demo.device import Answer, Device


class BallotPaper:
    """It is signed once, and may be cast again with another choice until the vote closes."""

    def __init__(self, device: Device, ballot: str) -> None:
        self._device, self._ballot = device, ballot
        self._nullifier, self._sig, self._rev = secrets.token_hex(32), "", 0

    def cast(self, allocation: Mapping[str, int]) -> Answer:
        """Put it in the box, or put a newer one in its place.

        Raises: `DeclinedError`, `UnreachableError`, `GoneError`.
        """
        if not self._sig:
            answer = self._device.ask("AskCredential", ballot=self._ballot, request=self._nullifier)
            if answer["status"] != "ok":
                raise DeclinedError(answer["code"], answer["say"])
            self._sig = answer["data"]["sig"]
        self._rev += 1
        # No token goes with it: nothing in a ballot says who cast it.
        place = f"{self._device.url}/api/workshops/{self._device.workshop}/ballots/{self._ballot}/cast"
        asked = {"nullifier": self._nullifier, "sig": self._sig, "rev": self._rev, "allocation": dict(allocation)}
        counted: Answer = call(place, asked)
        return counted
