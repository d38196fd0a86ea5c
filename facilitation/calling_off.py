"""A vote that is called off while it is open: its ballots are forgotten, and it is drafted anew (E31)."""

from dataclasses import replace

from facilitation.ballots import call_off, draft, run_off
from facilitation.clock import for_ms
from facilitation.commands import CallOffBallot
from facilitation.context import Context
from facilitation.records import put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.states import BallotState
from facilitation.workshop import Workshop

MINUTE_MS = 60_000


def call_off_open(workshop: Workshop, command: CallOffBallot, context: Context) -> Workshop | Refused:
    """Void the open ballot of this run; the next one waits until it is confirmed who is here."""
    run = workshop.runs[command.run]
    if run.id != workshop.head.run or command.version != workshop.clock.version:
        return refused(Refusal.SUPERSEDED)
    ballot = workshop.ballots.get(run.ballot)
    if ballot is None or ballot.state is not BallotState.OPEN:
        return refused(Refusal.BALLOT_NOT_OPEN)
    phase = workshop.head.agenda.phases[run.phase]
    if ballot.run_off:
        again = run_off(replace(ballot, tied=ballot.options), run.id, context.ids[0])
        milliseconds = context.pace.run_off_ms
    else:
        again = draft(workshop, run.id, context.ids[0], phase.ballot)
        milliseconds = phase.minutes * MINUTE_MS
    clock = for_ms(workshop.clock, milliseconds, context.now)
    return put(call_off(workshop, ballot.id), again, replace(run, ballot=again.id), clock)
