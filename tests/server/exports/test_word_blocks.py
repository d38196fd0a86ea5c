"""Placeholders in a Word document: filled with text, repeated, left out, or refused by name."""

import pytest
from hypothesis import given
from lxml import etree

from server.exports.plain import clean
from server.exports.word_blocks import W, fill
from server.exports.word_package import BadTemplate
from tests.server.exports.test_plain import ANY_TEXT

NAMESPACE = W.strip("{}")
FIELDS = {
    "title": "Tea",
    "empty": "",
    "notes": [{"text": "one"}, {"text": "two"}],
    "nobody": [],
    "options": [
        {"name": "bus", "answers": [{"text": "late"}, {"text": "full"}]},
        {"name": "choir", "answers": []},
    ],
}


def paragraph(*runs):
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def row(*cells):
    inside = "".join(
        f"<w:tc>{''.join(map(paragraph, cell if isinstance(cell, list) else [cell]))}</w:tc>" for cell in cells
    )
    return f"<w:tr>{inside}</w:tr>"


def filled(*body, fields=FIELDS):
    root = etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{"".join(body)}</w:body>')
    fill(root, fields)
    return root


def words(root):
    """The text of each paragraph, with breaks and tabs."""
    marks = {f"{W}t": None, f"{W}br": "\n", f"{W}tab": "\t"}
    return [
        "".join(one.text or "" if one.tag == f"{W}t" else marks[one.tag] for one in found.iter(*marks))
        for found in root.iter(f"{W}p")
    ]


def test_a_placeholder_becomes_its_text():
    assert words(filled(paragraph("For {{title}}, {{ title }}!"))) == ["For Tea, Tea!"]


@pytest.mark.parametrize(
    "runs", [("{{ti", "tle}}"), ("{", "{title}", "}"), ("a {{", "title", "}} b"), tuple("{{title}}")]
)
def test_a_placeholder_that_word_has_split_is_found(runs):
    plain = "".join(runs)
    assert words(filled(paragraph(*runs))) == [plain.replace("{{title}}", "Tea")]


def test_the_look_of_the_run_stays():
    root = filled("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{title}}</w:t></w:r></w:p>")
    assert root.find(f".//{W}rPr/{W}b") is not None
    assert len(root.findall(f".//{W}r")) == 1


def test_a_block_is_repeated_for_each_member():
    body = paragraph("{{repeat notes}}"), paragraph("- {{text}}"), paragraph("{{end notes}}")
    assert words(filled(*body)) == ["- one", "- two"]


def test_a_block_for_nobody_is_left_out():
    body = paragraph("a"), paragraph("{{repeat nobody}}"), paragraph("{{text}}"), paragraph("{{end nobody}}")
    assert words(filled(*body)) == ["a"]


@pytest.mark.parametrize(("name", "there"), [("title", True), ("notes", True), ("empty", False), ("nobody", False)])
def test_when_prints_once_if_there_is_anything(name, there):
    body = paragraph(f"{{{{when {name}}}}}"), paragraph("here"), paragraph(f"{{{{end {name}}}}}")
    assert words(filled(*body)) == ["here"] * there


def test_blocks_stand_in_blocks_and_see_what_is_around_them():
    body = (
        paragraph("{{repeat options}}"),
        paragraph("{{name}} for {{title}}"),
        paragraph("{{when answers}}"),
        paragraph("{{repeat answers}}"),
        paragraph("{{text}} {{name}}"),
        paragraph("{{end answers}}"),
        paragraph("{{end answers}}"),
        paragraph("{{end options}}"),
    )
    assert words(filled(*body)) == ["bus for Tea", "late bus", "full bus", "choir for Tea"]


def test_the_innermost_block_gives_a_name_its_text():
    inner = {"title": "all", "options": [{"title": "one"}, {"name": "x"}]}
    body = paragraph("{{repeat options}}"), paragraph("{{title}}"), paragraph("{{end options}}"), paragraph("{{title}}")
    assert words(filled(*body, fields=inner)) == ["one", "all", "all"]


def test_a_row_is_repeated_and_its_header_is_not():
    table = f"<w:tbl>{row('Option', 'More')}{row('{{repeat options}}{{name}}', '{{title}}{{end options}}')}</w:tbl>"
    assert words(filled(table)) == ["Option", "More", "bus", "Tea", "choir", "Tea"]


def test_lists_stand_in_the_cells_of_a_repeated_row():
    cell = ["{{repeat answers}}", "{{text}}", "{{end answers}}", "{{end options}}"]
    root = filled(f"<w:tbl>{row('{{repeat options}}{{name}}', cell)}</w:tbl>")
    assert words(root) == ["bus", "late", "full", "choir", ""]
    for found in root.iter(f"{W}tc"):
        assert found[-1].tag == f"{W}p", "Word does not open a cell without a paragraph"


def test_a_list_in_a_single_cell_is_no_row_to_repeat():
    cell = ["{{repeat notes}}", "{{text}}", "{{end notes}}"]
    root = filled(f"<w:tbl>{row(cell)}</w:tbl>")
    assert (len(root.findall(f".//{W}tr")), words(root)) == (1, ["one", "two"])


def test_text_that_looks_like_a_placeholder_stays_text():
    sly = {"title": "{{secret}} {{title}}", "secret": "never", "notes": [{"text": "{{repeat notes}}"}]}
    body = paragraph("{{title}}"), paragraph("{{repeat notes}}"), paragraph("{{text}}"), paragraph("{{end notes}}")
    assert words(filled(*body, fields=sly)) == ["{{secret}} {{title}}", "{{repeat notes}}"]


@given(ANY_TEXT)
def test_any_text_comes_out_as_the_same_text_and_no_markup(text):
    plain = clean(text)
    root = filled(paragraph("{{title}}"), fields={"title": plain})
    again = etree.fromstring(etree.tostring(root))
    assert words(again) == [plain]
    assert {one.tag for one in again.iter()} <= {f"{W}{tag}" for tag in ("body", "p", "r", "t", "br", "tab")}


@pytest.mark.parametrize(
    ("body", "say"),
    [
        (("{{titel}}",), 'unknown placeholder "titel". Known in this place: empty, nobody, notes, options, title.'),
        (("{{repeat peple}}", "{{end peple}}"), 'unknown placeholder "peple".'),
        (("{{text}}",), 'unknown placeholder "text".'),
        (("{{notes}}",), '"notes" is a list. Use "{{repeat notes}}" and "{{end notes}}".'),
        (("{{repeat title}}", "{{end title}}"), '"title" is one text and cannot be repeated.'),
        (("{{repeat notes}}", "x"), '"{{repeat notes}}" has no "{{end notes}}" after it.'),
        (("x", "{{end notes}}"), '"{{end notes}}" has no beginning before it.'),
        (("so {{repeat notes}}", "x", "{{end notes}}"), '"{{repeat notes}}" must stand in a paragraph of its own'),
        (("{{title",), 'a placeholder is not closed, or its name is no name: "{{title".'),
        (("{{Title Case}}",), "a placeholder is not closed, or its name is no name"),
        (("}}",), "a placeholder is not closed, or its name is no name"),
    ],
)
def test_a_mistake_in_a_template_is_refused_with_a_sentence_that_names_it(body, say):
    with pytest.raises(BadTemplate) as refused:
        filled(*map(paragraph, body))
    assert str(refused.value).startswith(say)


def test_marks_that_only_word_needs_do_not_come_twice():
    aside = '<w:bookmarkStart w:id="0" w:name="x"/><w:proofErr w:type="spellStart"/>'
    body = (
        paragraph("{{repeat notes}}"),
        f"<w:p>{aside}<w:r><w:t>{{{{text}}}}</w:t></w:r></w:p>",
        paragraph("{{end notes}}"),
    )
    root = filled(*body)
    assert words(root) == ["one", "two"]
    assert root.find(f".//{W}bookmarkStart") is None
