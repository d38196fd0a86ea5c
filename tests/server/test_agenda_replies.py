from dataclasses import replace

from server.agenda_replies import agenda_reply, in_language, offered
from tests.server.world import AGENDAS


def test_an_agenda_is_shown_with_all_its_phases():
    for agenda in AGENDAS.values():
        shown = agenda_reply(agenda)
        assert (shown.id, shown.title, shown.minutes) == (agenda.id, agenda.title, agenda.minutes)
        assert [phase.title for phase in shown.phases] == [phase.title for phase in agenda.phases]
        assert [phase.prompt for phase in shown.phases] == [phase.prompt for phase in agenda.phases]


def test_an_agenda_is_offered_once_in_the_language_asked_for():
    english = AGENDAS["quick-hats-20"]
    both = {"quick-hats-20": english, "quick-hats-20.cy": replace(english, title="Hetiau", language="cy")}
    for language, title in (("cy", "Hetiau"), ("en", english.title), ("pl", english.title), ("", english.title)):
        assert [one.title for one in offered(both, language)] == [title]
    assert in_language(both, "quick-hats-20.cy", "") is None
    assert in_language(both, "nothing", "cy") is None
