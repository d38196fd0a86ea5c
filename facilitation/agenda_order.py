"""Rules about an agenda as a whole: its sum, its order, its end. `agenda_lint.py` names them all."""

from facilitation.agenda import Agenda, CardKind, Phase, PhaseKind, Visibility
from facilitation.agenda_phases import Found, at, has_hats
from facilitation.hats import Hat

USES_IDEAS = frozenset(
    {PhaseKind.GROUP, PhaseKind.WEIGH, PhaseKind.FEEL, PhaseKind.VOTE, PhaseKind.CAUTION, PhaseKind.FIX}
)

WITHOUT_BREAK = 65
LONG_AGENDA = 90
SHORT_BREAK = 5
LONG_BREAK = 10


def adds_up(agenda: Agenda) -> Found:
    total = sum(phase.minutes for phase in agenda.phases)
    if total != agenda.minutes:
        yield ("minutes",), f'"minutes" add up to {total}, but the agenda says {agenda.minutes}.'


def blue_ends(agenda: Agenda) -> Found:
    for position in (0, len(agenda.phases) - 1):
        if has_hats(agenda) and agenda.phases[position].hat is not Hat.BLUE:
            yield at(position, "hat"), "an agenda with hats begins and ends with the blue hat."


def one_hat(agenda: Agenda) -> Found:
    for position, phase in enumerate(agenda.phases):
        if has_hats(agenda) and phase.hat is Hat.NONE and phase.kind is not PhaseKind.BREAK:
            yield at(position, "hat"), "in an agenda with hats every phase has one; only a break has none."


def shown_first(agenda: Agenda) -> Found:
    unseen: Phase | None = None
    ideas = cautions = False
    for position, phase in enumerate(agenda.phases):
        if phase.kind is PhaseKind.REVEAL and unseen is not None:
            unseen, ideas = None, True
        if phase.kind in USES_IDEAS and unseen is not None:
            say = f'"{phase.title}" uses the ideas of "{unseen.title}", which nobody has been shown. '
            yield at(position), say + 'Put a phase of the kind "reveal" between them.'
        elif phase.kind in USES_IDEAS and not ideas:
            yield at(position), f'"{phase.title}" uses ideas, but no phase before it has collected and shown any.'
        if phase.kind is PhaseKind.FIX and not cautions:
            yield at(position), f'"{phase.title}" answers cautions, but no phase before it has collected any.'
        cautions = cautions or CardKind.CAUTION in phase.cards
        if CardKind.IDEA in phase.cards and phase.visibility is Visibility.PRIVATE:
            unseen = phase
        ideas = ideas or (CardKind.IDEA in phase.cards and phase.visibility is Visibility.LIVE)


def cautions_wait(agenda: Agenda) -> Found:
    ideas = False
    for position, phase in enumerate(agenda.phases):
        if phase.kind is PhaseKind.CAUTION:
            return
        if ideas and (phase.hat is Hat.BLACK or CardKind.CAUTION in phase.cards):
            yield (
                at(position),
                'cautions about ideas go into a phase of the kind "caution", with the kept worries.',
            )
        ideas = ideas or CardKind.IDEA in phase.cards


def yellow_first(agenda: Agenda) -> Found:
    weighed = False
    for position, phase in enumerate(agenda.phases):
        weighed = weighed or phase.kind is PhaseKind.WEIGH or phase.hat is Hat.YELLOW
        if phase.kind is PhaseKind.CAUTION and not weighed:
            yield at(position), "benefits (the yellow hat) should come before cautions on the same ideas."


def breaks(agenda: Agenda) -> Found:
    since, longest = 0, 0
    for position, phase in enumerate(agenda.phases):
        if phase.kind is PhaseKind.BREAK and phase.minutes >= SHORT_BREAK:
            since, longest = 0, max(longest, phase.minutes)
            continue
        if since <= WITHOUT_BREAK < since + phase.minutes:
            yield (
                at(position, "minutes"),
                f"people need a break of {SHORT_BREAK} minutes after at most {WITHOUT_BREAK}.",
            )
        since += phase.minutes
    if agenda.minutes >= LONG_AGENDA and longest < LONG_BREAK:
        yield ("minutes",), f"an agenda of {LONG_AGENDA} minutes or more should have a break of {LONG_BREAK}."


def ends_well(agenda: Agenda) -> Found:
    if agenda.phases[-1].kind is not PhaseKind.CLOSE:
        yield at(len(agenda.phases) - 1), 'the last phase must be of the kind "close".'
    made = {kind for phase in agenda.phases for kind in phase.cards}
    if not made & {CardKind.ACTION, CardKind.DECISION}:
        yield ("phases",), 'nothing comes out of this: let a phase collect "decision" or "action".'
