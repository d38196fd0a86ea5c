"""The plan templates of a `templates` folder: the fields, and the Word file that they fill."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from facilitation.entries import Entry
from facilitation.plan_template import PlanTemplate, parse_template
from facilitation.refusals import Refusal, Refused, refused
from facilitation.translation import translated_plan
from facilitation.wording import PLURALS
from server.exports import EXPORTS, Document, Material, make
from server.exports.word import check_word
from server.exports.word_package import BadTemplate
from server.template_file import TemplateError, TemplateFile
from server.wordings import wording

GENERAL = "simple-plan"
"""The template whose Word file serves every template that has none of its own."""


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """A plan template, ready for use. `word`: the bytes of its Word file. `others`: in other languages."""

    template: PlanTemplate
    word: bytes
    others: Mapping[str, PlanTemplate] = field(default_factory=dict)

    def spoken(self, language: str) -> PlanTemplate:
        """The template in this language, or in its own where nobody has translated it."""
        return self.others.get(language, self.template)


def plan_ids(templates: Path) -> frozenset[str]:
    """The ids of the plan templates: their file names."""
    return frozenset(path.stem for path in (templates / "plans").glob("*.yaml") if "." not in path.stem)


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
    plans: Mapping[str, LoadedPlan],
    entries: Mapping[str, Entry],
    ending: str,
    template: str,
    date: str,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> Document | Refused:
    """A workshop as a document. `entries`: of a RECORD view. `ending`: such as `docx`. `date`: ISO.
    `pictures`: those that the entries name.

    `template`: the id of a plan template; empty for the one that the agenda names, or for the
    general one if that has gone since: a workshop can always be taken home.
    """
    if ending not in EXPORTS:
        return refused(Refusal.NO_SUCH_FORMAT)
    named = str(getattr(entries["workshop"], "plan", ""))
    loaded = plans.get(template) if template else plans.get(named, plans.get(GENERAL))
    if loaded is None:
        return refused(Refusal.NO_SUCH_TEMPLATE)
    language = str(getattr(entries["workshop"], "language", ""))
    return make(ending, Material(entries, date, loaded.spoken(language), loaded.word, wording(language), pictures))


def _read(templates: Path) -> tuple[dict[str, LoadedPlan], list[str]]:
    found: dict[str, LoadedPlan] = {}
    problems: list[str] = []
    folder = templates / "plans"
    words = _words(folder, f"{templates.name}/plans", problems)
    # "simple-plan.cy" comes after "simple-plan", of which it is the words.
    for path in sorted(folder.glob("*.yaml"), key=lambda one: one.stem):
        try:
            file = TemplateFile(path, f"{templates.name}/plans/{path.name}")
        except TemplateError as problem:
            problems += problem.problems
            continue
        if "." in path.stem:
            problems += _translation(file, path.stem, found)
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


def _translation(file: TemplateFile, stem: str, found: dict[str, LoadedPlan]) -> list[str]:
    """Puts the words of this file beside the plan template that they belong to; what is wrong with them."""
    plan, _, language = stem.partition(".")
    if language not in PLURALS:
        return [f'{file.name}:1: we do not speak "{language}". Known are: {", ".join(sorted(PLURALS))}.']
    if not (file.path.parent / f"{plan}.yaml").exists():
        return [f"{file.name}:1: there is no plan template {plan}.yaml that these could be the words of."]
    if plan not in found:
        return []  # what is wrong there has been told already
    template = translated_plan(found[plan].template, file.data)
    if isinstance(template, list):
        return [file.tell(finding) for finding in template]
    found[plan] = replace(found[plan], others={**found[plan].others, language: template})
    return []


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
