"""The agendas of a `templates` folder: read, checked, and told by file and line what is wrong."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from facilitation.agenda import Agenda
from facilitation.agenda_lint import lint, parse
from facilitation.finding import Finding, Level
from server.plans import check_plans, plan_ids
from server.template_file import TemplateError, TemplateFile

FILE_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


class AgendaError(TemplateError):
    """Agendas that cannot be used. `problems`: one line for each thing to put right."""


@dataclass
class _Found:
    agendas: dict[str, Agenda] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def load_agendas(templates: Path) -> dict[str, Agenda]:
    """Every agenda in `templates/agendas`, by id (its file name), in the order of their ids.

    Raises: `AgendaError` with everything that is wrong in all of them. Warnings do not count.
    """
    found = _read(templates)
    if found.errors:
        raise AgendaError(found.errors)
    return found.agendas


def agenda_warnings(templates: Path) -> list[str]:
    """What could be better in the agendas, one line each; they can be used as they are."""
    return _read(templates).warnings


def check(templates: Path) -> list[str]:
    """Everything that is wrong in agendas and plan templates; empty when all can be used."""
    return _read(templates).errors + check_plans(templates)


def _read(templates: Path) -> _Found:
    found = _Found()
    folder = templates / "agendas"
    plans = plan_ids(templates)
    for path in sorted(folder.glob("*.y*ml")):
        name = f"{templates.name}/agendas/{path.name}"
        if path.suffix != ".yaml" or not FILE_NAME.fullmatch(path.stem):
            say = 'call the file something like "our-agenda.yaml": small letters, digits and hyphens.'
            found.errors.append(f"{name}:1: {say}")
            continue
        try:
            file = TemplateFile(path, name)
        except TemplateError as problem:
            found.errors += problem.problems
            continue
        _sort(file, _agenda(file, path.stem, plans, found), found)
    if not found.agendas and not found.errors:
        found.errors.append(f"{templates.name}/agendas: there is no agenda in this folder.")
    return found


def _agenda(file: TemplateFile, agenda_id: str, plans: frozenset[str], found: _Found) -> list[Finding]:
    agenda = parse(agenda_id, file.data)
    if isinstance(agenda, list):
        return agenda
    findings = lint(agenda)
    if agenda.plan not in plans:
        say = f'there is no plan template "{agenda.plan}" in {file.name.split("/")[0]}/plans.'
        findings.append(Finding(("plan",), Level.ERROR, say))
    if not any(finding.level is Level.ERROR for finding in findings):
        found.agendas[agenda_id] = agenda
    return findings


def _sort(file: TemplateFile, findings: list[Finding], found: _Found) -> None:
    for finding in findings:
        pile = found.errors if finding.level is Level.ERROR else found.warnings
        pile.append(file.tell(finding))
