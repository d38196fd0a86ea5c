"""The plan templates of a folder, and documents made with them."""

import shutil
from dataclasses import replace

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
