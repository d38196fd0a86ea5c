"""A Word template in other languages."""

import io

import docx
from docx.oxml.ns import qn

from facilitation.wording import Wording
from server.exports.fields import fields
from server.exports.word import word
from server.exports.word_package import unpack, xml
from tests.seaside import TEMPLATES
from tests.server.exports.any_plan import full

OURS = (TEMPLATES / "plans" / "simple-plan.docx").read_bytes()
ARABIC = Wording("ar", {"What we know": "ما نعرفه"})


def made(say):
    return word(OURS, fields(full("What we know")), say)


def test_our_headings_are_said_in_the_language_and_words_of_people_are_not():
    paragraphs = docx.Document(io.BytesIO(made(ARABIC))).paragraphs
    assert [one.style.name for one in paragraphs if one.text == "ما نعرفه"] == ["Heading 1"]
    assert [one for one in paragraphs if one.text == "What we know"]


def test_the_document_says_which_language_it_is_in_and_which_way_it_runs():
    for say, code, turned in ((ARABIC, "ar", True), (Wording("cy"), "cy", False), (Wording(), "en-GB", False)):
        data = made(say)
        styles, body = (xml(unpack(data)[name]) for name in ("word/styles.xml", "word/document.xml"))
        defaults = styles.find(qn("w:docDefaults"))
        assert defaults.find(f".//{qn('w:lang')}").get(qn("w:val")) == code
        assert (defaults.find(f".//{qn('w:bidi')}") is not None) is turned
        assert all((one.find(qn("w:bidiVisual")) is not None) is turned for one in body.iter(qn("w:tblPr")))
