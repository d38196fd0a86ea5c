"""File names that people can read and every system can store."""

import pytest
from hypothesis import given

from server.exports.file_name import file_name
from tests.server.exports.test_plain import ANY_TEXT


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lonely neighbours", "2026-11-23 Lonely neighbours – plan.docx"),
        ('Tea / cake: why? "now"', "2026-11-23 Tea cake why now – plan.docx"),
        ("../../etc/passwd", "2026-11-23 etc passwd – plan.docx"),
        ("  \n ", "2026-11-23 Workshop – plan.docx"),
        ("...", "2026-11-23 Workshop – plan.docx"),
        ("Gŵyl y Môr 🌊", "2026-11-23 Gŵyl y Môr 🌊 – plan.docx"),
    ],
)
def test_a_name_says_when_what_and_which_kind(title, name):
    assert file_name("2026-11-23", title, "plan", "docx") == name


@given(ANY_TEXT)
def test_any_title_makes_a_name_that_can_be_stored(title):
    name = file_name("2026-11-23", title * 20, "plan", "docx")
    assert len(name.encode()) < 255
    assert not set(name) & set('/\\:*?"<>|\n\t\r\0')
    assert name.startswith("2026-11-23 ")
    assert name.endswith(" – plan.docx")
