"""The agendas of a folder: read, checked, and told by file and line what is wrong."""

import shutil

import pytest

from server.agendas import AgendaError, agenda_warnings, check, load_agendas
from tests.seaside import TEMPLATES


@pytest.fixture
def templates(tmp_path):
    """A copy of our templates, to break."""
    return shutil.copytree(TEMPLATES, tmp_path / "templates")


def change(templates, old, new, which="hats-problem-60"):
    path = templates / "agendas" / f"{which}.yaml"
    words = path.read_text()
    assert old in words
    path.write_text(words.replace(old, new, 1))


def test_our_agendas_are_loaded_in_the_order_of_their_ids():
    found = load_agendas(TEMPLATES)
    assert list(found) == sorted(found)
    assert {"hats-problem-60", "initial-ideas-25", "quick-hats-20"} <= set(found)
    assert all(agenda.id == agenda_id.partition(".")[0] for agenda_id, agenda in found.items())
    assert (check(TEMPLATES), agenda_warnings(TEMPLATES)) == ([], [])


def test_an_error_names_the_file_and_the_line(templates):
    change(templates, "    minutes: 8\n", "    minutes: 6\n")
    with pytest.raises(AgendaError) as refused:
        load_agendas(templates)
    assert refused.value.problems == [
        'templates/agendas/hats-problem-60.yaml:3: "minutes" add up to 58, but the agenda says 60.'
    ]
    assert check(templates) == refused.value.problems


def test_ideas_that_nobody_was_shown_are_refused_with_the_line_of_the_phase(templates):
    change(
        templates,
        "kind: reveal\n    hat: blue\n    minutes: 1\n",
        "kind: open\n    hat: blue\n    minutes: 1\n",
        "quick-hats-20",
    )
    lines = (templates / "agendas" / "quick-hats-20.yaml").read_text().splitlines()
    line = lines.index("    kind: weigh") + 1
    assert (
        f'templates/agendas/quick-hats-20.yaml:{line}: "What is good" uses the ideas of "Ideas"' in check(templates)[0]
    )


def test_every_error_in_every_file_is_told(templates):
    change(templates, "kind: open", "kind: opening", "quick-hats-20")
    change(templates, "purpose:", "porpoise:", "initial-ideas-25")
    problems = check(templates)
    assert [problem.split(":")[0] for problem in problems] == [
        "templates/agendas/initial-ideas-25.yaml",
        "templates/agendas/initial-ideas-25.yaml",
        "templates/agendas/quick-hats-20.yaml",
    ]


WORDS = """title: Hetiau
purpose: Un cwestiwn
phases:
"""


def test_an_agenda_is_there_in_every_language_that_it_has_words_in(templates):
    said = WORDS + "".join(f"  - title: Cam {one}\n    prompt: Beth?\n" for one in range(8))
    (templates / "agendas" / "quick-hats-20.cy.yaml").write_text(said)
    found = load_agendas(templates)["quick-hats-20.cy"]
    assert (found.id, found.language, found.title, found.phases[7].title) == ("quick-hats-20", "cy", "Hetiau", "Cam 7")


def test_words_that_do_not_fit_their_agenda_are_told_with_the_line(templates):
    for name, words in (
        ("quick-hats-20.cy", WORDS + "  - title: Cam\n    prompt: Beth?\n"),
        ("quick-hats-20.xx", WORDS),
        ("nothing-20.cy", WORDS),
    ):
        (templates / "agendas" / f"{name}.yaml").write_text(words)
    told = check(templates)
    assert len(told) == 3
    assert told[0].startswith("templates/agendas/nothing-20.cy.yaml:1: there is no agenda nothing-20.yaml that")
    assert told[1] == (
        'templates/agendas/quick-hats-20.cy.yaml:3: "phases" has 1, but quick-hats-20.yaml has 8. '
        "Both need the same ones, in the same order."
    )
    assert told[2].startswith('templates/agendas/quick-hats-20.xx.yaml:1: we do not speak "xx".')


def test_advice_does_not_keep_an_agenda_from_being_used(templates):
    change(templates, "minutes: 60", "minutes: 70")
    change(templates, "    minutes: 8\n", "    minutes: 18\n")
    assert "hats-problem-60" in load_agendas(templates)
    (warning,) = agenda_warnings(templates)
    assert warning.startswith("templates/agendas/hats-problem-60.yaml:")
    assert warning.endswith("warning: people need a break of 5 minutes after at most 65.")


@pytest.mark.parametrize("name", ["Our Agenda.yaml", "ours.yml", "ä.yaml"])
def test_a_file_that_cannot_be_named_in_a_link_is_refused_by_its_name(templates, name):
    shutil.copy(templates / "agendas" / "quick-hats-20.yaml", templates / "agendas" / name)
    say = 'call the file something like "our-agenda.yaml": small letters, digits and hyphens.'
    assert check(templates) == [f"templates/agendas/{name}:1: {say}"]


def test_a_plan_template_that_is_not_there_is_an_error_of_the_agenda(templates):
    change(templates, "plan: simple-plan", "plan: grand-plan")
    assert check(templates) == [
        'templates/agendas/hats-problem-60.yaml:5: there is no plan template "grand-plan" in templates/plans.'
    ]


def test_what_is_no_yaml_is_told_beside_the_rest(templates):
    (templates / "agendas" / "broken.yaml").write_text("title: a: b\n")
    assert check(templates)[0].startswith("templates/agendas/broken.yaml:1: this is not YAML")


def test_a_folder_without_agendas_is_an_error(tmp_path):
    (tmp_path / "templates").mkdir()
    assert check(tmp_path / "templates") == ["templates/agendas: there is no agenda in this folder."]


def test_check_looks_at_the_plans_too(templates):
    (templates / "plans" / "simple-plan.docx").write_bytes(b"no Word file")
    assert check(templates) == ["templates/plans/simple-plan.docx: this is not a Word file (.docx)."]
