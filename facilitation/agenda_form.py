"""From the words of an agenda file to an `Agenda`, or to all that is wrong with its form.

Whether the agenda makes sense as a workshop is the linter's question, not this one's.
"""

from facilitation.agenda import (
    Advance,
    Agenda,
    Authorship,
    BallotPreset,
    CardKind,
    Phase,
    PhaseKind,
    Visibility,
)
from facilitation.canvas import Background
from facilitation.finding import Finding, Form
from facilitation.hats import Hat

MOST_PHASES = 60
MOST_MINUTES = 600
STEPS_OF_THE_GUIDE = 8

FIXED = frozenset({PhaseKind.CAUTION, PhaseKind.FEEL, PhaseKind.VOTE})
"""Kinds whose entries are always shown in the same way, so a file does not say how."""


def parse(agenda_id: str, data: object) -> Agenda | list[Finding]:
    """The agenda that these words make up, or every error of form. Never raises."""
    findings: list[Finding] = []
    form = Form(data, (), findings)
    agenda = Agenda(
        id=agenda_id,
        title=form.text("title", 100),
        purpose=form.text("purpose", 200),
        minutes=form.number("minutes", 1, MOST_MINUTES),
        guide=form.numbers("guide", 1, STEPS_OF_THE_GUIDE),
        plan=form.text("plan", 40, default="simple-plan"),
        participants_may_export=form.flag("participants_may_export", default=True),
        language=form.text("language", 3, default="en"),
        phases=tuple(_phase(one) for one in form.forms("phases", MOST_PHASES)),
    )
    form.done()
    return findings or agenda


def _phase(form: Form) -> Phase:
    kind = form.word("kind", PhaseKind)
    if form.has("visibility") and kind in FIXED:
        say = f'"visibility" is not for a phase of the kind "{kind}": who sees what is fixed there. Leave it out.'
        form.wrong("visibility", say)
    phase = Phase(
        title=form.text("title", 60),
        kind=kind,
        hat=form.word("hat", Hat),
        minutes=form.number("minutes", 1, MOST_MINUTES),
        prompt=form.text("prompt", 300),
        visibility=form.word("visibility", Visibility, Visibility.LIVE),
        authorship=form.word("authorship", Authorship, Authorship.NONE),
        cards=form.words("cards", CardKind),
        ballot=form.word("ballot", BallotPreset, BallotPreset.NONE),
        advance=form.word("advance", Advance, Advance.FACILITATOR),
        background=form.word("background", Background, Background.NONE),
    )
    form.done()
    return phase
