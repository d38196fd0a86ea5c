"""An agenda as the start screen shows it."""

from facilitation.agenda import Agenda
from facilitation.entries import PhaseEntry
from server.shapes import AgendaReply


def agenda_reply(agenda: Agenda) -> AgendaReply:
    """What somebody who chooses an agenda sees of it."""
    phases = tuple(
        PhaseEntry(
            phase.title,
            phase.kind,
            phase.hat,
            phase.minutes,
            phase.prompt,
            phase.visibility,
            phase.authorship,
            phase.cards,
            phase.ballot,
        )
        for phase in agenda.phases
    )
    return AgendaReply(agenda.id, agenda.title, agenda.purpose, agenda.minutes, phases)
