"""What the build leaves: small, no script in the page itself, packed copies beside each file."""

import gzip
import re

import pytest

from tests.house import tree

BUILT = tree.ROOT / "server" / "static"
KB = 1000
MOST = {"js": 70 * KB, "css": 15 * KB}


@pytest.fixture(scope="module")
def page():
    return (BUILT / "index.html").read_text()


def first(page, end):
    """The files of one kind that the page loads before anything is clicked."""
    return [BUILT / name for name in re.findall(rf'"/static/([^"]+\.{end})"', page)]


@pytest.mark.parametrize("end", MOST)
def test_the_first_load_is_small(page, end):
    files = first(page, end)
    assert files
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= MOST[end]


def test_the_page_holds_no_script_and_no_style_of_its_own(page):
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=", page) == []


def test_the_page_loads_from_its_own_server_only(page):
    assert re.findall(r"(?:src|href)=\"(?!/static/)[^\"]*\"", page) == []


@pytest.mark.parametrize("end", MOST)
def test_each_file_has_its_packed_copies(page, end):
    for file in first(page, end):
        for packed in (".br", ".gz"):
            assert 0 < file.with_name(file.name + packed).stat().st_size < file.stat().st_size


def test_a_file_s_name_changes_with_its_content():
    """A changed file has a new name, so that browsers may keep the old one for good."""
    assets = [path.name for path in (BUILT / "assets").iterdir()]
    assert assets
    assert [name for name in assets if not re.search(r"-[\w-]{8}\.\w+", name)] == []
