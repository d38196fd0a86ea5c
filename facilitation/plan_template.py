"""The fields of a plan, as people wrote them in a file under `templates/plans/`.

Source: what step 7 of the guide (DESIGN 1) asks a simple plan to say.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from facilitation.finding import Finding, Form

FIELD_ID = re.compile(r"[a-z][a-z_]{0,39}")
MOST_FIELDS = 30


class Source(StrEnum):
    """Where the words of a field come from while nobody has typed any."""

    TYPED = "typed"
    QUESTION = "question"
    FACTS = "facts"
    SOLUTION = "solution"
    STEPS = "steps"
    DATES = "dates"
    ACTIONS = "actions"


@dataclass(frozen=True, slots=True)
class PlanField:
    """One field. `required`: while it is blank it stands under "Still to agree"."""

    id: str
    label: str
    required: bool
    source: Source
    help: str = ""


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A plan template: its name, and its fields in the order in which they are printed."""

    id: str
    title: str
    purpose: str
    fields: tuple[PlanField, ...]


def parse_template(template_id: str, data: object) -> PlanTemplate | list[Finding]:
    """The template that these words make up, or everything that is wrong with them. Never raises."""
    findings: list[Finding] = []
    form = Form(data, (), findings)
    title, purpose = form.text("title", 100), form.text("purpose", 200)
    fields: list[PlanField] = []
    for one in form.forms("fields", MOST_FIELDS):
        field = _field(one)
        if field.id in {earlier.id for earlier in fields}:
            one.wrong("id", f'there is a field "{field.id}" already.')
        fields.append(field)
    form.done()
    return findings or PlanTemplate(template_id, title, purpose, tuple(fields))


def _field(form: Form) -> PlanField:
    field = PlanField(
        id=form.text("id", 40),
        label=form.text("label", 100),
        required=form.flag("required", default=False),
        source=form.word("from", Source, Source.TYPED),
        help=form.text("help", 300, default=""),
    )
    if field.id and not FIELD_ID.fullmatch(field.id):
        form.wrong("id", '"id" must be small letters and _, such as "key_steps".')
    form.done()
    return field
