"""The roll of a ballot: who may vote, and one blind signature for each seat.

The roll is durable before the ballot opens, and each request before it is signed (DESIGN 5). What is
kept of a request is its hash: the same one gets the same answer, after a crash too, another one none.
"""

from dataclasses import replace

from facilitation.commands import OpenBallot, WidenRoll
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.states import BallotState
from facilitation.workshop import Ballot
from server.answers import OK, Answer, no, ok
from server.blind import SigningError, fits, new_keys, read_key, sign
from server.hall import Hall
from server.people import Company, Who
from server.people_commands import AskCredential, ConfirmRoll, LetIn
from server.secret import hash_of
from server.stores.people import RollLine, key_of


def _ballot(hall: Hall, who: Who, ballot: str, state: BallotState) -> Ballot | None:
    """The ballot as it is now; where it is not in this state yet, another process may know better."""
    live = hall.live(who.workshop)
    found = None if live is None else live.desk.workshop.ballots.get(ballot)
    if live is not None and (found is None or found.state is not state):
        hall.current(who.workshop)
        found = live.desk.workshop.ballots.get(ballot)
    return found


def confirm_roll(hall: Hall, who: Who, asked: ConfirmRoll) -> Answer:
    """These seats may vote: write the roll down, then open the ballot."""
    ballot = _ballot(hall, who, asked.ballot, BallotState.DRAFT)
    if ballot is None or ballot.run != asked.run:
        return no(Refusal.NO_SUCH_BALLOT)
    if ballot.state is not BallotState.DRAFT:
        return OK if ballot.state is BallotState.OPEN else no(Refusal.BALLOT_NOT_OPEN)
    company = hall.companies.of(who.workshop)
    seats = sorted(set(asked.seats))
    if not seats or not set(seats) <= set(company.seats()):
        return no(Refusal.NO_SUCH_SEAT)
    if ballot.id in company.confirming:
        return no(Refusal.SUPERSEDED)
    company.confirming.add(ballot.id)
    try:
        return _open(hall, company, ballot, seats)
    finally:
        company.confirming.discard(ballot.id)


def _open(hall: Hall, company: Company, ballot: Ballot, seats: list[str]) -> Answer:
    for line in list(company.rolls.get(ballot.id, {}).values()):
        if line.seat not in seats:
            company.drop(line)
    for seat in seats:
        company.put(RollLine(ballot.id, seat))
    if not hall.saved(company):
        return no(Refusal.SAVING_PAUSED)
    public, private = hall.offload(new_keys)
    command = OpenBallot(ballot.run, ballot.id, len(seats), public, private)
    return hall.answer_to(company.workshop, command, Role.SERVER)


def let_in(hall: Hall, who: Who, asked: LetIn) -> Answer:
    """A later arrival may vote as well."""
    ballot = _ballot(hall, who, asked.ballot, BallotState.OPEN)
    company = hall.companies.of(who.workshop)
    if ballot is None:
        return no(Refusal.NO_SUCH_BALLOT)
    if ballot.state is not BallotState.OPEN:
        return no(Refusal.BALLOT_NOT_OPEN)
    if asked.seat not in company.seats():
        return no(Refusal.NO_SUCH_SEAT)
    company.waiting.discard(asked.seat)
    if asked.seat not in company.rolls.get(ballot.id, {}):
        company.put(RollLine(ballot.id, asked.seat, again=_lost(company, ballot.id) > _again(company, ballot.id)))
    if not hall.saved(company):
        return no(Refusal.SAVING_PAUSED)
    seats = len(company.rolls.get(ballot.id, {}))
    command = WidenRoll(ballot.id, seats, _again(company, ballot.id))
    return hall.answer_to(who.workshop, command, Role.SERVER)


def _lost(company: Company, ballot: str) -> int:
    """Ballots given out to places that are empty by now. Nobody can take them back: no place leads to a ballot."""
    here = company.seats()
    return sum(bool(line.request_hash) and line.seat not in here for line in company.rolls.get(ballot, {}).values())


def _again(company: Company, ballot: str) -> int:
    return sum(line.again for line in company.rolls.get(ballot, {}).values())


def ask_credential(hall: Hall, who: Who, asked: AskCredential) -> Answer:
    """The blind signature of a seat: same request, same answer; a second request is refused."""
    ballot = _ballot(hall, who, asked.ballot, BallotState.OPEN)
    if ballot is None:
        return no(Refusal.NO_SUCH_BALLOT)
    if ballot.state is not BallotState.OPEN:
        return no(Refusal.BALLOT_NOT_OPEN)
    blinded = bytes.fromhex(asked.request)
    if not fits(ballot.public_key, blinded):
        return no(Refusal.BAD_FIELD)
    company = hall.companies.of(who.workshop)
    line = company.rolls.get(ballot.id, {}).get(who.seat)
    if line is None and hall.stores.sharing is not None:
        company = hall.companies.refresh(who.workshop) or company
        line = company.rolls.get(ballot.id, {}).get(who.seat)
    if line is None:
        company.waiting.add(who.seat)
        return no(Refusal.NOT_ON_ROLL)
    request = hash_of(asked.request)
    # Another process may be signing for the same seat: the claim is what makes it one signature.
    claimed = hall.claim(who.workshop, key_of(line), request)
    if line.request_hash not in {"", request} or not claimed:
        return no(Refusal.ANOTHER_REQUEST)
    company.put(replace(line, request_hash=request))
    if not hall.saved(company):
        return no(Refusal.SAVING_PAUSED)
    given = company.given.setdefault(ballot.id, {})
    if request not in given:
        try:
            signed = hall.window.serve(lambda: sign(read_key(ballot.private_key), blinded))
        except SigningError as error:
            hall.failed(error)
            return no(Refusal.SAVING_PAUSED)
        given[request] = signed.hex()
    return ok({"sig": given[request]})
