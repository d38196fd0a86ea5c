"""No tracked file binds its reader to one package index or to one machine."""

import re

import pytest

from tests.house import tree

# Written apart, or this file would find itself.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("debian", "org"),
        ("crates", "io"),
        ("golang", "org"),
        ("docker", "io"),
        ("ghcr", "io"),
        ("jsdelivr", "net"),
        ("unpkg", "com"),
    )
]
HOST = re.compile("|".join(rf"\b{re.escape(host)}\b" for host in HOSTS))
MACHINE = re.compile(r"(?<![\w.~$}])/(?:work|root|home|Users|opt)/\w")


def places(pattern, text):
    lines = enumerate(text.splitlines(), 1)
    return [f"line {number}: {line.strip()[:100]}" for number, line in lines if pattern.search(line)]


def found(pattern):
    return {str(path): spots for path in tree.files() if (spots := places(pattern, tree.words(path) or ""))}


def test_no_file_names_a_package_registry():
    assert found(HOST) == {}


def test_no_file_names_a_place_on_somebodys_machine():
    assert found(MACHINE) == {}


@pytest.mark.parametrize("host", HOSTS)
def test_an_address_would_be_found(host):
    assert places(HOST, f'"resolved": "https://registry.{host}/preact/-/preact.tgz"')


@pytest.mark.parametrize("folder", ["work", "root", "home", "Users", "opt"])
def test_a_place_on_a_machine_would_be_found(folder):
    assert places(MACHINE, f"data = '/{folder}/somebody/data'")
    assert not places(MACHINE, f"see docs/{folder}/somebody")
