"""A stretch: what a desk carries out, saves and answers together.

It holds either only commands that somebody will see or only ones that nobody sees, so that
neither can be told by the other.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from facilitation.commands import Command
from facilitation.context import Role
from facilitation.patch import Patch
from facilitation.records import settled
from facilitation.refusals import Refused
from facilitation.rules import Audience
from facilitation.view import difference
from facilitation.workshop import Workshop
from server.answers import OK, Answer, Reply, of_refused

PRESENT = (Audience.FACILITATOR, Audience.PARTICIPANT, Audience.SCREEN)
"""The audiences that are sent frames."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One command that waits for the desk, and who hears the answer."""

    command: Command
    role: Role
    reply: Reply


CarryOut: TypeAlias = Callable[[Workshop, Ask], Workshop | Refused]


@dataclass(slots=True)
class Stretch:
    """What is carried out and saved together."""

    after: Workshop
    replies: list[tuple[Reply, Answer]]
    asks: list[Ask]
    patches: Mapping[Audience, Patch] = field(default_factory=dict)

    @property
    def refuses(self) -> bool:
        """Whether nothing is to be saved and somebody is told no: then it matters that we know the newest."""
        return not self.after.touched and any(answer is not OK for _, answer in self.replies)


def gather(workshop: Workshop, waiting: deque[Ask], carry_out: CarryOut) -> Stretch:
    """Take from the line up to the first change between seen and unseen."""
    stretch = Stretch(workshop, [], [])
    touched: frozenset[str] = frozenset()
    seen: bool | None = None
    while waiting:
        ask = waiting[0]
        before = settled(stretch.after)
        after = carry_out(before, ask)
        if isinstance(after, Workshop) and after is not before:
            shows = any(difference(before, after, one) for one in PRESENT)
            if seen is not None and shows is not seen:
                break
            seen = shows
            touched |= after.touched
            stretch.after = after
        waiting.popleft()
        stretch.asks.append(ask)
        stretch.replies.append((ask.reply, OK if isinstance(after, Workshop) else of_refused(after)))
    stretch.after = replace(stretch.after, touched=touched)
    found = ((one, difference(workshop, stretch.after, one)) for one in PRESENT)
    stretch.patches = {one: patch for one, patch in found if patch}
    return stretch
