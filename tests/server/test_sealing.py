"""A sealed file opens with its secret only, and only whole."""

import io

import pytest

from server import sealing
from server.sealing import CannotUnseal, seal, unseal

SECRET = b"correct horse battery staple"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """Guessing may be cheap here; and pieces are small, so that there are several."""
    monkeypatch.setattr(sealing, "HARD", 2)
    monkeypatch.setattr(sealing, "PIECE_BYTES", 10)


def sealed(content):
    out = io.BytesIO()
    seal(content, SECRET, out)
    return out.getvalue()


@pytest.mark.parametrize("content", [b"", b"A worry", b"0123456789", b"A worry that nobody else may read" * 9])
def test_what_was_sealed_comes_out_and_stands_in_no_byte_of_the_file(content):
    found = sealed(content)
    assert unseal(io.BytesIO(found), SECRET) == content
    assert not content or content[:7] not in found
    assert sealed(content) != found, "twice the same is not seen to be the same"


def test_another_secret_is_told_from_a_file_of_another_kind():
    with pytest.raises(CannotUnseal, match="not the one that this backup was made with"):
        unseal(io.BytesIO(sealed(b"A worry")), b"wrong")
    for other in (b"", b"PK\x03\x04", b"SQLite format 3\0" * 20):
        with pytest.raises(CannotUnseal, match="is no backup of Folkmoot"):
            unseal(io.BytesIO(other), SECRET)
    with pytest.raises(CannotUnseal, match="written by a newer Folkmoot"):
        unseal(io.BytesIO(sealed(b"A worry").replace(b"sealed 1", b"sealed 2")), SECRET)


def test_whatever_is_changed_or_cut_is_noticed():
    whole = sealed(b"0123456789" * 4)
    for at in range(len(sealing.MARK) + 2, len(whole)):
        changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        for broken in (changed, whole[:at]):
            with pytest.raises(CannotUnseal):
                unseal(io.BytesIO(broken), SECRET)


def test_pieces_cannot_be_left_out_swapped_or_added():
    start = len(sealing.MARK) + 2 + sealing.SALT_BYTES
    whole = sealed(b"0123456789" * 4)
    head, pieces = whole[:start], [whole[start:][n : n + 26] for n in range(0, 104, 26)]
    assert unseal(io.BytesIO(head + b"".join(pieces)), SECRET) == b"0123456789" * 4
    first, second, third, last = pieces
    for wrong in ([first, second, third], [second, first, third, last], [first, third, last], [*pieces, last]):
        with pytest.raises(CannotUnseal):
            unseal(io.BytesIO(head + b"".join(wrong)), SECRET)
