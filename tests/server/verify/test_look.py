"""What is looked for in the store, and when."""

from server.blind import new_keys
from server.verify.evidence import Evidence
from server.verify.look import Look, key_lines
from server.verify.search import found
from server.verify.stored import Files
from server.verify.story import Sent


def test_a_private_key_is_known_by_its_public_one():
    public, private = new_keys()
    lines = key_lines(public)
    assert found(private.encode(), lines) == set(lines)
    assert found(public.encode(), lines) == set()


def test_a_store_that_is_not_this_servers_is_noticed(tmp_path):
    evidence = Evidence("http://127.0.0.1:1")
    evidence.story.sealed.append(Sent("1" * 32, "2" * 64, "0123456789abcdef01234567"))
    (tmp_path / "content.sqlite3").write_bytes(b"something else")
    Look(evidence, "3" * 32, Files(tmp_path), "").while_sealed()
    assert "not in the store" in evidence.store.problem


def test_a_store_that_cannot_be_read_is_no_reason_to_stop(tmp_path):
    evidence = Evidence("http://127.0.0.1:1")
    Look(evidence, "3" * 32, Files(tmp_path / "nowhere"), "").while_sealed()
    assert evidence.store.problem == "What is stored could not be read (FileNotFoundError)."
