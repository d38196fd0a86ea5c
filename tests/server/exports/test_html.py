"""The plan as one HTML file: text stays text, and everything that reading aloud needs is there."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from lxml import html as lxml_html

from server.exports.fields import fields
from server.exports.html import html
from tests import seaside
from tests.server.exports.any_plan import TRICKY, any_plan, full, strings


class Tags(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.words = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture(scope="module")
def hour():
    return html(seaside.material(seaside.record(seaside.hour())).fields()).decode()


@given(any_plan)
def test_any_plan_comes_out_as_text_and_nothing_else(plan):
    filled = fields(plan)
    page = Tags(html(filled).decode())
    assert not {"script", "img", "a", "b", "iframe", "j"} & set(page.tags)
    assert not [name for name in page.attributes if name.startswith("on") or name in {"href", "src"}]
    words = "".join("".join(page.words).split())
    for text in strings(filled):
        assert "".join(text.split()) in words


@pytest.mark.parametrize("words", TRICKY)
def test_words_in_every_place_change_nothing_in_the_form_of_the_page(words):
    assert Tags(html(fields(full(words))).decode()).tags == Tags(html(fields(full("plain"))).decode()).tags


def test_it_is_one_file_that_asks_for_nothing_and_runs_nothing(hour):
    page = lxml_html.fromstring(hour)
    assert not page.xpath("//script | //link | //img | //iframe | //@href | //@src | //@style")
    assert "url(" not in hour
    assert "@import" not in hour
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


def test_it_has_a_language_a_title_and_headings_in_order(hour):
    page = lxml_html.fromstring(hour)
    assert page.xpath("/html/@lang") == ["en-GB"]
    assert page.xpath("//title/text()") == ["Lonely neighbours – Simple plan"]
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_headings_keep_their_order_where_only_the_question_was_talked_about():
    page = lxml_html.fromstring(html(fields(full("words"))).decode())
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_table_has_headers_that_say_what_they_head(hour):
    page = lxml_html.fromstring(hour)
    assert len(page.xpath("//table")) == 5
    for table in page.xpath("//table"):
        assert table.xpath("thead/tr/th[@scope='col']")
        assert not table.xpath("thead//td")
    assert not page.xpath("//th[not(@scope)]")


def test_still_to_agree_comes_first(hour):
    page = lxml_html.fromstring(hour)
    assert page.xpath("//h2/text()")[:2] == ["Still to agree", "The problem we want to tackle"]
    assert page.xpath("//section[@class='open']//li/text()") == [
        "What we need, what we have, who could help",
        "An owner and a date for: Make a rota for the kettle",
    ]


def test_worries_stand_beside_the_ways_round_them(hour):
    page = lxml_html.fromstring(hour)
    rows = {
        row.xpath("string(td[1])"): row.xpath("td[2]//li/text()")
        for row in page.xpath("//table[@class='halves']/tbody/tr")
    }
    assert {worry.strip(): rows[worry] for worry in rows} == {
        worry: [seaside.FIXES.get(worry, "None yet")] for worry in seaside.WORRIES
    }


def test_words_of_any_direction_turn_only_themselves(hour):
    page = lxml_html.fromstring(hour)
    assert not page.xpath("//li[not(@dir) and not(*)] | //tbody/tr/td[1][not(@dir) and not(ancestor::tr/th)]")
