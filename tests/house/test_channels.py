"""Each side channel in tests/promises/CHANNELS.md has a test, and there is such a test."""

import re
from pathlib import Path

from tests.house import tree

PAGE = Path("tests/promises/CHANNELS.md")
ROWS = [line.split("|")[1:-1] for line in tree.text(PAGE).splitlines() if re.match(r"\| \d", line)]


def proofs(row):
    return re.findall(r"`([\w/]+\.py)::(\w+)`", row[3])


def test_the_channels_are_numbered_and_each_says_what_we_do():
    assert [int(row[0]) for row in ROWS] == list(range(1, len(ROWS) + 1))
    assert len(ROWS) >= 27
    assert all(cell.strip() for row in ROWS for cell in row)


def test_each_channel_names_a_test_that_exists():
    assert [row[0] for row in ROWS if not proofs(row)] == []
    named = {one for row in ROWS for one in proofs(row)}
    assert [one for one in sorted(named) if f"def {one[1]}(" not in tree.text(Path(one[0]))] == []
