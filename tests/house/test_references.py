"""What code and comments refer to can be opened: numbered cases, sections of the design page, files."""

import ast
import re
from pathlib import Path

import pytest

from tests.house import tree

CASES = Path("facilitation/CASES.md")
ROW = re.compile(r"^\| (E\d\d[a-e]?) \|.*\| (.+) \|$", re.MULTILINE)
NUMBER = re.compile(r"\bE\d\d[a-e]?\b")
IN_A_NAME = re.compile(r"_(e\d\d[a-e]?)(?=_|\b)")
SECTIONS = re.compile(r"\bDESIGN ((?:\d(?:\.\d)?(?:, | and )?)+)")
COMMENT = re.compile(r"/\*\*?(.*?)\*/|(?<![:\w])//([^\n]*)", re.DOTALL)
PAGE = re.compile(r"[\w./-]*\w\.md\b|\w[\w.-]*(?:/[\w.-]+)+\.(?:py|tsx?|yaml|json)\b")


def sources():
    return [path for path in tree.files("*.py", "*.ts", "*.tsx") if not path.name.endswith(".gen.ts")]


def named(path):
    """The numbers of cases in a file, in its words and in the names of its tests."""
    text = tree.text(path)
    names = [name for line in re.findall(r"def (test_\w+)", text) for name in IN_A_NAME.findall(line)]
    return set(NUMBER.findall(text)) | {name[0].upper() + name[1:] for name in names}


def said(path, text):
    """The docstrings and comments of a file; no strings of the program."""
    if path.suffix in {".ts", ".tsx", ".css"}:
        return "\n".join(block or line for block, line in COMMENT.findall(text))
    comments = re.findall(r"(?m)(?:^|\s)#( .*)$", text)
    if path.suffix != ".py":
        return "\n".join(comments)
    nodes = (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Expr))
    strings = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return "\n".join([*strings, *comments])


def exists(name, path):
    return any((folder / name).exists() for folder in (tree.ROOT, tree.ROOT / path.parent, tree.ROOT / "client"))


def missing(path, text):
    return [name for name in PAGE.findall(said(path, text)) if not exists(name, path)]


def test_every_case_that_a_file_names_is_explained():
    told = {case for case, _ in ROW.findall(tree.text(CASES))}
    strange = [f"{path}: {case}" for path in sources() for case in sorted(named(path) - told)]
    assert told
    assert not strange, f"no row in {CASES} for\n" + "\n".join(strange)


def test_every_case_is_shown_by_the_tests_that_its_row_names():
    for case, shown in ROW.findall(tree.text(CASES)):
        tests = [Path(name) for name in re.findall(r"`([^`]+)`", shown)]
        assert tests, case
        assert [str(test) for test in tests if case not in named(test)] == [], case


def test_every_section_that_a_file_names_stands_in_the_design_page():
    page = tree.text("DESIGN.md")
    lists = [(path, named) for path in sources() for named in SECTIONS.findall(tree.text(path))]
    found = {(str(path), number) for path, named in lists for number in re.findall(r"\d(?:\.\d)?", named)}
    assert found
    assert sorted((path, number) for path, number in found if not is_section(page, number)) == []


def is_section(page, number):
    """Section 4 is a heading; 2.4 is the fourth of the numbered ideas in section 2."""
    whole, _, part = number.partition(".")
    section = re.search(rf"(?ms)^## {whole}\. (.*?)(?=^## |\Z)", page)
    return bool(section and (not part or re.search(rf"(?m)^{part}\. ", section[1])))


def test_every_file_that_a_docstring_or_a_comment_names_exists():
    files = sources() + tree.files("*.css", "*.toml", "*.yaml")
    lost = [f"{path}: {name}" for path in files for name in missing(path, tree.text(path))]
    assert not lost, "\n".join(lost)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("server/desk.py", '"""Source: `{name}`."""'),
        ("server/desk.py", "x = 1  # see {name}"),
        ("client/src/app.tsx", "/** See `{name}`. */"),
        ("client/src/app.tsx", "const x = 1; // see {name}"),
        ("pyproject.toml", "x = 1  # see {name}"),
    ],
)
def test_a_file_that_is_not_there_would_be_found(path, text):
    assert missing(Path(path), text.format(name="reference/nowhere.md")) == ["reference/nowhere.md"]
    assert missing(Path(path), text.format(name="server/nowhere.py")) == ["server/nowhere.py"]
    assert missing(Path(path), text.format(name="server/README.md")) == []


@pytest.mark.parametrize(("number", "there"), [("4", True), ("2.4", True), ("2.6", False), ("9", False)])
def test_a_section_that_is_not_there_would_be_found(number, there):
    assert is_section(tree.text("DESIGN.md"), number) is there
