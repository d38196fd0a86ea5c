"""Every source file has a test file in its place: server/desk.py has tests/server/test_desk.py, and
client/src/clock.ts has clock.test.ts beside it."""

import ast
import re
from pathlib import Path

from tests.house import tree

# Each needs its reason; a file that only lists, names or re-exports things needs no entry: see `empty`.
WITHOUT: dict[str, str] = {
    "client/src/hosts/zoom.ts": "speaks to Zoom's own library: tests/journeys/test_meetings.py plays Zoom",
    "client/src/hosts/teams.ts": "speaks to Microsoft's own library: tests/journeys/test_meetings.py plays Teams",
    "client/src/main.tsx": "puts the application on the page: every journey goes through it",
    "server/__main__.py": "the command line: tests start it as a program of its own",
}
# Tests of what no single file does; they stand with the folder that they are about.
ACROSS: dict[str, str] = {
    "tests/facilitation/test_edge_cases.py": "the numbered cases of the method",
    "tests/facilitation/test_edge_moderation.py": "those about keeping the room safe",
    "tests/server/test_desks.py": "two desks of one workshop",
    "tests/server/stores/test_meetings.py": "meetings and their workshops, on every store",
}
PYTHON_TEST = re.compile(r"^(?:async )?def test_|^    def test_|^class Test", re.MULTILINE)
CLIENT_TEST = re.compile(r"^\s*(?:it|test)(?:\.each.*)?\(", re.MULTILINE)
CLIENT_CODE = re.compile(r"^\s*(?:export )?(?:(?:default )?(?:async )?(?:function|class)\b|const .*=>)", re.MULTILINE)


def empty(path):
    """True for a file in which nothing happens: names, values and types, but no function."""
    if path.suffix == ".py":
        nodes = list(ast.walk(ast.parse(tree.text(path))))
        return not any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) for node in nodes)
    return not CLIENT_CODE.search(tree.text(path))


def mirror(path):
    """Where the test of a source file stands: the places it may have."""
    if path.suffix == ".py":
        name = "test_init.py" if path.name == "__init__.py" else f"test_{path.name}"
        return [Path("tests") / path.parent / name]
    return [path.with_name(f"{path.stem}.test{end}") for end in (".ts", ".tsx")]


def is_tested(path):
    wanted = PYTHON_TEST if path.suffix == ".py" else CLIENT_TEST
    return any((tree.ROOT / test).exists() and wanted.search(tree.text(test)) for test in mirror(path))


def sources():
    screen = tree.files("client/src/*.ts", "client/src/*.tsx")
    skip = (".gen.ts", ".d.ts", ".test.ts", ".test.tsx")
    return tree.files("facilitation/*.py", "server/*.py") + [path for path in screen if not path.name.endswith(skip)]


def test_every_source_file_has_a_test_file():
    found = sources()
    assert found
    lonely = [path for path in found if not (str(path) in WITHOUT or empty(path) or is_tested(path))]
    assert not lonely, "\n".join(f"{path} has no test in {mirror(path)[0]}" for path in lonely)


def test_no_exception_outlives_its_file():
    assert [path for path in WITHOUT if not (tree.ROOT / path).exists() or is_tested(Path(path))] == []


def test_every_python_test_stands_in_for_something():
    """A test whose source was renamed or removed is moved or removed with it."""
    stray = {path for path in ACROSS if not (tree.ROOT / path).exists()}
    for test in tree.files("tests/server/*test_*.py", "tests/facilitation/*test_*.py"):
        name = "__init__.py" if test.name == "test_init.py" else test.name.removeprefix("test_")
        if str(test) not in ACROSS and not (tree.ROOT / Path(*test.parts[1:-1]) / name).exists():
            stray.add(str(test))
    assert not stray, "no source for " + ", ".join(sorted(stray))
