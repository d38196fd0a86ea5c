"""What the rehearsal brings home, for the checks to judge. What it did not come to stays empty."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from server.verify.ear import Ears
from server.verify.story import Attempt, Story
from server.verify.web import Page

SEALED, SHOWN, WORRIES, VOTING, COUNTED, DELETED = "sealed", "shown", "worries shown", "voting", "counted", "deleted"
"""The moments of the rehearsal, in their order."""

NOT_REACHED = "The rehearsal did not come so far."
Where = Mapping[str, set[str]]


@dataclass
class StoreFindings:
    """What was looked for in the stored bytes. None: it did not come to that.

    `control`: how many of the sealed words were there before the reveal; where none were, it is not the store of
    this server. `beside_cards`: who was there, found among the content; `cards_beside`: the other way round.
    `after_step`: what had to be gone when the step moved on; `orders`: how many files or keys held all cards then.
    `voting`: how much of the vote was there while it was open (to know that looking finds it; `key_seen` the same
    for its private key). `after_close`, `after_delete`: what was still there then.
    """

    what: str = ""
    problem: str = ""
    control: int = 0
    secrets: Where | None = None
    beside_cards: Where | None = None
    cards_beside: Where | None = None
    after_step: Where | None = None
    voting: int = 0
    after_close: Where | None = None
    key_seen: bool = False
    key_left: bool = False
    after_delete: Where | None = None
    orders: int = 0


@dataclass
class Evidence:
    """`stopped`: why the rehearsal did not come to its end, or empty. `orders`: card ids as an outlet gave them.

    `early`: ballots that told something of the result before they closed. `expected`: the totals as they must be.
    `result`: the ballot's entry when it was closed. `admitted`: how many were given a ballot. `log`: what the server
    wrote to its log meanwhile; None: no file was named.
    """

    url: str
    ears: Ears = field(default_factory=Ears)
    story: Story = field(default_factory=Story)
    store: StoreFindings = field(default_factory=StoreFindings)
    orders: dict[str, list[str]] = field(default_factory=dict)
    attempts: list[Attempt] = field(default_factory=list)
    early: list[str] = field(default_factory=list)
    expected: Mapping[str, int] = field(default_factory=dict)
    result: Mapping[str, Any] = field(default_factory=dict)
    admitted: int = 0
    pages: list[Page] = field(default_factory=list)
    after_delete: list[Page] = field(default_factory=list)
    moments: set[str] = field(default_factory=set)
    log: bytes | None = None
    stopped: str = ""
