"""A Word file as a bundle of parts: opened with suspicion, written back with some parts replaced.

A template may come from anybody who can put a file into a folder, so what a plan never needs
is refused: macros, embedded objects, outside content, and anything that unpacks to too much.
"""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

MOST_PACKED = 10 * 2**20
MOST_UNPACKED = 100 * 2**20
MOST_PARTS = 1000
MOST_RATIO = 100
SMALL = 64 * 1024
"""Bytes; below this a part may shrink as well as it likes."""

FORBIDDEN = re.compile(r"vbaProject|/embeddings/|/activeX/|afchunk", re.IGNORECASE)
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_XML = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


class BadTemplate(ValueError):  # noqa: N818 - named as the thing that is wrong
    """A Word template that cannot be used. The text says why, in a plain sentence."""


def xml(data: bytes) -> etree._Element:
    """One part as XML.

    Raises: `BadTemplate` for anything else, and for a document type (the door to entities).
    """
    try:
        root = etree.fromstring(data, _XML)
    except etree.XMLSyntaxError:
        raise BadTemplate("this is not a Word file that we can read.") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadTemplate("this file declares a document type, which Word never does.")
    return root


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a .docx by name.

    Raises: `BadTemplate` for what is no Word document, or is one that could do harm.
    """
    if len(data) > MOST_PACKED:
        raise BadTemplate("this file is too big for a template (10 MB at most).")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            _all_harmless(bundle.infolist())
            parts = {part.filename: bundle.read(part) for part in bundle.infolist()}
    except BadTemplate:
        raise
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error):
        raise BadTemplate("this is not a Word file (.docx).") from None
    if "word/document.xml" not in parts or "docProps/core.xml" not in parts:
        raise BadTemplate("this is not a whole Word document. Open it in Word and save it as .docx again.")
    for name, content in parts.items():
        if name.endswith(".rels"):
            _stays_inside(content)
    return parts


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A .docx of these parts. Holds no time of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in parts.items():
            bundle.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _all_harmless(parts: list[zipfile.ZipInfo]) -> None:
    for part in parts:
        _harmless(part)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise BadTemplate("this file unpacks to too much for a template.")


def _harmless(part: zipfile.ZipInfo) -> None:
    name = part.filename
    if FORBIDDEN.search(name):
        raise BadTemplate("this file holds macros or embedded objects. Save it as a plain .docx without them.")
    if stat.S_ISLNK(part.external_attr >> 16) or name.startswith("/") or ".." in name.split("/") or "\\" in name:
        raise BadTemplate("this file holds parts outside itself.")
    if part.file_size > max(SMALL, MOST_RATIO * part.compress_size):
        raise BadTemplate("this file unpacks to too much for a template.")


def _stays_inside(relationships: bytes) -> None:
    for one in xml(relationships):
        outside = one.get("TargetMode") == "External"
        link = one.get("Type") == LINK and str(one.get("Target")).startswith(("https://", "http://", "mailto:"))
        if (outside and not link) or "aFChunk" in str(one.get("Type")) or "oleObject" in str(one.get("Type")):
            raise BadTemplate("this file takes content from outside itself. Put pictures into the document instead.")
