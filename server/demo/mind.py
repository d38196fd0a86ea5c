"""What a simulated person has in mind: a name, a taste, a share of what the town says."""

from dataclasses import dataclass, field
from random import Random

from server.demo.board import Board
from server.demo.content import Theme, Town, share
from server.demo.device import Device

SIGNS_ONE_IN = 3


@dataclass
class Mind:
    """`seat` of so many `people` says which lines are theirs.

    `kept`: their own kept worries, card id to edit key and words; it never leaves the device.
    """

    device: Device
    town: Town
    seat: int
    people: int
    taste: Random = field(init=False)
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The same taste each time, so that one demo is like the other."""
        self.taste = Random(f"{self.town.title} {self.seat}")  # noqa: S311 - a taste is no secret

    @property
    def name(self) -> str:
        """A name, as long as there are names."""
        return self.town.people[self.seat] if self.seat < len(self.town.people) else ""

    @property
    def board(self) -> Board:
        """What everybody sees now."""
        return self.device.board

    def own(self, what: str) -> list[str]:
        """Their share of the town's `facts`, say."""
        return share(getattr(self.town, what), self.seat, self.people)

    def own_of_themes(self, what: str) -> list[tuple[Theme, str]]:
        """Their share of the themes' `ideas`, say, each with its theme."""
        return share(self.town.said(what), self.seat, self.people)

    def write(self, kind: str, text: str, target: str = "") -> None:
        """Write a card into the run that goes on; sign it where that is asked, or now and then where one may."""
        authorship = self.board.phase.get("authorship")
        signs = authorship == "signed" or (authorship == "choice" and self.taste.randrange(SIGNS_ONE_IN) == 0)
        self.device.write(self.board.run_id, kind, text, signed=self.name if signs else "", target=target)
