"""Pictures in a Word document: a paragraph that holds `{{picture}}` becomes the picture that it names.

Each carries what it shows, in its writer's words, for who does not see it.
"""

import io
from collections.abc import Mapping

from lxml import etree
from PIL import Image

from server.exports.word_blocks import Element, W
from server.exports.word_package import xml
from server.pictures import media_type

_MARK = "picture-stands-here"
_ENDINGS = {"image/png": "png", "image/jpeg": "jpeg"}
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_WIDEST, _HIGHEST = 5_400_000, 6_400_000
"""Of a picture on the page, in EMU: 15 and some 18 centimetres."""
_A_POINT = 9_525
"""EMU of one point at 96 to the inch."""
_DRAWING = f"""<w:r xmlns:w="{W[1:-1]}" xmlns:r="{_R}"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="0" cy="0"/><wp:docPr id="0" name="" descr=""/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed=""/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""


def mark(root: Element) -> None:
    """Note which paragraphs of a template stand for a picture, before what people wrote comes into it."""
    for paragraph in root.iter(f"{W}p"):
        if "".join(one.text or "" for one in paragraph.iter(f"{W}t")).strip() == "{{picture}}":
            paragraph.set(_MARK, "yes")


def show(root: Element, parts: dict[str, bytes], pictures: Mapping[str, bytes], alts: Mapping[str, str]) -> None:
    """Put pictures in the marked paragraphs, which hold their names by now. `alts`: what each shows.

    `parts`: of the package; the pictures and what names them are added there.
    """
    for number, paragraph in enumerate(list(root.iter(f"{W}p")), 1):
        if paragraph.attrib.pop(_MARK, "") != "yes":
            continue
        name = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
        for run in paragraph.findall(f"{W}r"):
            paragraph.remove(run)
        if name in pictures:
            paragraph.append(_run(number, _added(parts, number, pictures[name]), pictures[name], alts.get(name, "")))


def _run(number: int, relation: str, body: bytes, alt: str) -> Element:
    with Image.open(io.BytesIO(body)) as opened:
        width, height = (side * _A_POINT for side in opened.size)
    shrink = min(1.0, _WIDEST / width, _HIGHEST / height)
    run = etree.fromstring(_DRAWING)
    for one in run.iter():
        if "cx" in one.attrib:
            one.set("cx", str(int(width * shrink)))
            one.set("cy", str(int(height * shrink)))
        if "id" in one.attrib:
            one.set("id", str(number))
            one.set("name", f"Picture {number}")
        if "descr" in one.attrib:
            one.set("descr", alt)
        if f"{{{_R}}}embed" in one.attrib:
            one.set(f"{{{_R}}}embed", relation)
    return run


def _added(parts: dict[str, bytes], number: int, body: bytes) -> str:
    """Put the bytes into the package; the name of the relation that leads to them."""
    kind = media_type(body)
    ending, relation = _ENDINGS[kind], f"picture{number}"
    parts[f"word/media/{relation}.{ending}"] = body
    relations = xml(parts[_RELATIONS])
    target = {"Id": relation, "Type": f"{_R}/image", "Target": f"media/{relation}.{ending}"}
    etree.SubElement(relations, f"{{{relations.nsmap[None]}}}Relationship", target)
    parts[_RELATIONS] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True)
    types = xml(parts[_TYPES])
    default = f"{{{types.nsmap[None]}}}Default"
    if ending not in [one.get("Extension") for one in types.iter(default)]:
        types.insert(0, types.makeelement(default, {"Extension": ending, "ContentType": kind}))
        parts[_TYPES] = etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True)
    return relation
