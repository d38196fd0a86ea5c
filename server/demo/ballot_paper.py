"""The ballot of one seat, as a device handles it."""

from collections.abc import Mapping

from server.demo.calls import DeclinedError, call
from server.demo.device import Answer, Device
from server.demo.ticket import Ticket


class BallotPaper:
    """It is signed blind once, and may be cast again with another choice until the vote closes."""

    def __init__(self, device: Device, ballot: str) -> None:
        self._device, self._ballot = device, ballot
        public_key = device.board.view[f"ballot:{ballot}"]["public_key"]
        self._ticket = Ticket(public_key, device.workshop, ballot)

    def cast(self, allocation: Mapping[str, int]) -> Answer:
        """Put it in the box, or put a newer one in its place.

        Raises: `DeclinedError`, `UnreachableError`, `GoneError`.
        """
        if not self._ticket.sig:
            answer = self._device.ask("AskCredential", ballot=self._ballot, request=self._ticket.request)
            if answer["status"] != "ok":
                raise DeclinedError(answer["code"], answer["say"])
            self._ticket.take(answer["data"]["sig"])
        # No token goes with it: nothing in a ballot says who cast it.
        counted: Answer = call(self._device.url + self._ticket.place, self._ticket.marked(allocation))
        return counted
