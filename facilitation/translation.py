"""The words of an agenda or a plan template in another language, from a file that holds nothing but words.

How long a phase is, and what happens in it, stands in one file only, so the languages cannot drift apart.
"""

from dataclasses import replace

from facilitation.agenda import Agenda
from facilitation.finding import Finding, Form
from facilitation.plan_template import PlanTemplate


def translated_agenda(agenda: Agenda, language: str, data: object) -> Agenda | list[Finding]:
    """The agenda in the words of `data`, or everything that is wrong with them. Never raises."""
    findings: list[Finding] = []
    form = Form(data, (), findings)
    title, purpose = form.text("title", 100), form.text("purpose", 200)
    forms = _as_many(form, "phases", len(agenda.phases), f"{agenda.id}.yaml")
    phases = []
    for phase, words in zip(agenda.phases, forms, strict=False):
        phases.append(replace(phase, title=words.text("title", 60), prompt=words.text("prompt", 300)))
        words.done()
    form.done()
    return findings or replace(agenda, title=title, purpose=purpose, phases=tuple(phases), language=language)


def translated_plan(template: PlanTemplate, data: object) -> PlanTemplate | list[Finding]:
    """The plan template in the words of `data`, or everything that is wrong with them. Never raises."""
    findings: list[Finding] = []
    form = Form(data, (), findings)
    title, purpose = form.text("title", 100), form.text("purpose", 200)
    forms = _as_many(form, "fields", len(template.fields), f"{template.id}.yaml")
    fields = []
    for field, words in zip(template.fields, forms, strict=False):
        if words.text("id", 40) != field.id:
            words.wrong("id", f'here "id" must be "{field.id}", as in {template.id}.yaml.')
        helps = words.text("help", 300, default="") if field.help or words.has("help") else ""
        fields.append(replace(field, label=words.text("label", 100), help=helps))
        words.done()
    form.done()
    return findings or replace(template, title=title, purpose=purpose, fields=tuple(fields))


def _as_many(form: Form, key: str, wanted: int, file: str) -> list[Form]:
    forms = form.forms(key, 60)
    if forms and len(forms) != wanted:
        say = f'"{key}" has {len(forms)}, but {file} has {wanted}. Both need the same ones, in the same order.'
        form.wrong(key, say)
    return forms
