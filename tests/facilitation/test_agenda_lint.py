"""The table of rules: complete, and kept by the agendas that we ship."""

import inspect

import pytest

from facilitation import agenda_order, agenda_phases
from facilitation.agenda import Agenda
from facilitation.agenda_lint import RULES, Level, lint, parse
from tests.agenda_words import AGENDAS, phase, words

SHIPPED = sorted(path.stem for path in AGENDAS.glob("*.yaml") if "." not in path.stem)  # others are translations


def test_the_three_agendas_are_there():
    assert {"hats-problem-60", "initial-ideas-25", "quick-hats-20"} <= set(SHIPPED)


@pytest.mark.parametrize("which", SHIPPED)
def test_our_agendas_break_no_rule(which):
    agenda = parse(which, words(which))
    assert isinstance(agenda, Agenda), agenda
    assert lint(agenda) == []


def test_every_rule_that_is_written_stands_in_the_table():
    written = {
        function
        for module in (agenda_order, agenda_phases)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and name not in {"at", "has_hats"}
    }
    assert {rule.find for rule in RULES} == written
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_a_finding_has_the_level_of_its_rule():
    data = words()
    phase(data, "What pulls you")["minutes"] = 7
    agenda = parse("ours", data)
    assert isinstance(agenda, Agenda)
    levels = {finding.where: finding.level for finding in lint(agenda)}
    assert levels == {("minutes",): Level.ERROR, ("phases", 7, "minutes"): Level.WARNING}
