"""Which agenda the scratch workshop has: one of those that are there, for a server may have its own."""

from collections.abc import Mapping
from typing import Any

TITLE = "A check of this server"
VOTES = {"feel", "vote"}


def fitting(agendas: list[dict[str, Any]]) -> str:
    """The agenda with the fewest steps that has all that is to be checked, or empty."""

    def fits(agenda: Mapping[str, Any]) -> bool:
        asked = {"visibility": "private", "authorship": "unsigned"}
        phases = agenda["phases"]
        unseen = [
            number
            for number, one in enumerate(phases)
            if "idea" in one["cards"] and all(one[name] == value for name, value in asked.items())
        ]
        later = {one["kind"] for one in phases[unseen[0] + 1 :]} if unseen else set()
        return "caution" in later and bool(VOTES & later)

    found = sorted((len(one["phases"]), one["id"]) for one in agendas if fits(one))
    return str(found[0][1]) if found else ""
