"""The plan templates of a `templates` folder: the fields, and the Word file that they fill."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from facilitation.entries import Entry
from facilitation.plan_template import PlanTemplate, parse_template
from facilitation.refusals import Refusal, Refused, refused
from server.exports import EXPORTS, Document, Material, make
from server.exports.word import check_word
from server.exports.word_package import BadTemplate
from server.template_file import TemplateError, TemplateFile

GENERAL = "simple-plan"
"""The template whose Word file serves every template that has none of its own."""


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """A plan template, ready for use. `word`: the bytes of its Word file."""

    template: PlanTemplate
    word: bytes


def plan_ids(templates: Path) -> frozenset[str]:
    """The ids of the plan templates: their file names."""
    return frozenset(path.stem for path in (templates / "plans").glob("*.yaml"))


def load_plan_templates(templates: Path) -> dict[str, LoadedPlan]:
    """Every plan template in `templates/plans`, by id.

    Raises: `TemplateError` with everything that is wrong in all of them.
    """
    found, problems = _read(templates)
    if problems:
        raise TemplateError(problems)
    return found


def check_plans(templates: Path) -> list[str]:
    """Everything that is wrong in the plan templates, one line each."""
    return _read(templates)[1]


def describe(template: PlanTemplate) -> dict[str, object]:
    """A plan template as the screen gets it: what to ask, in which order, with what help."""
    return {
        "id": template.id,
        "title": template.title,
        "purpose": template.purpose,
        "fields": [
            {
                "id": field.id,
                "label": field.label,
                "required": field.required,
                "from": field.source.value,
                "help": field.help,
            }
            for field in template.fields
        ],
    }


def document(
    plans: Mapping[str, LoadedPlan], entries: Mapping[str, Entry], ending: str, template: str, date: str
) -> Document | Refused:
    """A workshop as a document. `entries`: of a RECORD view. `ending`: such as `docx`. `date`: ISO.

    `template`: the id of a plan template; empty for the one that the agenda names, or for the
    general one if that has gone since: a workshop can always be taken home.
    """
    if ending not in EXPORTS:
        return refused(Refusal.NO_SUCH_FORMAT)
    named = str(getattr(entries["workshop"], "plan", ""))
    loaded = plans.get(template) if template else plans.get(named, plans.get(GENERAL))
    if loaded is None:
        return refused(Refusal.NO_SUCH_TEMPLATE)
    return make(ending, Material(entries, date, loaded.template, loaded.word))


def _read(templates: Path) -> tuple[dict[str, LoadedPlan], list[str]]:
    found: dict[str, LoadedPlan] = {}
    problems: list[str] = []
    folder = templates / "plans"
    words = _words(folder, f"{templates.name}/plans", problems)
    for path in sorted(folder.glob("*.yaml")):
        try:
            file = TemplateFile(path, f"{templates.name}/plans/{path.name}")
        except TemplateError as problem:
            problems += problem.problems
            continue
        template = parse_template(path.stem, file.data)
        word = words.get(path.stem, words.get(GENERAL))
        if isinstance(template, list):
            problems += [file.tell(finding) for finding in template]
        elif word is None:
            problems.append(f"{file.name}:1: there is no Word file {path.stem}.docx beside it, and no {GENERAL}.docx.")
        else:
            found[path.stem] = LoadedPlan(template, word)
    return found, problems


def _words(folder: Path, name: str, problems: list[str]) -> dict[str, bytes]:
    found = {}
    for path in sorted(folder.glob("*.docx")):
        if path.name.startswith("~$"):
            continue  # what Word leaves beside a file that is open
        found[path.stem] = path.read_bytes()
        try:
            check_word(found[path.stem])
        except BadTemplate as problem:
            problems.append(f"{name}/{path.name}: {problem}")
    return found
