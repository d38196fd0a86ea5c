"""The plan as a Word document, made from a Word file that people restyle in Word."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from lxml import etree

from facilitation.wording import ENGLISH, Wording
from server.exports.fields import SHAPE, Fields
from server.exports.word_blocks import fill
from server.exports.word_language import speak, translate
from server.exports.word_package import BadTemplate, pack, unpack, xml
from server.exports.word_pictures import mark, show

_DC = "{http://purl.org/dc/elements/1.1/}"
_FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_BODY = "word/document.xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def word(
    template: bytes, fields: Fields, say: Wording = ENGLISH, pictures: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    """The template, filled. `say`: the language of our own headings in it. `pictures`: those of the board, by name.

    Raises: `BadTemplate` for a file that cannot be used, naming the placeholder where one is to blame.
    """
    parts = unpack(template)
    alts = {one["picture"]: one["alt"] for one in fields["drawings"]}
    for name, content in list(parts.items()):
        if _FILLED.fullmatch(name):
            root = xml(content)
            translate(root, say)
            mark(root)
            fill(root, fields)
            show(root, parts, pictures if name == _BODY else {}, alts)
            parts[name] = _HEAD + etree.tostring(root)
    if say is not ENGLISH and "word/styles.xml" in parts:  # a template says itself that it is English
        styles = xml(parts["word/styles.xml"])
        speak(styles, say)
        parts["word/styles.xml"] = _HEAD + etree.tostring(styles)
    parts["docProps/core.xml"] = _named(parts["docProps/core.xml"], fields["title"])
    return pack(parts)


def check_word(template: bytes) -> None:
    """See that a template can be filled: every name in it is known, every block closed.

    Raises: `BadTemplate` that says what to put right.
    """
    word(template, _example(SHAPE))
    if not re.search(rb"\{\{", b"".join(part for name, part in unpack(template).items() if _FILLED.fullmatch(name))):
        raise BadTemplate("there is no placeholder in this file, so nothing of a plan would be in it.")


def _example(shape: Fields) -> dict[str, Any]:
    """The shape with a text in every place."""
    return {name: [_example(value[0])] if isinstance(value, list) else "x" for name, value in shape.items()}


def _named(core: bytes, title: str) -> bytes:
    """The document's properties with this title."""
    root = xml(core)
    found = root.find(f"{_DC}title")
    if found is None:
        found = etree.SubElement(root, f"{_DC}title")
    found.text = " ".join(title.split())
    return _HEAD + etree.tostring(root)
