"""The agendas of a `templates` folder: read, checked, and told by file and line what is wrong."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from facilitation.agenda import Agenda
from facilitation.agenda_lint import lint, parse
from facilitation.finding import Finding, Level, one_of
from facilitation.translation import translated_agenda
from facilitation.wording import PLURALS
from server.plans import check_plans, plan_ids
from server.template_file import TemplateError, TemplateFile

FILE_NAME = re.compile(r"([a-z0-9][a-z0-9-]{0,39})(?:\.([a-z]{2,3}))?")


class AgendaError(TemplateError):
    """Agendas that cannot be used. `problems`: one line for each thing to put right."""


@dataclass
class _Found:
    agendas: dict[str, Agenda] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def load_agendas(templates: Path) -> dict[str, Agenda]:
    """Every agenda in `templates/agendas`, by id (its file name), in the order of their ids.

    The agenda in another language stands under `<id>.<language>`, as its file does.

    Raises: `AgendaError` with everything that is wrong in all of them. Warnings do not count.
    """
    found = _read(templates)
    if found.errors:
        raise AgendaError(found.errors)
    return dict(sorted(found.agendas.items()))


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
    translations: list[tuple[TemplateFile, str, str]] = []
    for path in sorted(folder.glob("*.y*ml")):
        name = f"{templates.name}/agendas/{path.name}"
        named = FILE_NAME.fullmatch(path.stem)
        if path.suffix != ".yaml" or named is None:
            say = 'call the file something like "our-agenda.yaml": small letters, digits and hyphens.'
            found.errors.append(f"{name}:1: {say}")
            continue
        try:
            file = TemplateFile(path, name)
        except TemplateError as problem:
            found.errors += problem.problems
            continue
        if named[2] is None:
            _sort(file, _agenda(file, path.stem, plans, found), found)
        else:
            translations.append((file, named[1], named[2]))
    for file, agenda_id, language in translations:
        _sort(file, _translation(file, agenda_id, language, found), found)
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


def _translation(file: TemplateFile, agenda_id: str, language: str, found: _Found) -> list[Finding]:
    if language not in PLURALS:
        return [Finding((), Level.ERROR, f'we do not speak "{language}". Known are: {one_of(sorted(PLURALS))}.')]
    if not (file.path.parent / f"{agenda_id}.yaml").exists():
        return [Finding((), Level.ERROR, f"there is no agenda {agenda_id}.yaml that these could be the words of.")]
    if agenda_id not in found.agendas:
        return []  # what is wrong there has been told already
    agenda = translated_agenda(found.agendas[agenda_id], language, file.data)
    if isinstance(agenda, list):
        return agenda
    found.agendas[f"{agenda_id}.{language}"] = agenda
    return []


def _sort(file: TemplateFile, findings: list[Finding], found: _Found) -> None:
    for finding in findings:
        pile = found.errors if finding.level is Level.ERROR else found.warnings
        pile.append(file.tell(finding))
