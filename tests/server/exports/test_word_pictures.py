"""Drawings and pictures in every document, with what they show; and the language of a card."""

import io
from dataclasses import replace

import docx
from lxml import html as lxml_html

from facilitation.canvas import ItemKind
from server.exports import EXPORTS
from server.pictures import made_anew
from tests import seaside
from tests.facilitation.test_drawings import item
from tests.server.any_picture import jpeg, png

BENCH, POSTER = "b" * 32, "c" * 32
PICTURES = {BENCH: made_anew(jpeg()).body, POSTER: made_anew(png()).body}
LATIN = "Bring a rota for the kettle"


def material(pictures=PICTURES):
    made = seaside.material(seaside.record(seaside.hour()))
    entries = dict(made.entries)
    for one in (
        item(1, ItemKind.TEXT, "Parking <here>", y=1),
        item(2, ItemKind.PICTURE, 'A "bench" & <sea>', y=2, file=BENCH),
        item(3, ItemKind.PICTURE, y=3, file=POSTER),
    ):
        entries |= one
    key = next(key for key, one in entries.items() if key.startswith("card:") and one.kind == "idea")
    entries[key] = replace(entries[key], language="cy")
    return replace(made, entries=entries, pictures=pictures), entries[key].text


def made(ending, **more):
    return EXPORTS[ending].make(material(**more)[0])


def test_in_word_pictures_stand_in_the_document_with_what_they_show():
    document = docx.Document(io.BytesIO(made("docx")))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert "Drawings and pictures" in words
    assert "Parking <here>" in words
    assert not [line for line in words if "{{" in line or BENCH in line]
    shown = document.inline_shapes
    assert [one._inline.docPr.get("descr") for one in shown] == ['A "bench" & <sea>', ""]
    blips = document.element.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip")
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    bodies = [document.part.related_parts[one.get(relation)].blob for one in blips]
    assert bodies == [PICTURES[BENCH], PICTURES[POSTER]]
    assert len({one._inline.docPr.get("id") for one in shown}) == 2


def test_in_word_a_card_in_another_language_says_so():
    text = material()[1]
    document = docx.Document(io.BytesIO(made("docx")))
    lang = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}lang"
    spoken = [run.text for paragraph in document.paragraphs for run in paragraph.runs if list(run._r.iter(lang))]
    assert [one for one in spoken if text in one]


def test_a_web_page_holds_its_pictures_and_says_languages():
    page = lxml_html.fromstring(made("html").decode())
    shown = page.xpath("//img")
    assert [one.get("alt") for one in shown] == ['A "bench" & <sea>', ""]
    assert shown[0].get("src").startswith("data:image/jpeg;base64,")
    assert "Parking <here>" in page.text_content()
    assert material()[1] in "".join(one.text_content() for one in page.xpath('//*[@lang="cy"]'))


def test_markdown_names_pictures_and_holds_them_at_its_end():
    text = made("md").decode()
    assert "## Drawings and pictures" in text
    assert "[picture-1]\n" in text
    assert text.rstrip().splitlines()[-1].startswith("[picture-2]: data:image/png;base64,")


def test_where_a_picture_is_gone_a_plain_sentence_stands_in_its_place():
    document = docx.Document(io.BytesIO(made("docx", pictures={POSTER: PICTURES[POSTER]})))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert 'A picture: A "bench" & <sea>' in words
    assert len(document.inline_shapes) == 1  # the other one is there
    assert not [line for line in words if "{{" in line or BENCH in line]
    page = lxml_html.fromstring(made("html", pictures={}).decode())
    assert page.xpath("//img") == []
    said = [" ".join(one.text_content().split()) for one in page.xpath("//p")]
    assert {'A picture: A "bench" & <sea>', "A picture without a description"} <= set(said)
    assert "A picture without a description" in made("md", pictures={}).decode()


def test_without_drawings_no_heading_speaks_of_them():
    bare = seaside.material(seaside.record(seaside.hour()))
    assert b"Drawings and pictures" not in EXPORTS["html"].make(bare)
    assert "Drawings and pictures" not in [
        p.text for p in docx.Document(io.BytesIO(EXPORTS["docx"].make(bare))).paragraphs
    ]
