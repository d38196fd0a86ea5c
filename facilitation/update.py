"""`update`: the one function that changes a workshop.

"Already done?" is asked before phase, role or limit, so that a command sent again is
answered well whatever has happened since (DESIGN 2.4).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from facilitation import (
    actions,
    ballots,
    calling_off,
    cards,
    changes,
    clock,
    decisions,
    groups,
    hiding,
    items,
    keeping,
    moderation,
    phases,
    results,
    shortlist,
    spots,
)
from facilitation import canvas_commands as b
from facilitation import commands as c
from facilitation.context import Context
from facilitation.refusals import Refused
from facilitation.rules import may
from facilitation.workshop import Workshop

Done: TypeAlias = Callable[[Workshop, Any], bool]
Apply: TypeAlias = Callable[[Workshop, Any, Context], Workshop | Refused]


@dataclass(frozen=True, slots=True)
class Act:
    """How a command is carried out: has it been done already, and what does it do."""

    done: Done
    apply: Apply


ACTS: Mapping[type[Any], Act] = MappingProxyType(
    {
        c.StartWorkshop: Act(phases.started, phases.start),
        c.NextPhase: Act(phases.left, changes.shown_first(phases.next_phase)),
        c.BackPhase: Act(clock.never, changes.shown_first(phases.back_phase)),
        c.ExtendPhase: Act(clock.never, clock.extend),
        c.PausePhase: Act(clock.never, clock.pause),
        c.ResumePhase: Act(clock.never, clock.resume),
        c.KeepBallotOpen: Act(clock.never, clock.keep_open),
        c.EndWorkshop: Act(phases.ended, changes.shown_first(phases.end)),
        c.RenameWorkshop: Act(phases.renamed, phases.rename),
        c.KeepFor: Act(keeping.kept, keeping.keep),
        c.DeleteWorkshop: Act(keeping.deleted, keeping.delete),
        c.TuckAway: Act(phases.tucked, phases.tuck_away),
        c.SlowRoom: Act(moderation.slowed, moderation.slow),
        c.CloseDoor: Act(moderation.closed, moderation.close),
        c.AddCard: Act(cards.added, cards.add),
        c.EditCard: Act(cards.edited, cards.edit),
        c.WithdrawCard: Act(cards.withdrawn, cards.withdraw),
        c.RewordCard: Act(cards.reworded, cards.reword),
        c.HideCard: Act(hiding.hidden, hiding.hide),
        c.ShowCard: Act(hiding.brought_back, hiding.bring_back),
        c.FlagCard: Act(moderation.flagged, moderation.flag),
        c.LookedAt: Act(moderation.looked_at, moderation.look_at),
        c.AddGroup: Act(groups.added, groups.add),
        c.RenameGroup: Act(groups.renamed, groups.rename),
        c.RemoveGroup: Act(groups.removed, groups.remove),
        c.MoveCard: Act(groups.moved, groups.move),
        c.SetShortlist: Act(shortlist.is_set, shortlist.set_shortlist),
        c.CallOffBallot: Act(clock.never, calling_off.call_off_open),
        c.SettleTie: Act(results.settled_tie, results.settle_tie),
        c.AddDecision: Act(decisions.added, decisions.add),
        c.ChangeDecision: Act(decisions.changed, decisions.change),
        c.RemoveDecision: Act(decisions.removed, decisions.remove),
        c.AddAction: Act(actions.added, actions.add),
        c.ChangeAction: Act(actions.changed, actions.change),
        c.RemoveAction: Act(actions.removed, actions.remove),
        c.ChangePlan: Act(actions.plan_changed, actions.change_plan),
        b.Place: Act(spots.placed, spots.place),
        b.Paint: Act(spots.painted, spots.paint),
        b.Lock: Act(spots.locked, spots.lock),
        b.AddItem: Act(items.added, items.add),
        b.ChangeItem: Act(items.changed, items.change),
        b.RemoveItem: Act(items.removed, items.remove),
        b.ReadOut: Act(spots.read_out_already, spots.read_out),
        c.OpenBallot: Act(ballots.opened, changes.shown_first(ballots.open_up)),
        c.WidenRoll: Act(ballots.widened, ballots.widen),
        c.CastBallot: Act(ballots.counted, ballots.cast),
        c.CloseBallot: Act(results.closed, results.close),
        c.ReleaseBatch: Act(cards.batch_released, cards.release),
        c.ShowChanges: Act(changes.none_wait, changes.show),
        c.StillUsed: Act(keeping.noted, keeping.note),
    }
)
"""Every command and how it is carried out."""


def update(workshop: Workshop, command: c.Command, context: Context) -> Workshop | Refused:
    """Carry out a command.

    Returns the workshop after it (the same object when nothing changes, also when the
    command had been carried out before), or why it was refused. Raises nothing for any
    command of `commands.Command` whose fields have the shapes they are annotated with.
    """
    act = ACTS[type(command)]
    if act.done(workshop, command):
        return workshop
    return may(workshop, command, context.role) or act.apply(workshop, command, context)
