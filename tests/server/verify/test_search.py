"""Words in bytes."""

import base64
import gzip
import io
import zipfile

import pytest

from server.verify.search import found

WORD, OTHER = "0123456789abcdef01234567", "a7" * 12


def zipped(data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("document.xml", data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        f"before {WORD} after".encode(),
        *(base64.b64encode(bytes(before) + WORD.encode() + b" and more") for before in range(4)),
        f"wide {WORD}".encode("utf-16-le"),
        WORD.encode().hex().encode(),
        bytes.fromhex(WORD),
        WORD[::-1].encode(),
        WORD[:12].encode() + b"\x1f" + WORD[12:].encode(),
        gzip.compress(WORD.encode()),
        zipped(WORD),
        gzip.compress(zipped(WORD)),
    ],
)
def test_a_word_is_found_in_every_form_and_only_that_one(data):
    assert found(data, [WORD, OTHER]) == {WORD}


def test_what_is_damaged_is_looked_through_as_it_is():
    assert found(b"\x1f\x8b" + WORD.encode(), [WORD]) == {WORD}
    assert found(b"PK\x03\x04" + OTHER.encode(), [WORD]) == set()
