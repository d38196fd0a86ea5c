"""A ballot of one seat on a virtual server, as a device handles it."""

import json

from server.demo.ticket import Ticket


class Paper:
    """`device`: asks for it with its name, and casts it without."""

    def __init__(self, device, ballot):
        self.device = device
        with device.server.glass.caused_by(f"{device.name}'s ballot {ballot.id}"):
            self._ticket = Ticket(ballot.public_key, device.workshop, ballot.id)
        self._number = device.ask("AskCredential", {"ballot": ballot.id, "request": self._ticket.request})

    def cast(self, allocation):
        """Put it in the box, or a newer one in its place, once it is signed."""
        answer = self.device.answer(self._number)
        if answer is None or answer["status"] != "ok":
            return
        if not self._ticket.sig:
            self._ticket.take(answer["data"]["sig"])
        body = json.dumps(self._ticket.marked(allocation)).encode()
        self.device.call("POST", self._ticket.place, body, named=False)
