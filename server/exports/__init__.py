"""Everything that a workshop can be taken home as. Each is made from a RECORD view and nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from facilitation.board import Board
from facilitation.drawings import drawings
from facilitation.entries import Entry
from facilitation.plan import build_plan
from facilitation.plan_template import PlanTemplate
from facilitation.wording import ENGLISH, Wording
from server.exports.fields import Fields, fields
from server.exports.file_name import file_name
from server.exports.html import html
from server.exports.markdown import markdown
from server.exports.record import record
from server.exports.word import word


@dataclass(frozen=True, slots=True)
class Material:
    """What a document is made of: a RECORD view, and a plan template with its Word file.

    `date`: ISO date, for the head of the document and the name of the file. `say`: the language of what we say.
    `pictures`: those on the board, by name.
    """

    entries: Mapping[str, Entry]
    date: str
    template: PlanTemplate
    word: bytes
    say: Wording = ENGLISH
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def fields(self) -> Fields:
        plan = build_plan(self.entries, self.template, self.date, self.say)
        return fields(plan, self.say, drawings(Board(self.entries, self.say)), self.pictures)


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of document. `what`: the word for it in the file's name."""

    label: str
    what: str
    media_type: str
    make: Callable[[Material], bytes]


@dataclass(frozen=True, slots=True)
class Document:
    """A document, ready to be sent. `name`: for people, not for URLs."""

    name: str
    media_type: str
    content: bytes


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "md": Export(
            "Markdown", "plan", "text/markdown; charset=utf-8", lambda m: markdown(m.fields(), m.say, m.pictures)
        ),
        "html": Export("Web page", "plan", "text/html; charset=utf-8", lambda m: html(m.fields(), m.say, m.pictures)),
        "docx": Export(
            "Word",
            "plan",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            lambda m: word(m.word, m.fields(), m.say, m.pictures),
        ),
        "json": Export("Data (JSON)", "record", "application/json", lambda m: record(m.entries, m.date, m.pictures)),
    }
)
"""Every kind of document by its ending."""


def title_in(entries: Mapping[str, Entry]) -> str:
    """The workshop's title, as it stands in the record."""
    return str(getattr(entries["workshop"], "title", ""))


def make(ending: str, material: Material) -> Document:
    """The document of this kind.

    Raises: `KeyError` for an ending that is not in `EXPORTS`.
    """
    export = EXPORTS[ending]
    name = file_name(material.date, title_in(material.entries), material.say(export.what), ending)
    return Document(name, export.media_type, export.make(material))
