"""A Word file is opened with suspicion, and written back as it was but for what was replaced."""

import io
import stat
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.exports.word_package import MOST_PACKED, BadTemplate, pack, unpack, xml
from tests.seaside import TEMPLATES

OURS = (TEMPLATES / "plans" / "simple-plan.docx").read_bytes()
RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def bundle(**more):
    parts = {"word/document.xml": b"<a/>", "docProps/core.xml": b"<b/>"}
    return pack({**parts, **{name.replace("__", "/"): content for name, content in more.items()}})


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, content in parts:
            archive.writestr(info, content)
    return out.getvalue()


def test_what_is_packed_is_unpacked_as_it_was():
    parts = unpack(OURS)
    assert {"word/document.xml", "word/styles.xml", "[Content_Types].xml"} <= parts.keys()
    assert unpack(pack(parts)) == parts


def test_the_same_parts_make_the_same_bytes():
    assert pack(unpack(OURS)) == pack(unpack(OURS))


@pytest.mark.parametrize(
    ("name", "say"),
    [
        ("word/vbaProject.bin", "macros"),
        ("word/embeddings/oleObject1.bin", "embedded objects"),
        ("word/activeX/activeX1.xml", "embedded objects"),
        ("word/afchunk1.htm", "embedded objects"),
        ("/etc/passwd", "outside itself"),
        ("word/../../up.xml", "outside itself"),
    ],
)
def test_what_a_plan_never_needs_is_refused(name, say):
    with pytest.raises(BadTemplate, match=say):
        unpack(packed([("word/document.xml", "<a/>"), ("docProps/core.xml", "<b/>"), (name, "x")]))


def test_a_link_to_another_file_is_refused():
    link = zipfile.ZipInfo("word/link.xml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(BadTemplate, match="outside itself"):
        unpack(packed([("word/document.xml", "<a/>"), ("docProps/core.xml", "<b/>"), (link, "x")]))


@pytest.mark.parametrize(
    ("relationship", "fine"),
    [
        (f'<Relationship Id="a" Type="{OFFICE}/image" Target="media/a.png"/>', True),
        (f'<Relationship Id="a" Type="{OFFICE}/hyperlink" Target="https://example.org" TargetMode="External"/>', True),
        (f'<Relationship Id="a" Type="{OFFICE}/hyperlink" Target="file:///c:/a" TargetMode="External"/>', False),
        (f'<Relationship Id="a" Type="{OFFICE}/image" Target="https://example.org" TargetMode="External"/>', False),
        (f'<Relationship Id="a" Type="{OFFICE}/attachedTemplate" Target="http://a" TargetMode="External"/>', False),
        (f'<Relationship Id="a" Type="{OFFICE}/aFChunk" Target="chunk.htm"/>', False),
        (f'<Relationship Id="a" Type="{OFFICE}/oleObject" Target="a.bin"/>', False),
    ],
)
def test_content_from_elsewhere_is_refused_and_a_link_that_one_may_click_is_not(relationship, fine):
    parts = {**unpack(bundle()), "word/_rels/document.xml.rels": RELATIONSHIPS.format(relationship).encode()}
    if fine:
        assert unpack(pack(parts)) == parts
    else:
        with pytest.raises(BadTemplate, match="outside itself"):
            unpack(pack(parts))


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(BadTemplate, match="too much"):
        unpack(bundle(word__bomb=b"\0" * 2_000_000))
    with pytest.raises(BadTemplate, match="too much"):
        unpack(packed([(f"word/{number}.xml", "x") for number in range(1001)]))
    with pytest.raises(BadTemplate, match="too big"):
        unpack(b"x" * (MOST_PACKED + 1))


@pytest.mark.parametrize("data", [b"", b"no archive", OURS[:2000], OURS[:-100]])
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(BadTemplate, match=r"not a Word file|not a whole Word document"):
        unpack(data)


def test_half_a_document_is_refused():
    with pytest.raises(BadTemplate, match="not a whole Word document"):
        unpack(pack({"word/document.xml": b"<a/>"}))


@given(st.integers(0, len(OURS) - 1), st.integers(1, 255))
def test_a_file_with_a_broken_byte_is_refused_or_read_and_never_anything_else(place, by):
    broken = bytearray(OURS)
    broken[place] = (broken[place] + by) % 256
    with suppress(BadTemplate):
        unpack(bytes(broken))


@pytest.mark.parametrize(
    "part",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b"<a>",
        b"",
    ],
)
def test_entities_and_broken_xml_are_refused(part):
    with pytest.raises(BadTemplate):
        xml(part)
