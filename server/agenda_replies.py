"""An agenda as the start screen shows it."""

from facilitation.agenda import Agenda
from facilitation.showing import phase_entries
from server.shapes import AgendaReply


def agenda_reply(agenda: Agenda) -> AgendaReply:
    """What somebody who chooses an agenda sees of it."""
    return AgendaReply(agenda.id, agenda.title, agenda.purpose, agenda.minutes, phase_entries(agenda))
