"""What is on the board, read from a view as it came over the wire."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Found: TypeAlias = Mapping[str, Any]
NOTHING: Found = {}


@dataclass(frozen=True, slots=True)
class Board:
    """A view with names for what is looked up in it. `view`: entries by key."""

    view: Mapping[str, Found]

    @property
    def workshop(self) -> Found:
        """The workshop's own entry."""
        return self.view.get("workshop", NOTHING)

    @property
    def state(self) -> str:
        """waiting, running or ended; empty before the first view."""
        return str(self.workshop.get("state", ""))

    @property
    def run_id(self) -> str:
        """The run that goes on, or empty."""
        return str(self.workshop.get("run", ""))

    @property
    def run(self) -> Found:
        """The run that goes on."""
        return self.view.get(f"run:{self.run_id}", NOTHING)

    @property
    def stage(self) -> str:
        """The stage of the run that goes on, or empty."""
        return str(self.run.get("stage", ""))

    @property
    def phase(self) -> Found:
        """The phase that goes on."""
        return self.workshop["phases"][self.run["phase"]] if self.run else NOTHING

    @property
    def is_last(self) -> bool:
        """Whether no phase comes after this one."""
        return bool(self.run) and self.run["phase"] + 1 == len(self.workshop["phases"])

    @property
    def clock(self) -> Found:
        """The clock."""
        return self.view.get("clock", NOTHING)

    @property
    def ballot(self) -> Found:
        """The ballot of the run that goes on."""
        return self.view.get(f"ballot:{self.run.get('ballot', '')}", NOTHING)

    def entries(self, kind: str) -> list[Found]:
        """All entries of a kind: card, group, ballot, decision, action, plan."""
        return [entry for key, entry in self.view.items() if key.startswith(f"{kind}:")]

    def cards(self, *kinds: str) -> list[Found]:
        """All cards of these kinds."""
        return [card for card in self.entries("card") if card["kind"] in kinds]

    @property
    def chosen(self) -> list[str]:
        """What the votes so far have led to, the latest first: chosen options, or the shortlist."""
        closed = [ballot for ballot in self.entries("ballot") if ballot["state"] == "closed"]
        closed.sort(key=lambda ballot: self._at(ballot["run"]))
        found = [option for ballot in reversed(closed) for option in ballot["chosen"]]
        return found or list(self.workshop.get("shortlist", ()))

    def _at(self, run: str) -> tuple[int, int]:
        entry = self.view.get(f"run:{run}", NOTHING)
        return entry.get("phase", -1), entry.get("round", 0)
