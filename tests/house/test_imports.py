"""The rules about imports that import-linter cannot say; its own stand in pyproject.toml."""

import ast
import subprocess
import sys

import pytest

from tests.house import tree

ALLOWED = sys.stdlib_module_names | {"facilitation"}
CALLS = {"open", "print", "input", "exec", "eval", "__import__"}
CLOCKS = {"now", "utcnow", "today"}


def imported(source):
    """The top-level names that a source imports."""
    nodes = list(ast.walk(ast.parse(source)))
    plain = {name.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return plain | {(node.module or ".").split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}


def impure(source):
    """Calls by which a function would touch the world without importing anything that is forbidden."""
    called = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    names = {one.id for one in called if isinstance(one, ast.Name)} & CALLS
    return names | ({one.attr for one in called if isinstance(one, ast.Attribute)} & CLOCKS)


def test_the_rules_import_the_standard_library_only():
    files = tree.files("facilitation/*.py")
    assert files
    assert {str(path): foreign for path in files if (foreign := imported(tree.text(path)) - ALLOWED)} == {}


def test_the_rules_ask_no_clock_and_touch_no_file():
    assert {str(path): found for path in tree.files("facilitation/*.py") if (found := impure(tree.text(path)))} == {}


@pytest.mark.parametrize("source", ["import orjson", "from marshmallow import fields", "from . import cards"])
def test_a_foreign_import_would_be_found(source):
    assert imported(source) - ALLOWED


@pytest.mark.parametrize("source", ["open('x')", "datetime.now()", "date.today()", "print(1)"])
def test_an_impure_call_would_be_found(source):
    assert impure(source)


def test_importing_the_transport_patches_nothing():
    """Only the command line patches: a patched test run could not drive a browser."""
    look = "import server.transport, eventlet.patcher as p; print(p.is_monkey_patched('socket'))"
    quiet = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", look]
    done = subprocess.run(quiet, cwd=tree.ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "False", done.stderr
