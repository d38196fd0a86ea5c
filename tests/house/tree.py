"""The files of the project: all but those that .gitignore names. It works without git, on an unpacked archive too."""

import os
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINES = (ROOT / ".gitignore").read_text().splitlines()
IGNORED = [".git", *(line.rstrip("/") for line in LINES if line and not line.startswith("#"))]


def ignored(path: str) -> bool:
    """As git reads it, for the plain patterns that we use: a name counts anywhere, a path from the root."""
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path, rule.lstrip("/")) if "/" in rule else fnmatchcase(name, rule) for rule in IGNORED)


def files(*patterns: str) -> list[Path]:
    """Paths relative to the root, in order: all, or those that match a pattern, in which * also means folders."""
    found = []
    for folder, below, names in os.walk(ROOT):
        here = os.path.relpath(folder, ROOT)
        at = "" if here == "." else f"{here}/"
        below[:] = [name for name in below if not ignored(at + name)]
        found += [at + name for name in names if not ignored(at + name)]
    return [Path(name) for name in sorted(found) if any(fnmatchcase(name, pattern) for pattern in patterns or ("*",))]


def text(path: Path | str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def words(path: Path) -> str | None:
    """A file's text, or None where it is a picture or another file that is not text."""
    try:
        return text(path)
    except UnicodeDecodeError:
        return None
