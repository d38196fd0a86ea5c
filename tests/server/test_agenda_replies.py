from server.agenda_replies import agenda_reply
from tests.server.world import AGENDAS


def test_an_agenda_is_shown_with_all_its_phases():
    for agenda in AGENDAS.values():
        shown = agenda_reply(agenda)
        assert (shown.id, shown.title, shown.minutes) == (agenda.id, agenda.title, agenda.minutes)
        assert [phase.title for phase in shown.phases] == [phase.title for phase in agenda.phases]
        assert [phase.prompt for phase in shown.phases] == [phase.prompt for phase in agenda.phases]
