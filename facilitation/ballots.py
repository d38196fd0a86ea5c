"""Ballots: what may be voted on, how much each person has, and counting at close.

Nothing of a ballot is counted before it closes; then totals stay, and the votes and the
private key go (DESIGN 7). Dots grow with the root of the number of options: few enough that
they mean a choice, enough that a long list does not split into single dots.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from math import ceil, sqrt

from facilitation.agenda import BallotPreset, CardKind, PhaseKind
from facilitation.clock import for_ms
from facilitation.commands import CastBallot, OpenBallot, WidenRoll
from facilitation.context import Context
from facilitation.records import drop, put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.states import BallotMethod, BallotState
from facilitation.workshop import Ballot, Card, Vote, Workshop, is_out

PICKS = 3
SHORTLIST = 5
SHORTLIST_MOST = 7
FEW_OPTIONS = 3
SOME_OPTIONS = 6
LEAST_DOTS = 3
MOST_DOTS = 6
TIE_SHARE = 0.05
FEW = 3
"""With fewer ballots than this anything that is said of the result tells who voted how (E32e)."""


def candidates(workshop: Workshop) -> tuple[str, ...]:
    """What may be voted on: groups that hold an idea, and ideas that stand alone; by id."""
    cards = (card for card in workshop.cards.values() if card.kind is CardKind.IDEA and not card.hidden)
    ideas = [card for card in cards if is_out(workshop, card)]
    groups = {card.group for card in ideas if card.group in workshop.groups}
    alone = {card.id for card in ideas if card.group not in workshop.groups}
    return tuple(sorted([f"group:{one}" for one in groups] + [f"card:{one}" for one in alone]))


def dots_for(options: int) -> tuple[int, int]:
    """Budget and cap for so many options: about the root of their number, 1 to 6."""
    if options <= FEW_OPTIONS:
        budget = 1
    elif options <= SOME_OPTIONS:
        budget = 2
    else:
        budget = min(MOST_DOTS, max(LEAST_DOTS, round(sqrt(options))))
    return budget, 1 if budget <= LEAST_DOTS else 2


def draft(workshop: Workshop, run: str, ballot: str, preset: BallotPreset) -> Ballot:
    """The ballot of a phase, before it opens: the shortlist if there is one, else everything."""
    options = candidates(workshop)
    if preset is BallotPreset.DOTS and workshop.head.shortlist:
        options = tuple(one for one in workshop.head.shortlist if one in options)
    if preset is BallotPreset.PICK3:
        budget, cap = min(PICKS, max(1, len(options) - 1)), 1
        return Ballot(ballot, run, BallotMethod.PICKS, options, budget, cap)
    budget, cap = dots_for(len(options))
    return Ballot(ballot, run, BallotMethod.DOTS, options, budget, cap)


def run_off(ballot: Ballot, run: str, new_id: str) -> Ballot:
    """One dot each among the options that were too close to call."""
    return Ballot(new_id, run, BallotMethod.DOTS, ballot.tied, budget=1, cap=1, run_off=True)


def open_ballot(workshop: Workshop) -> Ballot | None:
    """The ballot that is open now, if one is."""
    found = [b for b in workshop.ballots.values() if b.state is BallotState.OPEN]
    return found[0] if found else None


def on_ballot(workshop: Workshop, *references: str) -> bool:
    """Whether one of these has been put to the vote; a vote that was called off does not count."""
    return any(
        one in ballot.options
        for ballot in workshop.ballots.values()
        if ballot.state in {BallotState.OPEN, BallotState.CLOSED}
        for one in references
    )


def card_on_ballot(workshop: Workshop, card: Card) -> bool:
    """Whether this card, or the group it is in, has been put to the vote."""
    return on_ballot(workshop, f"card:{card.id}", f"group:{card.group}")


def card_on_open_ballot(workshop: Workshop, card: Card) -> bool:
    """Whether this card, or the group it is in, is an option of a vote that is open now."""
    ballot = open_ballot(workshop)
    return ballot is not None and bool({f"card:{card.id}", f"group:{card.group}"} & set(ballot.options))


def opened(workshop: Workshop, command: OpenBallot) -> bool:
    """Already done: the ballot is open, or has been."""
    ballot = workshop.ballots.get(command.ballot)
    return ballot is not None and ballot.state is not BallotState.DRAFT


def open_up(workshop: Workshop, command: OpenBallot, context: Context) -> Workshop | Refused:
    """Open a ballot: its options are frozen, and everybody gets the phase's whole time."""
    ballot = workshop.ballots.get(command.ballot)
    if ballot is None or ballot.run != command.run:
        return refused(Refusal.NO_SUCH_BALLOT)
    phase = workshop.head.agenda.phases[workshop.runs[ballot.run].phase]
    if not ballot.run_off:
        ballot = draft(workshop, ballot.run, ballot.id, phase.ballot)
    if not ballot.options:
        return refused(Refusal.NOTHING_TO_VOTE_ON)
    milliseconds = context.pace.run_off_ms if ballot.run_off else phase.minutes * 60_000
    return put(
        workshop,
        replace(
            ballot,
            state=BallotState.OPEN,
            seats=command.seats,
            public_key=command.public_key,
            private_key=command.private_key,
        ),
        for_ms(workshop.clock, milliseconds, context.now),
    )


def widened(workshop: Workshop, command: WidenRoll) -> bool:
    """Already done: at least so many may vote."""
    ballot = workshop.ballots.get(command.ballot)
    return ballot is not None and ballot.seats >= command.seats and ballot.reissued >= command.reissued


def widen(workshop: Workshop, command: WidenRoll, _context: Context) -> Workshop | Refused:
    """Let a later arrival vote."""
    ballot = workshop.ballots.get(command.ballot)
    if ballot is None or ballot.state is not BallotState.OPEN:
        return refused(Refusal.BALLOT_NOT_OPEN)
    seats, reissued = max(ballot.seats, command.seats), max(ballot.reissued, command.reissued)
    return put(workshop, replace(ballot, seats=seats, reissued=reissued))


def counted(workshop: Workshop, command: CastBallot) -> bool:
    """Already done: this revision or a later one of the same ballot is in the box."""
    vote = workshop.votes.get(command.nullifier)
    return vote is not None and vote.ballot == command.ballot and vote.rev >= command.rev


def over(ballot: Ballot, allocation: Mapping[str, int]) -> Refusal | None:
    """Why this allocation cannot be counted, or None."""
    if not set(allocation) <= set(ballot.options):
        return Refusal.NOT_AN_OPTION
    if any(dots < 1 or dots > ballot.cap for dots in allocation.values()):
        return Refusal.OVER_CAP
    if sum(allocation.values()) > ballot.budget:
        return Refusal.OVER_BUDGET
    return None


def cast(workshop: Workshop, command: CastBallot, _context: Context) -> Workshop | Refused:
    """Put a ballot into the box, or a newer one of the same voter in its place."""
    ballot = workshop.ballots.get(command.ballot)
    if ballot is None:
        return refused(Refusal.NO_SUCH_BALLOT)
    if ballot.state is not BallotState.OPEN:
        return refused(Refusal.BALLOT_NOT_OPEN)
    problem = over(ballot, command.allocation)
    if problem is not None:
        return refused(problem)
    others = [v for v in workshop.votes.values() if v.ballot == ballot.id]
    if command.nullifier not in workshop.votes and len(others) >= ballot.seats:
        return refused(Refusal.NOT_ON_ROLL)
    vote = Vote(command.nullifier, ballot.id, command.rev, dict(command.allocation))
    return put(workshop, vote)


def is_tie(top: int, other: int) -> bool:
    """Whether two totals are too close to mean anything: one dot, or five in a hundred (E30)."""
    return top - other <= max(1, ceil(TIE_SHARE * top))


def too_close(totals: Mapping[str, int]) -> tuple[str, ...]:
    """The options that are too close to call, by id; one alone is the clear winner."""
    top = max(totals.values(), default=0)
    if top == 0:
        return ()
    return tuple(sorted(one for one, dots in totals.items() if dots and is_tie(top, dots)))


def suggested(totals: Mapping[str, int]) -> tuple[str, ...]:
    """A shortlist: the five with most, with all that tie for the last place if seven hold them."""
    marked = {one: dots for one, dots in totals.items() if dots}
    ranked = sorted(marked, key=lambda one: -marked[one])
    if len(ranked) <= SHORTLIST:
        return tuple(sorted(ranked))
    cut = marked[ranked[SHORTLIST - 1]]
    tied_in = [one for one in ranked if marked[one] >= cut]
    chosen = tied_in if len(tied_in) <= SHORTLIST_MOST else [o for o in ranked if marked[o] > cut]
    return tuple(sorted(chosen or tied_in))


def count(workshop: Workshop, ballot: Ballot) -> Workshop:
    """Close a ballot: totals stay, unless few voted; its votes and its private key go."""
    votes = [vote for vote in workshop.votes.values() if vote.ballot == ballot.id]
    dots: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for vote in votes:
        dots.update(vote.allocation)
        people.update(vote.allocation.keys())
    totals = {option: dots[option] for option in ballot.options}
    close = too_close(totals)
    narrowing = narrows(workshop, ballot)
    closed = replace(ballot, state=BallotState.CLOSED, private_key="", cast=len(votes))
    if len(votes) < FEW:
        return put(drop(workshop, *votes), closed)
    closed = replace(
        closed,
        totals=totals,
        voters={option: people[option] for option in ballot.options},
        tied=close if len(close) > 1 and not narrowing else (),
        chosen=close if len(close) == 1 and not narrowing else (),
    )
    workshop = put(drop(workshop, *votes), closed)
    if not narrowing:
        return workshop
    head = workshop.head
    return put(
        workshop,
        replace(head, shortlist=suggested(totals), shortlist_version=head.shortlist_version + 1),
    )


def narrows(workshop: Workshop, ballot: Ballot) -> bool:
    """Whether this ballot only makes the shortlist for a later one."""
    later = workshop.head.agenda.phases[workshop.runs[ballot.run].phase + 1 :]
    return ballot.method is BallotMethod.PICKS and any(phase.kind is PhaseKind.VOTE for phase in later)


def few_voted(ballot: Ballot) -> bool:
    """Whether so few ballots were cast that nothing is counted: the group talks, and chooses."""
    return ballot.state is BallotState.CLOSED and ballot.cast < FEW


def call_off(workshop: Workshop, ballot_id: str) -> Workshop:
    """Void a ballot that has not been counted: its dots are free again on every device (E22)."""
    ballot = workshop.ballots.get(ballot_id)
    if ballot is None or ballot.state not in {BallotState.DRAFT, BallotState.OPEN}:
        return workshop
    votes = [vote for vote in workshop.votes.values() if vote.ballot == ballot_id]
    return put(drop(workshop, *votes), replace(ballot, state=BallotState.VOID, private_key=""))
