"""Placeholders in the XML of a Word document: `{{title}}`, `{{repeat actions}}`, `{{when notes}}`.

No logic beyond that, and no code: a name is looked up, innermost block first, and what stands
for it is text. A text that itself looks like a placeholder stays as it is, because every
paragraph is filled once. `repeat NAME` to `end NAME` is printed for each member of a list;
`when NAME` to `end NAME` once if there is anything under that name. A mark stands in a paragraph
of its own; or, to repeat a row of a table, at the beginning of its first cell and the end of its last.
"""

import copy
import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from server.exports.fields import Fields
from server.exports.word_package import BadTemplate

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_ASIDES = (f"{W}proofErr", f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}lastRenderedPageBreak")

_PLACEHOLDER = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
_MARK = re.compile(r"\{\{\s*(repeat|when|end)\s+([a-z_]+)\s*\}\}")

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml names its type so
Scopes: TypeAlias = tuple[Fields, ...]


def fill(root: Element, fields: Fields) -> None:
    """Fill every placeholder in this part of a document.

    Raises: `BadTemplate` that names the placeholder which is not known or not closed.
    """
    etree.strip_elements(root, *_ASIDES, with_tail=False)
    for paragraph in root.iter(f"{W}p"):
        paragraph.attrib.pop(_PARAGRAPH_ID, "")
    _fill_children(root, (fields,))


def _fill_children(parent: Element, scopes: Scopes) -> None:
    children = iter(list(parent))
    for child in children:
        mark = _mark(child)
        if mark is not None:
            block = list(_block(mark, children))
            _expand(child, block, mark, scopes)
        elif child.tag == f"{W}tr" and (row := _row_mark(child)) is not None:
            _expand(None, [child], row, scopes)
        else:
            _fill_one(child, scopes)
    if parent.tag == f"{W}tc" and (not len(parent) or parent[-1].tag != f"{W}p"):
        etree.SubElement(parent, f"{W}p")  # Word wants a paragraph at the end of each cell


def _fill_one(element: Element, scopes: Scopes) -> None:
    if element.tag == f"{W}p":
        _fill_paragraph(element, scopes)
    _fill_children(element, scopes)


def _block(mark: tuple[str, str], children: Iterator[Element]) -> Iterator[Element]:
    """The elements up to the end that belongs to this mark; that end is taken out."""
    if mark[0] == "end":
        raise BadTemplate(f'"{{{{end {mark[1]}}}}}" has no beginning before it.')
    depth = 1
    for child in children:
        found = _mark(child)
        if found is not None and found[1] == mark[1]:
            depth += -1 if found[0] == "end" else 1
        if depth == 0:
            _remove(child)
            return
        yield child
    raise BadTemplate(f'"{{{{{mark[0]} {mark[1]}}}}}" has no "{{{{end {mark[1]}}}}}" after it.')


def _expand(opening: Element | None, block: list[Element], mark: tuple[str, str], scopes: Scopes) -> None:
    """Put one filled copy of the block for each member in the place of the block."""
    kind, name = mark
    value = _look_up(name, scopes)
    inner: list[Scopes] = [scopes] if value else []
    if kind == "repeat":
        if isinstance(value, str):
            raise BadTemplate(f'"{name}" is one text and cannot be repeated. Use "{{{{when {name}}}}}".')
        inner = [(*scopes, one) for one in value]
    anchor = opening if opening is not None else block[0]
    for scope in inner:
        holder = etree.Element(f"{W}body")
        holder.extend(copy.deepcopy(one) for one in block)
        _fill_children(holder, scope)
        for one in list(holder):
            anchor.addprevious(one)
    for one in block if opening is None else [opening, *block]:
        _remove(one)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _look_up(name: str, scopes: Scopes) -> str | list[Fields]:
    for scope in reversed(scopes):
        if name in scope:
            found: str | list[Fields] = scope[name]
            return found
    known = ", ".join(sorted({one for scope in scopes for one in scope}))
    raise BadTemplate(f'unknown placeholder "{name}". Known in this place: {known}.')


def _texts(paragraph: Element) -> list[Element]:
    """The text elements of a paragraph, without those of a text box inside it."""
    return [one for one in paragraph.iter(f"{W}t") if next(one.iterancestors(f"{W}p")) is paragraph]


def _words(paragraph: Element) -> str:
    return "".join(one.text or "" for one in _texts(paragraph))


def _mark(element: Element) -> tuple[str, str] | None:
    """The mark that this paragraph consists of, or None."""
    if element.tag != f"{W}p":
        return None
    found = _MARK.fullmatch(_words(element).strip())
    return None if found is None else (found[1], found[2])


def _row_mark(row: Element) -> tuple[str, str] | None:
    """The mark that opens this row and is closed at its end; both are taken out."""
    paragraphs = list(row.iter(f"{W}p"))
    if not paragraphs or _mark(paragraphs[0]) is not None:
        return None
    first, last = _words(paragraphs[0]), _words(paragraphs[-1])
    opening = _MARK.match(first.lstrip())
    closing = [found for found in _MARK.finditer(last) if not last[found.end() :].strip()]
    if opening is None or not closing or closing[0][1] != "end" or closing[0][2] != opening[2]:
        return None
    start = len(first) - len(first.lstrip())
    if _mark(paragraphs[-1]) is not None:
        _remove(paragraphs[-1])
    else:
        _put(paragraphs[-1], [(closing[0].start(), closing[0].end(), "")])
    _put(paragraphs[0], [(start, start + opening.end(), "")])
    return opening[1], opening[2]


def _fill_paragraph(paragraph: Element, scopes: Scopes) -> None:
    words = _words(paragraph)
    if "{{" not in words and "}}" not in words:
        return
    rest = _PLACEHOLDER.sub("", words)
    if (stray := _MARK.search(rest)) is not None:
        raise BadTemplate(f'"{stray[0]}" must stand in a paragraph of its own, or open or close a row of a table.')
    if "{{" in rest or "}}" in rest:
        raise BadTemplate(f'a placeholder is not closed, or its name is no name: "{words.strip()[:80]}".')
    changes, language = [], _look_up_language(scopes)
    for found in _PLACEHOLDER.finditer(words):
        value = _look_up(found[1], scopes)
        if not isinstance(value, str):
            raise BadTemplate(f'"{found[1]}" is a list. Use "{{{{repeat {found[1]}}}}}" and "{{{{end {found[1]}}}}}".')
        changes.append((found.start(), found.end(), value))
    _put(paragraph, changes)
    if changes and language:
        _speak(paragraph, language)


def _look_up_language(scopes: Scopes) -> str:
    """The language of what stands in the innermost block, where it was said."""
    return str(scopes[-1].get("language", ""))


def _speak(paragraph: Element, language: str) -> None:
    """Say of each run of a paragraph in which language it is."""
    for run in paragraph.iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        for old in properties.findall(f"{W}lang"):
            properties.remove(old)
        etree.SubElement(properties, f"{W}lang", {f"{W}val": language, f"{W}bidi": language})


def _put(paragraph: Element, changes: list[tuple[int, int, str]]) -> None:
    """Replace stretches of a paragraph's text, which Word may have split in any place."""
    texts = _texts(paragraph)
    bounds = [0]
    for one in texts:
        bounds.append(bounds[-1] + len(one.text or ""))
    touched: dict[int, str] = {}
    for start, end, value in reversed(changes):
        for position, text in enumerate(texts):
            low, high = max(start, bounds[position]), min(end, bounds[position + 1])
            if low >= high:
                continue
            now = touched.get(position, text.text or "")
            here = value if low == start else ""
            touched[position] = now[: low - bounds[position]] + here + now[high - bounds[position] :]
    for position, new in touched.items():
        _write(texts[position], new)


def _write(text: Element, words: str) -> None:
    """Put words into a text element; line breaks and tabs become what Word has for them."""
    pieces = re.split(r"([\n\t])", words)
    _set(text, pieces[0])
    after = text
    for piece in pieces[1:]:
        if not piece:
            continue
        new = etree.Element({"\n": f"{W}br", "\t": f"{W}tab"}.get(piece, f"{W}t"))
        if piece not in "\n\t":
            _set(new, piece)
        after.addnext(new)
        after = new


def _set(text: Element, words: str) -> None:
    text.text = words
    text.set(_SPACE, "preserve")
