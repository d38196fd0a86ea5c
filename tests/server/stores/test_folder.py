"""One server to a folder, and a sentence where a folder will not do."""

import subprocess
import sys
from subprocess import PIPE

import pytest

from server.stores.folder import Folder
from server.stores.store import CannotOpen

HOLD = """
import sys
from server.stores.folder import Folder
folder = Folder(sys.argv[1])
sys.stdout.write("held\\n")
sys.stdout.flush()
sys.stdin.read()
"""

ASK = """
import os, sys
from server.stores.folder import Folder
if os.getuid() == 0:
    os.setuid(65534)
try:
    Folder(sys.argv[1])
except Exception as error:
    sys.stdout.write(str(error))
"""


def test_a_folder_is_made_for_its_user_alone(tmp_path):
    folder = Folder(str(tmp_path / "a" / "b"))
    assert folder.path == tmp_path / "a" / "b"
    assert oct(folder.path.stat().st_mode)[-3:] == "700"
    assert {oct(file.stat().st_mode)[-3:] for file in folder.path.iterdir()} == {"600"}
    folder.close()
    folder.close()


def test_a_second_server_is_told_that_the_folder_is_in_use(tmp_path):
    folder = Folder(str(tmp_path))
    with pytest.raises(CannotOpen, match=r"Another Folkmoot server is using the folder .*Stop that one first"):
        Folder(str(tmp_path))
    folder.close()
    Folder(str(tmp_path)).close()


def test_a_killed_server_does_not_keep_the_folder(tmp_path):
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdin=PIPE, stdout=PIPE, text=True)
    try:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(CannotOpen):
            Folder(str(tmp_path))
    finally:
        holder.kill()
        holder.communicate()
    Folder(str(tmp_path)).close()


def test_a_folder_that_cannot_be_made_gives_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    for place in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(CannotOpen, match=r"The folder .*file.* cannot be written to \(.*\)\. Choose another"):
            Folder(str(place))


def test_a_folder_without_the_right_to_write_gives_a_sentence(tmp_path):
    """In a process that gives up being root first, where it was: root may write anywhere."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    said = subprocess.run([sys.executable, "-c", ASK, str(closed)], capture_output=True, text=True, check=True)
    assert said.stdout.startswith(f"The folder {closed} cannot be written to (Permission denied).")


def test_the_secret_of_a_folder_stays_the_same_and_is_private(tmp_path):
    folder = Folder(str(tmp_path))
    secret = folder.secret()
    assert (len(secret), folder.secret()) == (32, secret)
    assert (tmp_path / "folkmoot.secret").stat().st_mode & 0o777 == 0o600
    folder.close()
    again, other = Folder(str(tmp_path)), Folder(str(tmp_path / "other"))
    assert again.secret() == secret != other.secret()
    again.close()
    other.close()


def test_a_secret_that_is_cut_short_is_told_of_and_one_half_written_is_made_anew(tmp_path):
    folder = Folder(str(tmp_path))
    (tmp_path / "folkmoot.new").write_bytes(b"half")
    assert len(folder.secret()) == 32
    (tmp_path / "folkmoot.secret").write_bytes(b"short")
    with pytest.raises(CannotOpen, match="damaged"):
        folder.secret()
    folder.close()
