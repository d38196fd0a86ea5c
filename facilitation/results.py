"""From a ballot to its result, and what to do about one that is too close to call."""

from dataclasses import replace

from facilitation.ballots import count, few_voted, narrows, run_off
from facilitation.clock import for_ms
from facilitation.commands import CloseBallot, SettleTie, Way
from facilitation.context import Context
from facilitation.records import put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.states import BallotState, Outcome, Stage
from facilitation.workshop import Ballot, Run, Workshop

OUTCOME_OF: dict[Way, Outcome] = {
    Way.TAKE_BOTH: Outcome.TAKE_BOTH,
    Way.RUN_OFF: Outcome.RUN_OFF,
    Way.CHOOSE: Outcome.CHOSEN,
}


def closed(workshop: Workshop, command: CloseBallot) -> bool:
    """Already done, or nobody asked for it: the ballot is not open, or was kept open."""
    run = workshop.runs.get(command.run)
    if run is None or not run.open or run.id != workshop.head.run:
        return True
    ballot = workshop.ballots.get(run.ballot)
    waiting = ballot is not None and ballot.state is BallotState.OPEN
    return not waiting or workshop.clock.closing_at == 0


def close(workshop: Workshop, command: CloseBallot, context: Context) -> Workshop | Refused:
    """Count the ballot, once its ten seconds are over, and show the result."""
    if context.now < workshop.clock.closing_at:
        return workshop
    run = workshop.runs[command.run]
    workshop = count(workshop, workshop.ballots[run.ballot])
    result = Run(context.ids[0], run.phase, Stage.RESULT, revealed=True, ballot=run.ballot)
    return put(
        workshop,
        replace(run, open=False, revealed=True),
        result,
        replace(workshop.head, run=result.id),
        for_ms(workshop.clock, context.pace.result_ms, context.now),
    )


def settled_tie(workshop: Workshop, command: SettleTie) -> bool:
    """Already done: the tie was settled this way."""
    ballot = workshop.ballots.get(command.ballot)
    if ballot is None:
        return False
    if command.way is Way.TALK:
        return ballot.talked
    same_option = command.way is not Way.CHOOSE or ballot.chosen == (command.option,)
    return ballot.outcome is OUTCOME_OF[command.way] and same_option


def _problem(workshop: Workshop, ballot: Ballot | None, run: Run, command: SettleTie) -> Refusal | None:
    if ballot is None or ballot.id != run.ballot:
        return Refusal.NO_SUCH_BALLOT
    if ballot.outcome is not Outcome.NONE:
        return Refusal.SUPERSEDED
    talk_instead = few_voted(ballot) and not narrows(workshop, ballot) and command.way in {Way.TALK, Way.CHOOSE}
    if not (ballot.tied or talk_instead):
        return Refusal.NO_TIE
    if command.way is Way.CHOOSE and not ballot.talked:
        return Refusal.TALK_FIRST
    if command.way is Way.CHOOSE and command.option not in (ballot.tied or ballot.options):
        return Refusal.NOT_AN_OPTION
    return None


def settle_tie(workshop: Workshop, command: SettleTie, context: Context) -> Workshop | Refused:
    """Take both, vote again with one dot, or talk for two minutes and then choose. Where few voted: talk."""
    run = workshop.runs[command.run]
    ballot = workshop.ballots.get(command.ballot)
    problem = _problem(workshop, ballot, run, command)
    if problem is not None or ballot is None:
        return refused(problem or Refusal.NO_SUCH_BALLOT)
    if command.way is Way.TALK:
        clock = for_ms(workshop.clock, context.pace.talk_ms, context.now)
        return put(workshop, replace(ballot, talked=True), clock)
    settled = replace(ballot, outcome=OUTCOME_OF[command.way])
    if command.way is Way.TAKE_BOTH:
        return put(workshop, replace(settled, chosen=ballot.tied))
    if command.way is Way.CHOOSE:
        return put(workshop, replace(settled, chosen=(command.option,)))
    again = run_off(ballot, context.ids[0], context.ids[1])
    vote = Run(context.ids[0], run.phase, Stage.VOTE, round=_starts(workshop, run), ballot=again.id)
    return put(
        workshop,
        settled,
        replace(run, open=False),
        again,
        vote,
        replace(workshop.head, run=vote.id),
        for_ms(workshop.clock, context.pace.run_off_ms, context.now),
    )


def _starts(workshop: Workshop, run: Run) -> int:
    votes = [r for r in workshop.runs.values() if r.phase == run.phase and r.stage is Stage.VOTE]
    return len(votes) + 1
