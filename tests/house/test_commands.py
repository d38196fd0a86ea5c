"""Every command that a page tells its reader to type is real: its target, its subcommand, its options."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import pages, tree

COMMAND = re.compile(r"(?:\$ )?((?:make|folkmoot|python3? -m server|python3? dev\.py)(?: .*)?)$")
OWN = re.compile(r"--[a-z][a-z-]*")


def commands():
    """Each command that a page names, once, with the page."""
    found = {}
    for page in pages.pages():
        for line in pages.shell_lines(page) + pages.spans(page):
            if command := COMMAND.match(line):
                found.setdefault(command.group(1).split("  #")[0].strip(), page)
    return found


def helped(*words):
    """Exit code and words of the server's own --help for a subcommand."""
    asked = [sys.executable, "-m", "server", *words, "--help"]
    done = subprocess.run(asked, cwd=tree.ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def unreal(command):
    """What is wrong with a command; empty when it is real. Nothing is run but --help."""
    words = shlex.split(command)
    if words[0] == "make":
        targets = re.search(r"^\.PHONY: (.*)$", tree.text(Path("Makefile")), re.MULTILINE).group(1).split()
        return ", ".join(word for word in words[1:] if "=" not in word and word not in targets)
    if "dev.py" in words:
        usage = re.search(r"^ +python3 dev\.py (.*)$", tree.text(Path("dev.py")), re.MULTILINE).group(1)
        return "" if words[2:3] and words[2] in re.findall(r"\w+", usage) else f"dev.py knows {usage}"
    after = words[1:] if words[0] == "folkmoot" else words[3:]
    code, told = helped(*[word for word in after if re.fullmatch(r"[a-z][a-z-]*", word)][:1])
    if code:
        return told.strip().splitlines()[-1]
    return ", ".join(option for option in OWN.findall(" ".join(after)) if option not in told)


def test_every_command_in_a_page_is_real():
    named = commands()
    wrong = [f"{page}: {command}: {trouble}" for command, page in named.items() if (trouble := unreal(command))]
    assert named
    assert not wrong, "\n".join(wrong)


INVENTED = ["make nonsense", "make run nonsense", "python3 dev.py nonsense", "python -m server nonsense"]


@pytest.mark.parametrize("command", [*INVENTED, "python -m server run --nonsense", "folkmoot nonsense"])
def test_an_invented_command_would_be_found(command):
    assert "nonsense" in unreal(command) or "dev.py knows" in unreal(command)


@pytest.mark.parametrize("command", ["make run", 'make test ARGS="tests/server"', "python3 dev.py check"])
def test_a_real_command_is_let_through(command):
    assert unreal(command) == ""
