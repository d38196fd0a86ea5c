"""The requirement files: written by `make lock`, and found stale by test_locks.py.

They carry a hash for each file and no address, so that they work with any index, by pip and by uv.
"""

import hashlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
OPTIONS = "-q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url"
SOURCES = {
    "run": "pyproject.toml",
    "test": "pyproject.toml --group test -c requirements-run.txt",
    "matrix": "--group matrix",
    "tools": "--group tools",
}


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def fingerprint(asked: dict) -> str:
    """A short hash of all that pyproject.toml asks for; each lock carries the one it was made from."""
    words = repr((asked["project"]["dependencies"], asked["dependency-groups"]))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def header(asked: dict) -> str:
    return f"# Written by `make lock` from the dependencies in pyproject.toml, {fingerprint(asked)}"


def pins(text: str) -> dict[str, str]:
    """Package names and their versions, as a requirements file pins them."""
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==([^ ;\\]+)", text, re.MULTILINE))


def write(*more: str) -> None:
    """Lock everything anew; `make lock ARGS=--upgrade` also moves to newer versions."""
    for name, words in SOURCES.items():
        file = ROOT / f"requirements-{name}.txt"
        uv = [Path(sys.executable).with_name("uv"), "pip", "compile", *OPTIONS.split(), *words.split(), *more]
        subprocess.run([*uv, "-o", file.name], cwd=ROOT, check=True)
        file.write_text(f"{header(project())}\n{file.read_text()}")


if __name__ == "__main__":
    write(*sys.argv[1:])
