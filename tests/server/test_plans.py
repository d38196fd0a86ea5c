"""The plan templates of a folder, and documents made with them."""

import shutil
from dataclasses import replace
from html import unescape

import pytest

from facilitation.refusals import Refusal, Refused
from server.exports import Document
from server.plans import check_plans, describe, document, load_plan_templates, plan_ids
from server.template_file import TemplateError
from tests import seaside
from tests.seaside import TEMPLATES

STEP_7 = ["problem", "solution", "steps", "resources", "timeframe", "who", "told"]
"""What step 7 of the guide (DESIGN 1) asks a simple plan to have."""


@pytest.fixture
def templates(tmp_path):
    """A copy of our templates, to change."""
    return shutil.copytree(TEMPLATES, tmp_path / "templates")


def test_the_simple_plan_asks_what_the_guide_asks():
    template = load_plan_templates(TEMPLATES)["simple-plan"].template
    assert [field.id for field in template.fields if field.required] == STEP_7
    assert all(field.help for field in template.fields)


def test_a_template_is_described_for_the_screen():
    said = describe(load_plan_templates(TEMPLATES)["simple-plan"].template)
    assert (said["id"], said["title"]) == ("simple-plan", "Simple plan")
    assert said["fields"][0] == {
        "id": "problem",
        "label": "The problem we want to tackle",
        "required": True,
        "from": "question",
        "help": "Say it in one or two plain sentences. Who has this problem, and where?",
    }


def test_a_copy_under_another_name_is_another_template(templates):
    shutil.copy(templates / "plans" / "simple-plan.yaml", templates / "plans" / "ours.yaml")
    assert plan_ids(templates) == {"simple-plan", "ours"}
    loaded = load_plan_templates(templates)
    assert loaded["ours"].word == loaded["simple-plan"].word, "the general Word file serves it"
    shutil.copy(templates / "plans" / "simple-plan.docx", templates / "plans" / "ours.docx")
    (templates / "plans" / "simple-plan.docx").unlink()
    assert check_plans(templates) == [
        "templates/plans/simple-plan.yaml:1: there is no Word file simple-plan.docx beside it, and no simple-plan.docx."
    ]


def test_an_error_names_the_file_and_the_line(templates):
    path = templates / "plans" / "simple-plan.yaml"
    path.write_text(path.read_text().replace("from: question", "from: the air"))
    with pytest.raises(TemplateError) as refused:
        load_plan_templates(templates)
    assert refused.value.problems[0].startswith('templates/plans/simple-plan.yaml:8: "from" is "the air". Known words')


def test_what_word_leaves_beside_an_open_file_is_no_template(templates):
    (templates / "plans" / "~$mple-plan.docx").write_bytes(b"owner")
    assert check_plans(templates) == []


@pytest.mark.parametrize(
    ("ending", "template", "code"),
    [
        ("pdf", "simple-plan", Refusal.NO_SUCH_FORMAT),
        ("docx", "grand-plan", Refusal.NO_SUCH_TEMPLATE),
        ("docx", "../../etc/passwd", Refusal.NO_SUCH_TEMPLATE),
    ],
)
def test_what_we_do_not_have_is_refused(ending, template, code):
    plans, entries = load_plan_templates(TEMPLATES), seaside.record(seaside.hour())
    answer = document(plans, entries, ending, template, seaside.DATE)
    assert isinstance(answer, Refused)
    assert (answer.code, bool(answer.say)) == (code, True)


def test_a_workshop_can_be_taken_home_when_the_template_of_its_agenda_has_gone():
    entries = seaside.record(seaside.hour())
    entries["workshop"] = replace(entries["workshop"], plan="gone")
    assert isinstance(document(load_plan_templates(TEMPLATES), entries, "json", "", seaside.DATE), Document)


def test_without_a_choice_the_agenda_names_the_template():
    plans, entries = load_plan_templates(TEMPLATES), seaside.record(seaside.hour())
    answer = document(plans, entries, "docx", "", seaside.DATE)
    assert isinstance(answer, Document)
    assert answer.name == "2026-11-23 Lonely neighbours – plan.docx"


WORDS = "title: Cynllun syml\npurpose: Un dudalen\nfields:\n"


def test_a_plan_template_is_there_in_every_language_that_it_has_words_in(templates):
    ids = [field.id for field in load_plan_templates(TEMPLATES)["simple-plan"].template.fields]
    said = WORDS + "".join(f"  - id: {one}\n    label: Y {one}\n    help: Pam?\n" for one in ids)
    (templates / "plans" / "simple-plan.cy.yaml").write_text(said)
    plan = load_plan_templates(templates)["simple-plan"]
    assert plan.spoken("cy").fields[0].label == "Y problem"
    assert plan.spoken("xx") is plan.template
    assert plan_ids(templates) == {"simple-plan"}


def test_words_that_do_not_fit_their_plan_are_told_with_the_line(templates):
    for name in ("simple-plan.cy", "simple-plan.xx", "zero.cy"):
        (templates / "plans" / f"{name}.yaml").write_text(WORDS + "  - id: problem\n    label: Y\n    help: Pam?\n")
    first, *others = check_plans(templates)
    assert first.startswith('templates/plans/simple-plan.cy.yaml:3: "fields" has 1, but simple-plan.yaml has 9.')
    assert [one.split(": ")[0] for one in others] == [
        f"templates/plans/{one}.yaml:1" for one in ("simple-plan.xx", "zero.cy")
    ]


@pytest.mark.parametrize(("language", "told"), [("cy", 'lang="cy" dir="ltr"'), ("ar", 'lang="ar" dir="rtl"')])
def test_the_plan_of_a_workshop_in_another_language_is_in_that_language(language, told):
    entries = dict(seaside.record(seaside.hour()))
    entries["workshop"] = replace(entries["workshop"], language=language)
    plans = load_plan_templates(TEMPLATES)
    made = {end: document(plans, entries, end, "", "2026-11-03") for end in ("html", "md", "docx")}
    assert told in made["html"].content.decode()
    first = plans["simple-plan"].spoken(language).fields[0].label
    for text in (unescape(made["html"].content.decode()), made["md"].content.decode()):
        assert first in text
        assert "Still to agree" not in text
        assert "How this was collected" not in text
