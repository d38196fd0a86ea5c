"""How a simulated person votes: by taste, with now and then a change of mind."""

from collections.abc import Iterator

from server.demo.ballot_paper import BallotPaper
from server.demo.board import Found
from server.demo.mind import Mind

CHANGES_ONE_IN = 4
LEANING = 0.6
"""How much the whole town leans to the first theme; half as much to the second, and so on."""


def allocation(ballot: Found, mind: Mind) -> dict[str, int]:
    """Dots for what one likes most, within the budget and the cap of the ballot."""
    ranked = sorted(ballot["options"], key=lambda option: -_liking(mind, option))
    given: dict[str, int] = {}
    left = ballot["budget"]
    for option in ranked:
        if left:
            given[option] = min(left, mind.taste.randint(1, ballot["cap"]))
            left -= given[option]
    return given


def _liking(mind: Mind, option: str) -> float:
    theme = mind.town.theme_behind(mind.board, option)
    return mind.taste.random() + (LEANING / (1 + mind.town.themes.index(theme)) if theme else 0)


def vote(mind: Mind) -> Iterator[None]:
    """Vote in the ballot that is open, and perhaps once more."""
    ballot = mind.board.ballot
    if ballot.get("state") != "open":
        return
    paper = BallotPaper(mind.device, ballot["id"])
    yield
    paper.cast(allocation(ballot, mind))
    if mind.taste.randrange(CHANGES_ONE_IN) == 0:
        yield
        paper.cast(allocation(ballot, mind))
