"""Everything that a workshop can be taken home as."""

import html
import io
import zipfile

import pytest

from facilitation.agenda import CardKind
from facilitation.honesty import COLLECTED
from facilitation.rules import Audience
from server.exports import EXPORTS, make, title_in
from tests import seaside
from tests.meeting import Meeting

TYPED = 'Tea & <b>cake</b> "now" {{title}} *why* \\ 👩‍🦳 עם'


def test_there_is_a_document_for_word_for_the_web_for_plain_text_and_for_programs():
    assert list(EXPORTS) == ["md", "html", "docx", "json"]


@pytest.mark.parametrize("ending", EXPORTS)
def test_every_kind_has_a_name_that_people_can_read(ending):
    document = make(ending, seaside.material(seaside.record(seaside.hour())))
    what = "record" if ending == "json" else "plan"
    assert document.name == f"2026-11-23 Lonely neighbours – {what}.{ending}"
    assert document.media_type == EXPORTS[ending].media_type
    assert document.content


@pytest.mark.parametrize("ending", EXPORTS)
def test_what_is_sealed_is_in_no_document(ending):
    meeting = Meeting(agenda=seaside.agenda()).to("What we know")
    meeting.add("seen by everybody", CardKind.FACT)
    meeting.to("Ideas")
    meeting.add("sealed idea")
    meeting.keep("kept worry")
    plain = {"docx": "md"}.get(ending, ending)  # a .docx is packed: its words are those of the fields
    material = seaside.material(dict(meeting.seen(Audience.RECORD)))
    for content in (make(plain, material).content, repr(material.fields()).encode()):
        assert b"seen by everybody" in content
        assert b"sealed idea" not in content
        assert b"kept worry" not in content


@pytest.mark.parametrize("ending", EXPORTS)
def test_a_workshop_that_has_not_begun_can_be_taken_home(ending):
    assert make(ending, seaside.material(dict(Meeting().seen(Audience.RECORD)))).content


@pytest.mark.parametrize("ending", EXPORTS)
def test_the_same_workshop_makes_the_same_bytes(ending):
    one, two = (make(ending, seaside.material(seaside.record(seaside.hour()))) for _ in range(2))
    assert one == two


def test_the_title_is_the_one_in_the_record():
    assert title_in(seaside.record(Meeting(agenda=seaside.agenda()))) == "Lonely neighbours"


def test_what_people_typed_stays_the_same_thing_in_every_format():
    meeting = Meeting(agenda=seaside.agenda()).to("What we know")
    meeting.add(TYPED, CardKind.FACT)
    meeting.next()
    fields = seaside.material(dict(meeting.seen(Audience.RECORD))).fields()
    section = next(one for one in fields["sections"] if one["label"] == "How we know")
    assert section["text"] == TYPED


@pytest.mark.parametrize("ending", EXPORTS)
def test_every_document_says_how_this_was_collected_in_the_words_of_the_page(ending):
    content = make(ending, seaside.material(seaside.record(seaside.hour()))).content
    if ending == "docx":
        content = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")
    text = html.unescape(content.decode()).replace("\\", "")
    assert "How this was collected" in text or ending == "json"
    assert [one for one in COLLECTED if one not in text] == []
