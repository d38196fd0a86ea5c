"""What a browser prints, as whoever holds the paper reads it."""

import io

from pypdf import PdfReader


def printed(page):
    """The text of each sheet, spaces made one: what Chromium prints of this page."""
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", print_background=True))).pages
    return [" ".join(sheet.extract_text().split()) for sheet in sheets]


def stands_in_order(text, *parts):
    """Whether these stand in a text, one after the other."""
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True
