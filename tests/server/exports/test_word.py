"""The plan as a Word document: opened with another program's eyes and compared with what was done."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from server.exports.fields import fields
from server.exports.word import check_word, word
from server.exports.word_package import BadTemplate, pack, unpack
from tests import seaside
from tests.seaside import TEMPLATES
from tests.server.exports.any_plan import TRICKY, any_plan, full, strings

OURS = (TEMPLATES / "plans" / "simple-plan.docx").read_bytes()


def opened(data):
    return docx.Document(io.BytesIO(data))


def words(document):
    """Everything that can be read in the body, in order."""
    texts = document.element.body.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
    return "".join(one.text or "" if one.tag == qn("w:t") else " " for one in texts)


def squeezed(text):
    return "".join(text.split())


def table(document, head):
    return next(
        [[cell.text for cell in row.cells] for row in one.rows]
        for one in document.tables
        if one.cell(0, 0).text == head
    )


@pytest.fixture(scope="module")
def hour():
    return opened(word(OURS, seaside.material(seaside.record(seaside.hour())).fields()))


def test_our_template_can_be_filled():
    check_word(OURS)


def test_what_people_did_stands_in_the_document(hour):
    headings = [one.text for one in hour.paragraphs if one.style.name == "Heading 1"]
    assert headings == [
        "The problem we want to tackle",
        "How we know",
        "The solution we will try",
        "Our goal",
        "Key steps",
        "What we need, what we have, who could help",
        "Over what time",
        "Who does what",
        "How we tell people about it",
        "What we decided",
        "What we do not know yet",
        "Ideas, and what speaks for and against them",
        "How we voted",
        "How this was collected",
    ]
    options = {one.text for one in hour.paragraphs if one.style.name == "Heading 2"}
    assert options == {*seaside.GROUPS, seaside.ALONE, "What pulls you", "Dots"}
    text = words(hour)
    for idea in (
        *(one for ideas in seaside.GROUPS.values() for one in ideas),
        *seaside.WORRIES,
        *seaside.FIXES.values(),
    ):
        assert idea in text
    assert "{{" not in text


def test_actions_stand_in_a_table_those_without_an_owner_first(hour):
    assert table(hour, "What")[:3] == [
        ["What", "Who", "By when", "Where it stands"],
        ["Make a rota for the kettle", "Nobody yet", "No date yet", "To do"],
        ["Ask the chapel trustees for Tuesday and Thursday mornings", "Maureen", "30 November 2026", "To do"],
    ]


def test_totals_and_worries_stand_in_tables(hour):
    assert table(hour, "Option")[:3] == [
        ["Option", "Picks", "People"],
        ["Somewhere warm to meet", "5", "5"],
        ["Somebody who calls", "2", "2"],
    ]
    found = {
        row[0].strip(): row[1]
        for one in hour.tables
        if one.cell(0, 0).text == "What to watch"
        for row in [[cell.text for cell in row.cells] for row in one.rows[1:]]
    }
    assert found == {worry: seaside.FIXES.get(worry, "None yet") for worry in seaside.WORRIES}


def test_still_to_agree_comes_before_every_section(hour):
    styles = [one.style.name for one in hour.paragraphs]
    assert styles.index("Still to agree heading") < styles.index("Heading 1")
    assert [one.text for one in hour.paragraphs if one.style.name == "Still to agree"] == [
        "What we need, what we have, who could help",
        "An owner and a date for: Make a rota for the kettle",
    ]


def test_it_has_a_title_a_language_and_header_rows(hour):
    assert hour.core_properties.title == "Lonely neighbours"
    language = hour.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "en-GB"
    assert hour.paragraphs[1].style.name == "Title"
    for one in hour.tables:
        assert one.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None for row in one.rows[1:])


def test_the_foot_of_the_page_is_filled_too(hour):
    assert hour.sections[0].footer.paragraphs[0].text.startswith("Lonely neighbours  ·  23 November 2026  ·  Page ")


@settings(max_examples=40)
@given(any_plan)
def test_any_plan_makes_a_document_that_opens_and_holds_it_as_text(plan):
    filled = fields(plan)
    document = opened(word(OURS, filled))
    found = squeezed(words(document))
    for text in strings(filled):
        assert squeezed(text) in found
    for one in document.element.body.iter(qn("w:tc")):
        assert one[-1].tag == qn("w:p")


@pytest.mark.parametrize("text", TRICKY)
def test_words_in_every_place_change_nothing_in_the_form_of_the_document(text):
    def form(one):
        body = opened(word(OURS, fields(full(one)))).element.body
        return [
            tag for tag in (element.tag for element in body.iter()) if tag not in {qn("w:br"), qn("w:tab"), qn("w:t")}
        ]

    assert form(text) == form("plain")


def changed(old, new):
    parts = unpack(OURS)
    parts["word/document.xml"] = parts["word/document.xml"].replace(old, new)
    return pack(parts)


def test_an_unknown_placeholder_is_refused_by_its_name():
    with pytest.raises(BadTemplate, match='unknown placeholder "agendum"'):
        check_word(changed(b"{{agenda}}", b"{{agendum}}"))


def test_an_unknown_placeholder_is_found_also_where_a_workshop_would_not_reach_it():
    with pytest.raises(BadTemplate, match='unknown placeholder "outcum"'):
        check_word(changed(b"{{outcome}}", b"{{outcum}}"))


def test_a_document_without_placeholders_is_no_template():
    out = io.BytesIO()
    docx.Document().save(out)
    with pytest.raises(BadTemplate, match="there is no placeholder"):
        check_word(out.getvalue())
