"""`python -m server manifests`: a folder for each program, and sentences where something is wrong."""

import subprocess
import sys
from pathlib import Path

from server.hosts import HOSTS
from server.manifests.writing import HOW, MANIFESTS

ROOT = Path(__file__).parents[3]


def run(*words):
    command = [sys.executable, "-m", "server", "manifests", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_every_program_that_we_check_proofs_of_has_its_files():
    assert set(MANIFESTS) == set(HOW) == set(HOSTS)


def test_each_program_gets_a_folder_with_its_files_and_what_to_do_with_them(tmp_path):
    done = run("--public-url", "https://board.example.org", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(MANIFESTS)
    for host in MANIFESTS:
        told = (tmp_path / host / "READ-ME.txt").read_text()
        assert HOW[host] in told
        assert all(f"FOLKMOOT_{host.upper()}_{name.upper()}" in told for name in HOSTS[host].settings)


def test_one_program_alone_can_be_asked_for(tmp_path):
    assert run("--public-url", "https://b.example.org", "--host", "zoom", "--out", str(tmp_path)).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["zoom"]


def test_what_is_wrong_is_said_and_nothing_is_written(tmp_path):
    out = tmp_path / "out"
    for words, said in (
        (("--public-url", "http://b.example.org"), "must be an address such as"),
        (("--public-url", "https://b.example.org", "--host", "skype"), "skype is none of the programs"),
    ):
        done = run(*words, "--out", str(out))
        assert done.returncode == 1
        assert said in done.stderr
    assert not out.exists()
