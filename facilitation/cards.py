"""Cards: written, changed and taken back by whoever holds the edit key.

A card is out when its run was revealed or, in a live run, when its batch was released;
a signed card in a live run is out at once (DESIGN 4).
"""

from dataclasses import replace
from hashlib import sha256

from facilitation.agenda import NOT_CARDS, Authorship, CardKind, PhaseKind
from facilitation.ballots import card_on_ballot, card_on_open_ballot
from facilitation.changes import going, joins_the_tick
from facilitation.commands import AddCard, EditCard, ReleaseBatch, RewordCard, WithdrawCard
from facilitation.context import Context
from facilitation.hiding import beside, signed_by, with_words
from facilitation.marks import Change
from facilitation.records import drop, put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.shortlist import kept_in_step
from facilitation.states import Stage
from facilitation.workshop import Card, Gone, Run, Workshop, is_out

MAX_OUT = 5000
"""How many cards a board may show. What is not shown yet counts towards nobody's limit."""


def verifier_of(workshop_id: str, key: str) -> str:
    """The hash of an edit key: all that the server keeps of it."""
    return sha256(f"card-edit{workshop_id}{key}".encode()).hexdigest()


def reference_is_out(workshop: Workshop, reference: str) -> bool:
    """Whether what a card is about is a group or card that everybody sees; empty: the topic."""
    if not reference:
        return True
    kind, _, record_id = reference.partition(":")
    if kind == "group":
        return record_id in workshop.groups
    card = workshop.cards.get(record_id)
    return card is not None and is_out(workshop, card) and not card.hidden


def added(workshop: Workshop, command: AddCard) -> bool:
    """Already done: the id is on the board, or was and has been taken back."""
    return command.id in workshop.cards or command.id in workshop.gone


def _not_asked_for(workshop: Workshop, run: Run, command: AddCard) -> Refusal | None:
    phase = workshop.head.agenda.phases[run.phase]
    keeping = run.stage is Stage.KEEP
    kinds = (CardKind.CAUTION,) if keeping else phase.cards
    authorship = Authorship.UNSIGNED if keeping else phase.authorship
    if command.kind not in kinds or command.kind in NOT_CARDS:
        return Refusal.WRONG_KIND
    if authorship is Authorship.SIGNED and not command.signed.strip():
        return Refusal.NAME_NEEDED
    if authorship in {Authorship.UNSIGNED, Authorship.NONE} and command.signed.strip():
        return Refusal.UNSIGNED_ONLY
    if not command.text.strip():
        return Refusal.BAD_FIELD
    if not reference_is_out(workshop, command.target):
        return Refusal.NO_SUCH_CARD
    return Refusal.BOARD_FULL if _is_full(workshop) else None


def _is_full(workshop: Workshop) -> bool:
    if len(workshop.cards) < MAX_OUT:
        return False
    return sum(is_out(workshop, card) for card in workshop.cards.values()) >= MAX_OUT


def add(workshop: Workshop, command: AddCard, _context: Context) -> Workshop | Refused:
    """Write a card. Raises nothing; refuses what the phase does not ask for."""
    run = workshop.runs[command.run]
    problem = _not_asked_for(workshop, run, command)
    if problem is not None:
        return refused(problem)
    phase = workshop.head.agenda.phases[run.phase]
    live = run.stage is Stage.LIVE
    card = Card(
        id=command.id,
        run=command.run,
        kind=command.kind,
        verifier=command.verifier,
        text=command.text.strip(),
        signed=command.signed.strip(),
        target=command.target,
        released=live and bool(command.signed.strip()),
        late=live and phase.kind is PhaseKind.REVEAL,
        language=command.language,
    )
    return put(workshop, card)


def edited(workshop: Workshop, command: EditCard) -> bool:
    """Already done: this edit or a later one is there, or the card has been taken back."""
    card = workshop.cards.get(command.id)
    return withdrawn(workshop, command) or (
        card is not None
        and card.number >= command.number
        and card.verifier == verifier_of(workshop.head.id, command.key)
    )


def _own(workshop: Workshop, card_id: str, key: str) -> Card | Refused:
    card = workshop.cards.get(card_id)
    if card is None:
        return refused(Refusal.NO_SUCH_CARD)
    if card.verifier != verifier_of(workshop.head.id, key):
        return refused(Refusal.NOT_YOURS)
    return card


def edit(workshop: Workshop, command: EditCard, _context: Context) -> Workshop | Refused:
    """Change one's own card: freely until it is out, then until grouped or voted on (E23)."""
    card = _own(workshop, command.id, command.key)
    if isinstance(card, Refused):
        return card
    if is_out(workshop, card) and not command.shown:
        return refused(Refusal.RUN_OVER)
    if not command.text.strip():
        return refused(Refusal.BAD_FIELD)
    if command.signed not in {"", signed_by(workshop, card)}:
        return refused(Refusal.CANNOT_SIGN_LATER)
    if is_out(workshop, card) and not card.hidden and (card.place or card_on_ballot(workshop, card)):
        return refused(Refusal.TOO_LATE_TO_EDIT)
    text = command.text.strip()
    if joins_the_tick(workshop, card):
        return put(workshop, replace(card, number=command.number), Change(card.id, text))
    card = replace(card, number=command.number)
    if is_out(workshop, card):
        return with_words(workshop, card, text, command.signed)
    # How often it was changed before it was out is nobody's business.
    return put(workshop, replace(card, text=text, signed=command.signed))


def withdrawn(workshop: Workshop, command: EditCard | WithdrawCard) -> bool:
    """Already done: only the id is left, or will be after the tick."""
    card = workshop.cards.get(command.id)
    mine = card is not None and card.verifier == verifier_of(workshop.head.id, command.key)
    return command.id in workshop.gone or (mine and going(workshop, command.id))


def withdraw(workshop: Workshop, command: WithdrawCard, _context: Context) -> Workshop | Refused:
    """Take back one's own card, until it has been put to the vote (E24)."""
    card = _own(workshop, command.id, command.key)
    if isinstance(card, Refused):
        return card
    if is_out(workshop, card) and not command.shown:
        return refused(Refusal.RUN_OVER)
    if card_on_ballot(workshop, card):
        return refused(Refusal.ON_BALLOT)
    if joins_the_tick(workshop, card):
        return put(workshop, Change(card.id, gone=True))
    return kept_in_step(workshop, put(drop(workshop, card, *beside(workshop, card)), Gone(card.id)))


def reworded(workshop: Workshop, command: RewordCard) -> bool:
    """Already done: the words are there, one version on."""
    card = workshop.cards.get(command.id)
    return command.id in workshop.gone or (
        card is not None and card.wording == command.version + 1 and card.text == command.text.strip()
    )


def reword(workshop: Workshop, command: RewordCard, _context: Context) -> Workshop | Refused:
    """Change the words of a card that is out, as facilitator."""
    card = workshop.cards.get(command.id)
    if card is None or not is_out(workshop, card):
        return refused(Refusal.NO_SUCH_CARD)
    if card.hidden:
        return refused(Refusal.CARD_HIDDEN)
    if card.wording != command.version:
        return refused(Refusal.SUPERSEDED)
    if card_on_open_ballot(workshop, card):
        return refused(Refusal.ON_BALLOT)
    if not command.text.strip():
        return refused(Refusal.BAD_FIELD)
    reworded_now = put(workshop, replace(card, text=command.text.strip(), wording=card.wording + 1))
    change = workshop.pending.get(card.id)
    # Of two changes the later one stays; what was taken back goes all the same.
    return reworded_now if change is None or change.gone else drop(reworded_now, change)


def batch_released(workshop: Workshop, command: ReleaseBatch) -> bool:
    """Already done: this tick has been, or the run is over."""
    run = workshop.runs.get(command.run)
    return run is None or not run.open or run.tick >= command.tick


def release(workshop: Workshop, command: ReleaseBatch, context: Context) -> Workshop | Refused:
    """Show the unsigned cards that have gathered, if there are enough or they have waited long.

    How long is counted from the first tick that found one waiting, so that a lone card never
    appears just after it was sent.
    """
    run = workshop.runs[command.run]
    pending = [c for c in workshop.cards.values() if c.run == run.id and not c.released]
    waited = run.waited + 1 if pending else 0
    ready = len(pending) >= context.pace.batch_least or waited >= context.pace.batch_longest
    shown = [replace(card, released=True) for card in pending if ready]
    return put(workshop, replace(run, tick=command.tick, waited=0 if ready else waited), *shown)
