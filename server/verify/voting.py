"""The vote of the rehearsal: everybody votes, and somebody tries to cheat in every way we know."""

import base64
import secrets
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from server.demo.calls import DeclinedError, call
from server.demo.ticket import Ticket, padded
from server.verify.ear import Ear
from server.verify.story import Attempt, Story


@dataclass
class Paper:
    """One seat's ballot, and how it was marked last."""

    device: Ear
    ticket: Ticket
    allocation: Mapping[str, int] = field(default_factory=dict)

    def cast(self, allocation: Mapping[str, int]) -> None:
        """Raises: `DeclinedError`, `UnreachableError`."""
        call(self.device.url + self.ticket.place, self.ticket.marked(allocation))
        self.allocation = allocation


class Vote:
    """`ballot`: its entry as everybody sees it."""

    def __init__(self, story: Story, ballot: Mapping[str, object], attempts: list[Attempt]) -> None:
        self._story, self._ballot, self._attempts = story, ballot, attempts
        self.papers: list[Paper] = []
        self.public_key = str(ballot["public_key"])

    @property
    def _id(self) -> str:
        return str(self._ballot["id"])

    def _ticket(self, device: Ear) -> Ticket:
        ticket = Ticket(self.public_key, device.workshop, self._id)
        self._story.nullifiers.append(ticket.nullifier)
        self._story.requests.append(ticket.request)
        return ticket

    def give_to(self, device: Ear) -> Paper:
        """The ballot of one seat. Raises: `DeclinedError`."""
        ticket = self._ticket(device)
        answer = device.ask("AskCredential", ballot=self._id, request=ticket.request)
        if answer["status"] != "ok":
            raise DeclinedError(answer["code"], answer["say"])
        ticket.take(answer["data"]["sig"])
        self._story.signatures.append(ticket.sig)
        self.papers.append(Paper(device, ticket))
        return self.papers[-1]

    def expected(self) -> dict[str, int]:
        """What each option must have in the end: each ballot once, as it was marked last."""
        totals: Counter[str] = Counter()
        for paper in self.papers:
            totals.update(paper.allocation)
        return {option: totals[option] for option in totals if totals[option]}

    # --- trying to cheat ---------------------------------------------------------------

    def _tried(self, what: str, paper: Paper, sent: Mapping[str, object], place: str = "") -> None:
        try:
            call(paper.device.url + (place or paper.ticket.place), sent)
        except DeclinedError as no:
            self._attempts.append(Attempt(what, refused=True, say=str(no)))
        else:
            self._attempts.append(Attempt(what, refused=False, say=""))

    def asks_for_more(self, device: Ear, what: str) -> None:
        """A device asks for a ballot that it must not have."""
        answer = device.ask("AskCredential", ballot=self._id, request=self._ticket(device).request)
        self._attempts.append(Attempt(what, refused=answer["status"] == "refused", say=answer.get("say", "")))

    def cheat(self, options: list[str]) -> None:
        """While the vote is open: more dots, other people's ballots, made-up ballots."""
        paper, budget, cap = self.papers[0], int(str(self._ballot["budget"])), int(str(self._ballot["cap"]))
        good = paper.ticket.marked({options[0]: 1})
        paper.ticket.rev -= 1
        made_up = base64.urlsafe_b64encode(secrets.token_bytes(256)).decode().rstrip("=")
        many = dict.fromkeys(options[: budget + 1], 1)
        tries: list[tuple[str, Mapping[str, object]]] = [
            ("to give more dots than one has", {"allocation": many}),
            ("to give one option more dots than one may", {"allocation": {options[0]: cap + 1}}),
            ("to give a number below nothing", {"allocation": {options[0]: -1, options[1]: 1}}),
            ("to vote for something that is not on the ballot", {"allocation": {"card:" + secrets.token_hex(16): 1}}),
            ("to vote with a made-up ballot", {"sig": made_up}),
            ("to use one ballot twice, under another secret", {"nullifier": secrets.token_hex(32)}),
            ("to use one ballot twice, with another beginning", {"prefix": secrets.token_hex(32)}),
            ("to vote with the signature of somebody else", {"sig": self.papers[1].ticket.sig}),
        ]
        for what, change in tries:
            self._tried(what, paper, _filled({**good, "rev": paper.ticket.rev + 5, **change}))
        foreign = paper.ticket.place.replace(self._id, secrets.token_hex(16))
        self._tried("to use a ballot in another vote", paper, good, foreign)
        other = paper.ticket.place.replace(paper.device.workshop, secrets.token_hex(16))
        self._tried("to use a ballot in another workshop", paper, good, other)
        self.asks_for_more(paper.device, "to get a second ballot for one seat")

    def change_and_repeat(self, options: list[str]) -> None:
        """What is allowed, and must count once: another choice, and an older one that comes again."""
        paper = self.papers[0]
        before = paper.ticket.marked({options[-1]: 1})
        call(paper.device.url + paper.ticket.place, before)
        paper.cast({options[0]: 1})
        with suppress(DeclinedError):  # answering no is as good as counting it once
            call(paper.device.url + paper.ticket.place, before)

    def too_late(self) -> None:
        """After the close."""
        paper = self.papers[0]
        self._tried("to vote after the close", paper, paper.ticket.marked(dict(paper.allocation)))
        self.asks_for_more(paper.device, "to get a ballot after the close")


def _filled(paper: Mapping[str, object]) -> dict[str, object]:
    return padded({name: value for name, value in paper.items() if name != "pad"})
