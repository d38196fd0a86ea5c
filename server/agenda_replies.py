"""The agendas as the start screen shows them, each in the language asked for where there is one."""

from collections.abc import Iterable, Mapping

from facilitation.agenda import Agenda
from facilitation.showing import phase_entries
from server.shapes import AgendaReply


def agenda_reply(agenda: Agenda) -> AgendaReply:
    """What somebody who chooses an agenda sees of it."""
    return AgendaReply(agenda.id, agenda.title, agenda.purpose, agenda.minutes, phase_entries(agenda), agenda.language)


def in_language(agendas: Mapping[str, Agenda], agenda_id: str, language: str) -> Agenda | None:
    """The agenda of this id, in its own language where nobody has translated it; None where there is none."""
    return agendas.get(f"{agenda_id}.{language}", agendas.get(agenda_id)) if "." not in agenda_id else None


def offered(agendas: Mapping[str, Agenda], language: str) -> Iterable[AgendaReply]:
    """Every agenda to choose from, once."""
    ids = dict.fromkeys(agenda.id for agenda in agendas.values())
    found = (in_language(agendas, one, language) for one in ids)
    return [agenda_reply(agenda) for agenda in found if agenda is not None]
