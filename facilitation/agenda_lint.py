"""Whether an agenda makes sense as a workshop: one line for each rule, in `RULES`.

The most important one: nothing is used that nobody has been shown. Ideas that were written
unseen are shown by leaving their phase with Next and by a `reveal` phase in which people read
them; before that they are not grouped, weighed, voted on or criticised.

Source: DESIGN 4, and step 6 of the guide (DESIGN 1): no critical thinking until all ideas are out.
"""

from collections.abc import Callable
from dataclasses import dataclass

from facilitation import agenda_order, agenda_phases
from facilitation.agenda import Agenda
from facilitation.agenda_form import parse
from facilitation.agenda_phases import Found
from facilitation.finding import Finding, Level

__all__ = ["RULES", "Finding", "Level", "Rule", "lint", "parse"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, how bad breaking it is, and what finds it broken."""

    id: str
    level: Level
    find: Callable[[Agenda], Found]


RULES: tuple[Rule, ...] = (
    Rule("minutes-add-up", Level.ERROR, agenda_order.adds_up),
    Rule("blue-at-both-ends", Level.ERROR, agenda_order.blue_ends),
    Rule("one-hat-per-phase", Level.ERROR, agenda_order.one_hat),
    Rule("usual-hat", Level.WARNING, agenda_phases.usual_hat),
    Rule("shown-before-used", Level.ERROR, agenda_order.shown_first),
    Rule("cautions-wait", Level.ERROR, agenda_order.cautions_wait),
    Rule("yellow-before-black", Level.WARNING, agenda_order.yellow_first),
    Rule("red-has-no-text", Level.ERROR, agenda_phases.red_is_silent),
    Rule("red-is-short", Level.WARNING, agenda_phases.red_is_short),
    Rule("collects-what-it-is-for", Level.ERROR, agenda_phases.collects_what_it_is_for),
    Rule("visibility-fits", Level.ERROR, agenda_phases.seen_as_fits),
    Rule("can-be-written", Level.ERROR, agenda_phases.can_be_written),
    Rule("ballots-fit", Level.ERROR, agenda_phases.ballots_fit),
    Rule("person-moves-on", Level.ERROR, agenda_phases.person_moves_on),
    Rule("breaks", Level.WARNING, agenda_order.breaks),
    Rule("ends-with-close", Level.ERROR, agenda_order.ends_well),
)
"""Every rule, in the order in which its findings are shown."""


def lint(agenda: Agenda) -> list[Finding]:
    """Everything that these rules find in an agenda; empty when it is fine. Never raises."""
    return [Finding(where, rule.level, say) for rule in RULES for where, say in rule.find(agenda)]
