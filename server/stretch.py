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
from facilitation.patch import Patch, joined
from facilitation.records import settled
from facilitation.refusals import Refused
from facilitation.rules import Audience
from facilitation.view import differences
from facilitation.workshop import Workshop
from server.answers import OK, Answer, Reply, of_refused

PRESENT = (Audience.FACILITATOR, Audience.PARTICIPANT, Audience.SCREEN)
"""The audiences that are sent frames."""


EVERY = 10**9
"""More commands than ever wait."""


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


def gather(workshop: Workshop, waiting: deque[Ask], carry_out: CarryOut, most: int = EVERY) -> Stretch:
    """Take from the line up to the first change between seen and unseen, `most` commands at once."""
    stretch = Stretch(workshop, [], [])
    touched: set[str] = set()
    steps: list[Mapping[Audience, Patch]] = []
    before = settled(workshop)
    while waiting and len(stretch.asks) < most:
        ask = waiting[0]
        after = carry_out(before, ask)
        if isinstance(after, Workshop) and after is not before:
            step = differences(before, after, PRESENT)
            if steps and not alike(step, steps[0]):
                break
            steps.append(step)
            touched |= after.touched
            before = settled(after)
        waiting.popleft()
        stretch.asks.append(ask)
        stretch.replies.append((ask.reply, OK if isinstance(after, Workshop) else of_refused(after)))
    stretch.after = replace(before, touched=frozenset(touched))
    stretch.patches = _together(workshop, stretch.after, steps)
    return stretch


def unseen_first(workshop: Workshop, waiting: deque[Ask], carry_out: CarryOut) -> int:
    """Put what changes nothing that anybody sees before all else that waits; how many such there are.

    Otherwise it would part what is seen into several saves and frames, and be told by that. What is
    refused now stays where it is: it may want for something that comes before it.
    """
    before, unseen, rest = settled(workshop), [], []
    for ask in waiting:
        after = carry_out(before, ask)
        changed = after if isinstance(after, Workshop) and after is not before else None
        if changed is not None and not any(differences(before, changed, PRESENT).values()):
            unseen.append(ask)
            before = settled(changed)
        else:
            rest.append(ask)
    waiting.clear()
    waiting.extend([*unseen, *rest])
    return len(unseen)


def alike(one: Mapping[Audience, Patch], other: Mapping[Audience, Patch]) -> bool:
    """Whether somebody sees both, or nobody sees either."""
    return any(one.values()) is any(other.values())


def _together(before: Workshop, after: Workshop, steps: list[Mapping[Audience, Patch]]) -> Mapping[Audience, Patch]:
    """What a stretch changes for whom: all steps side by side, or looked for where two change the same."""
    found: dict[Audience, Patch | None] = {}
    for one in PRESENT:
        # Mostly all see the same: then it is one patch, which is put together and encoded once.
        same = next((other for other in found if all(step[one] is step[other] for step in steps)), None)
        found[one] = found[same] if same else joined(step[one] for step in steps)
    if None in found.values():
        found = dict(differences(before, after, PRESENT))
    return {one: patch for one, patch in found.items() if patch}
