"""A Word file as a reader meets it: what stands under each heading, and the tables with their first rows."""

from docx import Document
from docx.table import Table

LEVELS = {"Title": 0, "Still to agree heading": 1, "Heading 1": 1, "Heading 2": 2, "Heading 3": 3}


class Reading:
    """One document. A place is a path of headings, such as ("How we voted", "Dots")."""

    def __init__(self, path):
        document = Document(path)
        self.title = document.core_properties.title
        self.language = document.styles.element.xpath("string(//w:lang/@w:val)")
        self.lines, self.tables = {}, {}
        path = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                self.tables.setdefault(tuple(path), []).append(block)
            elif block.style.name in LEVELS:
                path = [*path[: LEVELS[block.style.name] - 1], block.text] if LEVELS[block.style.name] else []
                self.lines[tuple(path)] = []
            elif block.text:
                self.lines.setdefault(tuple(path), []).append(block.text)

    def headings(self):
        return [place[-1] for place in self.lines if place]

    def under(self, *place):
        """The lines under a heading."""
        return self.lines[place]

    def rows(self, *place):
        """The table under a heading, row by row, without its first row."""
        (table,) = self.tables[place]
        return [tuple(cell.text for cell in row.cells) for row in table.rows][1:]

    def bare_tables(self):
        """Tables whose first row is not marked as their header, for those who listen."""
        everything = [table for tables in self.tables.values() for table in tables]
        return [table for table in everything if not table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")]
