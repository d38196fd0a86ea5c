"""What every page must say."""

from dataclasses import replace

import pytest

from server.verify.evidence import Evidence
from server.verify.headers import judged
from server.verify.result import Verdict
from server.verify.web import Page

GOOD = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Type": "text/html",
}
PAGE = Page("/", 200, tuple(GOOD.items()), b'<script src="/static/assets/first.js"></script>')


def seen(page):
    return judged(Evidence("http://here.example", pages=[PAGE, page]))


def test_a_page_that_says_all_of_it_is_good():
    assert seen(PAGE).verdict is Verdict.HELD


@pytest.mark.parametrize("name", list(GOOD)[:3])
def test_each_header_that_is_missing_is_told(name):
    headers = tuple((one, value) for one, value in GOOD.items() if one != name)
    assert seen(replace(PAGE, headers=headers)).verdict is Verdict.BROKEN


@pytest.mark.parametrize(
    "body",
    [
        b'<img src="https://other.example/x.gif">',
        b"<script src=//other.example/a.js>",
        b"@import 'https://other.example'",
    ],
)
def test_whoever_else_is_asked_is_named(body):
    assert "other.example" in seen(replace(PAGE, body=body)).seen


def test_a_cookie_is_told():
    assert "cookie" in seen(replace(PAGE, headers=(*PAGE.headers, ("set-cookie", "a=1")))).seen
