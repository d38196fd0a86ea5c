"""The page on accessibility tells the truth: every criterion has a row, and what each row names is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "ACCESSIBILITY.md").read_text()
AA = re.findall(
    r"\S+",
    """1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11
1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3
2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3""",
)
"""Every criterion of WCAG 2.2 at levels A and AA; 4.1.1 is obsolete there."""


def test_every_criterion_has_one_row():
    assert re.findall(r"^\| (\d\.\d\.\d+) ", PAGE, re.MULTILINE) == AA


def test_every_row_names_what_shows_it_or_says_that_there_is_nothing_of_the_kind():
    rows = [line.split("|") for line in PAGE.splitlines() if re.match(r"\| \d", line)]
    silent = [row[1].strip() for row in rows if not row[-2].strip() and "the table above" not in row[2]]
    assert silent == []


def test_what_the_page_names_is_there():
    named = set(re.findall(r"`([^`]+)`", PAGE))
    tests = {one for one in named if one.startswith("test_")}
    sources = "\n".join(path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))
    assert {one for one in tests if f"def {one}(" not in sources} == set()
    assert {one for one in named - tests if not (ROOT / one).exists()} == set()
    assert len(tests) > 15
