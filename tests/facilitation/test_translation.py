"""Agendas and plan templates in other words."""

import pytest

from facilitation.agenda_lint import parse
from facilitation.plan_template import parse_template
from facilitation.translation import translated_agenda, translated_plan
from tests import agenda_words

AGENDA = parse("hats-problem-60", agenda_words.words())
PLAN = parse_template(
    "ours",
    {
        "title": "Plan",
        "purpose": "One page",
        "fields": [{"id": "goal", "label": "Our goal", "help": "One sentence."}, {"id": "who", "label": "Who"}],
    },
)


def words(count=13):
    return {"title": "T", "purpose": "P", "phases": [{"title": f"t{n}", "prompt": f"p{n}"} for n in range(count)]}


def plan_words():
    return {
        "title": "T",
        "purpose": "P",
        "fields": [{"id": "goal", "label": "L", "help": "H"}, {"id": "who", "label": "M"}],
    }


def test_an_agenda_keeps_everything_but_its_words():
    found = translated_agenda(AGENDA, "cy", words())
    assert (found.title, found.language, found.minutes, found.id) == ("T", "cy", AGENDA.minutes, AGENDA.id)
    assert [(one.title, one.prompt) for one in found.phases][:2] == [("t0", "p0"), ("t1", "p1")]
    assert [one.kind for one in found.phases] == [one.kind for one in AGENDA.phases]


def test_a_translation_has_as_many_phases_as_its_agenda():
    (finding,) = translated_agenda(AGENDA, "cy", words(12))
    assert finding.where == ("phases",)
    assert '"phases" has 12, but hats-problem-60.yaml has 13' in finding.say


def test_a_translation_holds_nothing_but_words():
    data = words()
    data["phases"][2]["minutes"] = 6
    (finding,) = translated_agenda(AGENDA, "cy", data)
    assert finding.where == ("phases", 2, "minutes")


def test_a_plan_template_keeps_what_fills_it():
    found = translated_plan(PLAN, plan_words())
    assert [(one.id, one.label, one.help, one.source) for one in found.fields] == [
        ("goal", "L", "H", PLAN.fields[0].source),
        ("who", "M", "", PLAN.fields[1].source),
    ]


@pytest.mark.parametrize(
    ("change", "where"), [({"id": "gaol"}, ("fields", 0, "id")), ({"from": "x"}, ("fields", 0, "from"))]
)
def test_the_fields_of_a_plan_are_those_of_its_template(change, where):
    data = plan_words()
    data["fields"][0] |= change
    assert where in [one.where for one in translated_plan(PLAN, data)]
