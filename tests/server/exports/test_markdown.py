"""The plan as Markdown: what people typed comes out as text, read by a real Markdown reader."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

from server.exports.fields import fields
from server.exports.markdown import escaped, markdown
from server.exports.plain import clean
from tests import seaside
from tests.server.exports.any_plan import TRICKY, any_plan, full, strings
from tests.server.exports.test_plain import ANY_TEXT

OURS = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "em", "table", "thead", "tbody", "tr", "th", "td", "br"}


class Page(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.words, self.links = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data):
        self.words.append(data)


def read(text):
    """What a reader of Markdown makes of it; HTML in it is allowed, so that it would be seen."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return Page(reader.render(text))


def squeezed(text):
    return "".join(text.split())


@given(ANY_TEXT)
@example("1. one")
@example("- a")
@example("+")
@example("123)")
@example("=====")
@example("a\\")
@example("&amp;")
@example(": x")
@example("\u00a0\u2003# a")
def test_any_line_comes_out_as_the_text_that_it_was(text):
    line = " ".join(clean(text).split())
    page = read(escaped(line))
    assert page.tags == (["p"] if line else [])
    assert squeezed("".join(page.words)) == squeezed(line)


@given(any_plan)
def test_any_plan_comes_out_as_text_and_nothing_else(plan):
    filled = fields(plan)
    page = read(markdown(filled).decode())
    assert set(page.tags) <= OURS
    assert page.links == []
    words = squeezed("".join(page.words))
    for text in strings(filled):
        assert squeezed(text) in words


@pytest.mark.parametrize("words", TRICKY)
def test_words_in_every_place_change_nothing_in_the_form_of_the_plan(words):
    tags = read(markdown(fields(full("plain"))).decode()).tags
    one_line = " ".join(clean(words).split())
    assert read(markdown(fields(full(one_line))).decode()).tags == tags


@pytest.mark.parametrize("word", ["https://example.org/a", "www.example.org", "a@example.org", "HTTPS://X.Y"])
def test_an_address_is_text_and_no_link_for_readers_that_look_for_them(word):
    assert not re.search(r"(?i)https?://|www\.|[^\\]@", escaped(word))


def test_a_card_of_several_lines_keeps_them():
    text = markdown(fields(full("one\ntwo"))).decode()
    assert "- one\\\n  two" in text
    assert "one<br>two" in text


def test_the_hour_has_its_title_first_then_what_is_open_then_the_plan_with_its_tables():
    text = markdown(seaside.material(seaside.record(seaside.hour())).fields()).decode()
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings[:3] == ["# Lonely neighbours", "## Still to agree", "## The problem we want to tackle"]
    assert "### Somewhere warm to meet (chosen)" in headings
    assert "| Ask the chapel trustees for Tuesday and Thursday mornings | Maureen | 30 November 2026 | To do |" in text
    assert "| The hall costs £18 an hour to heat | Ask the warm spaces fund before 12 December |" in text
    assert "\n\n\n" not in text
