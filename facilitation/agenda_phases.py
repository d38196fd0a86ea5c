"""Rules about each phase of an agenda by itself. `agenda_lint.py` names them all."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from facilitation.agenda import (
    NOT_CARDS,
    Advance,
    Agenda,
    Authorship,
    BallotPreset,
    CardKind,
    PhaseKind,
    Visibility,
)
from facilitation.agenda_form import FIXED
from facilitation.finding import Where, one_of
from facilitation.hats import Hat

Found: TypeAlias = Iterator[tuple[Where, str]]
"""Where an agenda breaks a rule, and what to say about it."""

NEEDS: Mapping[PhaseKind, CardKind] = MappingProxyType(
    {
        PhaseKind.GROUP: CardKind.THEME,
        PhaseKind.WEIGH: CardKind.BENEFIT,
        PhaseKind.CAUTION: CardKind.CAUTION,
        PhaseKind.FIX: CardKind.FIX,
    }
)

SILENT = frozenset({PhaseKind.FEEL, PhaseKind.VOTE, PhaseKind.BREAK})

SEEN_BY: Mapping[PhaseKind, frozenset[Visibility]] = MappingProxyType(
    {
        PhaseKind.REVEAL: frozenset({Visibility.LIVE, Visibility.SHARED}),
        PhaseKind.GROUP: frozenset({Visibility.LIVE}),
        PhaseKind.BREAK: frozenset({Visibility.LIVE, Visibility.SHARED}),
        PhaseKind.CLOSE: frozenset({Visibility.LIVE}),
    }
)

USUAL_HAT: Mapping[PhaseKind, Hat] = MappingProxyType(
    {
        PhaseKind.FEEL: Hat.RED,
        PhaseKind.WEIGH: Hat.YELLOW,
        PhaseKind.CAUTION: Hat.BLACK,
        PhaseKind.FIX: Hat.GREEN,
    }
)

LONGEST_RED = 5


def at(position: int, key: str = "kind") -> Where:
    """Where a key of a phase stands."""
    return ("phases", position, key)


def has_hats(agenda: Agenda) -> bool:
    """Whether this agenda works with hats at all."""
    return any(phase.hat is not Hat.NONE for phase in agenda.phases)


def usual_hat(agenda: Agenda) -> Found:
    for position, phase in enumerate(agenda.phases):
        usual = USUAL_HAT.get(phase.kind, phase.hat)
        if has_hats(agenda) and phase.hat not in {usual, Hat.NONE}:
            yield at(position, "hat"), f'a phase of the kind "{phase.kind}" usually has the {usual} hat.'


def red_is_silent(agenda: Agenda) -> Found:
    for position, phase in enumerate(agenda.phases):
        if phase.hat is Hat.RED and phase.cards:
            yield at(position, "cards"), "the red hat has no text: nobody gives reasons. Leave the cards out."


def red_is_short(agenda: Agenda) -> Found:
    for position, phase in enumerate(agenda.phases):
        if phase.hat is Hat.RED and phase.minutes > LONGEST_RED:
            yield at(position, "minutes"), f"the red hat should have {LONGEST_RED} minutes at most."


def collects_what_it_is_for(agenda: Agenda) -> Found:
    for position, phase in enumerate(agenda.phases):
        needed = NEEDS.get(phase.kind)
        if needed is not None and needed not in phase.cards:
            yield at(position, "cards"), f'a phase of the kind "{phase.kind}" collects "{needed}".'
        if phase.kind is PhaseKind.IDEATE and not phase.cards:
            yield at(position, "cards"), "nobody could write anything here: say which cards it collects."
        if phase.kind in SILENT and phase.cards:
            yield at(position, "cards"), f'a phase of the kind "{phase.kind}" collects no cards.'


def seen_as_fits(agenda: Agenda) -> Found:
    for position, phase in enumerate(agenda.phases):
        fitting = SEEN_BY.get(phase.kind, frozenset({Visibility.LIVE, Visibility.PRIVATE}))
        if phase.kind not in FIXED and phase.visibility not in fitting:
            words = one_of(sorted(fitting))
            yield (
                at(position, "visibility"),
                f'a phase of the kind "{phase.kind}" cannot be "{phase.visibility}". Possible: {words}.',
            )


def can_be_written(agenda: Agenda) -> Found:
    for position, phase in enumerate(agenda.phases):
        cards = [kind for kind in phase.cards if kind not in NOT_CARDS]
        shared = [kind for kind in phase.cards if kind in NOT_CARDS]
        if cards and phase.visibility is Visibility.SHARED:
            yield at(position, "cards"), f'"shared" is for reading: "{cards[0]}" cannot be written here. Use "live".'
        if shared and phase.visibility is Visibility.PRIVATE:
            yield at(position, "cards"), f'"{shared[0]}" is made together, so the phase cannot be "private".'
        if cards and phase.authorship is Authorship.NONE:
            yield at(position, "authorship"), 'say who signs: "signed", "unsigned" or "choice".'


def ballots_fit(agenda: Agenda) -> Found:
    for position, phase in enumerate(agenda.phases):
        votes = phase.kind in {PhaseKind.FEEL, PhaseKind.VOTE}
        if votes and phase.ballot is BallotPreset.NONE:
            yield at(position, "ballot"), f'a phase of the kind "{phase.kind}" needs a ballot.'
        if not votes and phase.ballot is not BallotPreset.NONE:
            yield at(position, "ballot"), 'only phases of the kinds "feel" and "vote" have a ballot.'


def person_moves_on(agenda: Agenda) -> Found:
    for position, phase in enumerate(agenda.phases):
        if phase.kind in FIXED and phase.advance is Advance.CLOCK:
            yield at(position, "advance"), f'no clock ends a phase of the kind "{phase.kind}": a person moves on.'
