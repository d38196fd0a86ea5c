"""The files of the project as the version control knows them: committed ones, and new ones not ignored."""

import subprocess
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).parents[2]


def files(*patterns: str) -> list[Path]:
    """Paths relative to the root, in order: all, or those that match a pattern, in which * also means folders."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = sorted({name for name in listed.split("\0") if (ROOT / name).is_file()})
    return [Path(name) for name in found if any(fnmatchcase(name, pattern) for pattern in patterns or ("*",))]


def text(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def words(path: Path) -> str | None:
    """A file's text, or None where it is a picture or another file that is not text."""
    try:
        return text(path)
    except UnicodeDecodeError:
        return None
