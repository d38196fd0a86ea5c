"""The words of an agenda file that nothing is wrong with, to break in one place at a time."""

import copy
from pathlib import Path

import yaml

from facilitation.agenda import Agenda
from facilitation.agenda_lint import lint, parse

AGENDAS = Path(__file__).parents[1] / "templates" / "agendas"


def words(which="hats-problem-60"):
    return yaml.safe_load((AGENDAS / f"{which}.yaml").read_text())


def phase(data, title):
    """The phase of this title in such words."""
    return next(one for one in data["phases"] if one["title"] == title)


def without(data, *titles):
    """The words without these phases, their minutes taken off the sum."""
    data = copy.deepcopy(data)
    data["phases"] = [one for one in data["phases"] if one["title"] not in titles]
    data["minutes"] = sum(one["minutes"] for one in data["phases"])
    return data


def findings(data):
    """What is wrong with these words, as (place, level, sentence)."""
    agenda = parse("ours", data)
    found = lint(agenda) if isinstance(agenda, Agenda) else agenda
    return [(one.where, one.level.value, one.say) for one in found]
