"""The lock files are fresh, complete and of one mind."""

import json

import pytest
from packaging.requirements import Requirement

from tests.house import locks, tree

ASKED = locks.project()
GROUPS = {
    "run": ASKED["project"]["dependencies"],
    "test": ASKED["project"]["dependencies"] + ASKED["dependency-groups"]["test"],
    "matrix": ASKED["dependency-groups"]["matrix"],
    "tools": ASKED["dependency-groups"]["tools"],
}
NPM = ["client", "tests/journeys", "tests/load/peers", "tests/load/peers/excalidraw"]


def requirements(name):
    return tree.text(f"requirements-{name}.txt")


@pytest.mark.parametrize("name", GROUPS)
def test_is_locked_from_what_pyproject_asks_now(name):
    first = requirements(name).splitlines()[0]
    assert first == locks.header(ASKED), "stale: run `make lock`"


@pytest.mark.parametrize("name", GROUPS)
def test_pins_all_that_is_asked_for(name):
    pins = locks.pins(requirements(name))
    asked = [Requirement(line) for line in GROUPS[name]]
    assert asked
    assert [str(one) for one in asked if not one.specifier.contains(pins.get(one.name.lower(), "0"))] == []


@pytest.mark.parametrize("name", GROUPS)
def test_every_pin_has_a_hash(name):
    blocks = requirements(name).replace("\\\n", " ").splitlines()
    assert [line[:60] for line in blocks if "==" in line and "--hash=sha256:" not in line] == []


def test_tests_use_the_versions_that_run():
    run, test = (locks.pins(requirements(name)).items() for name in ("run", "test"))
    assert run <= test


def packages(folder):
    return json.loads(tree.text(f"{folder}/package-lock.json"))["packages"]


@pytest.mark.parametrize("folder", NPM)
def test_npm_lock_is_of_its_package_file(folder):
    asked = json.loads(tree.text(f"{folder}/package.json"))
    root = packages(folder)[""]
    for kind in ("dependencies", "devDependencies"):
        versions = asked.get(kind, {})
        assert root.get(kind, {}) == versions
        assert [name for name, version in versions.items() if not version[0].isdigit()] == [], "pin it exactly"


@pytest.mark.parametrize("folder", NPM)
def test_npm_lock_has_a_hash_for_each_package_and_no_address(folder):
    locked = {name: package for name, package in packages(folder).items() if name}
    assert locked
    assert [name for name, package in locked.items() if "integrity" not in package or "resolved" in package] == []


@pytest.mark.parametrize("folder", NPM)
def test_npm_lock_serves_every_platform(folder):
    """A binding that was missing on the day of locking would break `npm ci` elsewhere."""
    locked = packages(folder)
    bindings = [name for package in locked.values() for name in package.get("optionalDependencies", {})]
    assert bindings or folder != "client"
    assert [name for name in bindings if f"node_modules/{name}" not in locked] == []
