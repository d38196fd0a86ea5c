"""Every folder has its README, and every path that a page names exists."""

import re
from pathlib import Path

import pytest

from tests.house import pages, tree

# Folders that the page of the folder above describes.
WITHOUT = {".ci", "client/public"}
PATH = re.compile(r"[\w.-]+(?:/[\w.*-]+)+/?|[\w-]+\.(?:py|tsx?|md|toml)|[\w-]+/")
MEDIA = ("application/", "audio/", "image/", "text/", "video/")  # names of formats look like paths


def folders():
    """Every folder with tracked files in it or below it, but the root."""
    return sorted({str(folder) for path in tree.files() for folder in path.parents if str(folder) != "."})


def exists(path, page):
    """A path may be written from the page's own folder or from the root; a bare name may lie deeper."""
    here, bare = tree.ROOT / page.parent, path.rstrip("/")
    found = [*here.glob(bare), *tree.ROOT.glob(bare), *(here.rglob(bare) if "/" not in bare else [])]
    return bool(found)


def paths(page):
    named = [span for span in pages.spans(page) if PATH.fullmatch(span) and not span.startswith(MEDIA)]
    return named + pages.links(page)


def test_every_folder_has_a_readme():
    bare = [name for name in folders() if name not in WITHOUT and not (tree.ROOT / name / "README.md").exists()]
    assert not bare, "no README.md in " + ", ".join(bare)


def test_every_path_in_a_page_exists():
    named = [(page, path) for page in pages.pages() for path in paths(page)]
    missing = [f"{page}: {path}" for page, path in named if not exists(path, page)]
    assert named
    assert not missing, "\n".join([*missing, "(write a name that the reader chooses as <name>)"])


@pytest.mark.parametrize(("path", "there"), [("tests/house/tree.py", True), ("dev.py", True), ("server/no.py", False)])
def test_a_missing_path_would_be_found(path, there):
    assert exists(path, Path("README.md")) is there
