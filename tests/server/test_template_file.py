"""A YAML file that a person wrote is read safely, and every place in it has a line."""

import pytest

from facilitation.finding import Finding, Level
from server.template_file import BIGGEST, TemplateError, TemplateFile

WORDS = """title: Ours
phases:
  - title: Hello
    minutes: 4

  - title: Ideas
    cards: [idea,
      fact]
"""


@pytest.fixture
def read(tmp_path):
    def _read(words):
        path = tmp_path / "ours.yaml"
        path.write_bytes(words if isinstance(words, bytes) else words.encode())
        return TemplateFile(path, "templates/agendas/ours.yaml")

    return _read


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ((), 1),
        (("title",), 1),
        (("phases",), 2),
        (("phases", 0, "minutes"), 4),
        (("phases", 1), 6),
        (("phases", 1, "cards"), 7),
        (("phases", 1, "cards", 1), 8),
        (("phases", 1, "minutes"), 6),
        (("phases", 9, "minutes"), 2),
        (("minutes",), 1),
    ],
)
def test_a_place_has_the_line_where_a_person_looks_for_it(read, where, line):
    assert read(WORDS).line(where) == line


def test_a_finding_is_told_with_file_and_line(read):
    finding = Finding(("phases", 0, "minutes"), Level.ERROR, '"minutes" are many.')
    assert read(WORDS).tell(finding) == 'templates/agendas/ours.yaml:4: "minutes" are many.'
    warning = Finding((), Level.WARNING, "a break is missing.")
    assert read(WORDS).tell(warning) == "templates/agendas/ours.yaml:1: warning: a break is missing."


@pytest.mark.parametrize(
    ("words", "line", "say"),
    [
        ("title: a: b\n", 1, "this is not YAML: "),
        ("title: x\n\tminutes: 3\n", 2, "this is not YAML: "),
        ("title: x\nminutes: [1,\n", 3, "this is not YAML: "),
        ("title: x\nminutes: 1\ntitle: y\n", 3, '"title" stands here twice.'),
        ("title: !!python/object/apply:os.getcwd []\n", 1, "this is not YAML: "),
        ("a: &a [1, 2]\nb: *a\n", 1, "anchors (& and *) are not for these files."),
        ("? [1, 2]\n: 3\n", 1, "this is no name."),
        (b"title: \xff\xfe\n", 1, "this is not a text file in UTF-8."),
        ("title: \x07\n", 1, "this is not a text file in UTF-8."),
        ("a: " + "[" * 2000, 1, "this is not YAML"),
        ("# " + "x" * BIGGEST, 1, "this file is too big to be a template."),
        ("a: 2026-99-99\n", 1, "this is not YAML that we can read."),
    ],
)
def test_what_is_no_yaml_that_we_accept_is_refused_with_its_line(read, words, line, say):
    with pytest.raises(TemplateError) as refused:
        read(words)
    assert refused.value.problems[0].startswith(f"templates/agendas/ours.yaml:{line}: {say}")


def test_an_empty_file_is_no_error_of_yaml(read):
    assert read("").data is None
    assert read("").line(("title",)) == 1


def test_a_mark_of_byte_order_does_no_harm(read):
    assert read("\ufefftitle: Ours\n").data == {"title": "Ours"}
