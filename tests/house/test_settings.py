"""Every setting is explained in server/README.md with its default, and no page names one that is not there."""

import re
from pathlib import Path

from server.hosts import HOSTS
from server.settings import PREFIX, SETTINGS, host_variable
from tests.house import pages, tree

HOME, OF_HOSTS = Path("server/README.md"), Path("server/hosts/README.md")
PROGRAMS = {host_variable(host, name): told for host, one in HOSTS.items() for name, told in one.settings.items()}
ROW = re.compile(rf"^\| *`{PREFIX}([A-Z_]+)` *\| *(.*?) *\| *(.*?) *\|", re.MULTILINE)
NAMED = re.compile(rf"{PREFIX}([A-Z][A-Z_]*[A-Z])")


def explained():
    """The table of settings in the page: name, default as it is written there, and what it is for."""
    return {name: (default.strip("`"), told) for name, default, told in ROW.findall(tree.text(HOME))}


def test_every_setting_is_explained_with_its_default():
    told = explained()
    missing = [name for name in SETTINGS if name not in told]
    assert not missing, f"no row | `{PREFIX}NAME` | `default` | what it is for | for {missing}"
    assert {name: told[name][0] for name in SETTINGS} == {
        name: str(setting.default) if setting.default != "" else "empty" for name, setting in SETTINGS.items()
    }
    assert [name for name in SETTINGS if len(told[name][1]) < len("Its port.")] == []


def test_no_page_names_a_setting_that_is_not_there():
    found = {(str(page), name) for page in pages.pages() for name in NAMED.findall(tree.text(page))}
    assert found
    known = {*SETTINGS, "NAME", *(name.removeprefix(PREFIX) for name in PROGRAMS)}
    assert sorted((page, name) for page, name in found if name not in known) == []


def test_every_setting_of_a_meeting_program_is_explained():
    page = tree.text(OF_HOSTS)
    assert [name for name, told in PROGRAMS.items() if f"| `{name}` | {told} |" not in page] == []
