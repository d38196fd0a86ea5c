"""A Word template in the language of a workshop: our own headings in it, and which language it says that it is in.

Only a run whose whole text is one of our sentences is changed, so a template in its own words stays as it is.
"""

from lxml import etree

from facilitation.wording import Wording
from server.exports.word_blocks import Element, W

BRITISH = "en-GB"


def translate(root: Element, say: Wording) -> None:
    """Put our own headings in this part of a document into the language of `say`."""
    for text in root.iter(f"{W}t"):
        words = text.text or ""
        if words.strip() in say.sentences:
            text.text = words.replace(words.strip(), say(words.strip()))
    if say.direction == "rtl":
        for table in root.iter(f"{W}tblPr"):
            _first(table, f"{W}bidiVisual")


def speak(styles: Element, say: Wording) -> None:
    """Say in the styles of a document which language it is in, and which way that runs."""
    defaults = _first(styles, f"{W}docDefaults")
    letters = _first(_first(defaults, f"{W}rPrDefault"), f"{W}rPr")
    code = BRITISH if say.language == "en" else say.language
    spoken = _first(letters, f"{W}lang", last=True)
    spoken.set(f"{W}val", code)
    if say.direction == "rtl":
        spoken.set(f"{W}bidi", code)
        if letters.find(f"{W}rtl") is None:
            spoken.addprevious(etree.Element(f"{W}rtl"))
        lines = _first(_first(defaults, f"{W}pPrDefault", last=True), f"{W}pPr")
        _first(lines, f"{W}bidi")


def _first(parent: Element, tag: str, *, last: bool = False) -> Element:
    """The child of this name; where there is none it is made, in front of all others or behind them."""
    found = parent.find(tag)
    if found is None:
        found = etree.Element(tag)
        parent.insert(len(parent) if last else 0, found)
    return found
