"""Changes by its writer to an unsigned card that everybody sees: they wait, and are shown together.

A change that showed at once would say who is typing. So it joins the next tick, in whichever
stage; where the group goes on, a vote opens or the workshop ends, it is shown with that.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from facilitation.commands import ShowChanges
from facilitation.context import Context
from facilitation.hiding import beside, signed_by, with_words
from facilitation.moderation import waiting_flags
from facilitation.records import drop, put
from facilitation.refusals import Refused
from facilitation.shortlist import kept_in_step
from facilitation.workshop import Card, Gone, Workshop, is_out

Apply: TypeAlias = Callable[[Workshop, Any, Context], Workshop | Refused]


def joins_the_tick(workshop: Workshop, card: Card) -> bool:
    """Whether a change to this card would show who is writing: it is out, and nobody signed it."""
    return is_out(workshop, card) and not signed_by(workshop, card)


def going(workshop: Workshop, card_id: str) -> bool:
    """Whether the card was taken back and only waits for the tick."""
    change = workshop.pending.get(card_id)
    return change is not None and change.gone


def wait(workshop: Workshop) -> bool:
    """Whether something waits for the tick: changes, or what was asked about a card."""
    return bool(workshop.pending) or bool(waiting_flags(workshop))


def none_wait(workshop: Workshop, _command: ShowChanges) -> bool:
    """Already done: nothing waits."""
    return not wait(workshop)


def show(workshop: Workshop, _command: object = None, _context: Context | None = None) -> Workshop:
    """Show all changes that wait, in one step. Raises nothing."""
    asked = [replace(flag, out=True) for flag in waiting_flags(workshop)]
    before, after = workshop, put(drop(workshop, *workshop.pending.values()), *asked)
    for change in workshop.pending.values():
        card = after.cards.get(change.id)
        if card is None:
            continue
        if change.gone:
            after = put(drop(after, card, *beside(after, card)), Gone(card.id))
        else:
            after = with_words(after, card, change.text, card.signed)
    return kept_in_step(before, after)


def shown_first(apply: Apply) -> Apply:
    """The same act on a board on which no change waits any more."""

    def act(workshop: Workshop, command: Any, context: Context) -> Workshop | Refused:  # noqa: ANN401 - see `update.Apply`
        return apply(show(workshop) if workshop.pending else workshop, command, context)

    return act
