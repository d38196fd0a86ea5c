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


# Named, because a test's name must not hold the time that gzip and zip write down.
FORMS = {
    "as it is": f"before {WORD} after".encode(),
    **{
        f"base64 from byte {before}": base64.b64encode(bytes(before) + WORD.encode() + b" and more")
        for before in range(4)
    },
    "wide": f"wide {WORD}".encode("utf-16-le"),
    "hex": WORD.encode().hex().encode(),
    "from hex": bytes.fromhex(WORD),
    "backwards": WORD[::-1].encode(),
    "parted by one byte": WORD[:12].encode() + b"\x1f" + WORD[12:].encode(),
    "gzip": gzip.compress(WORD.encode()),
    "zip": zipped(WORD),
    "zip in gzip": gzip.compress(zipped(WORD)),
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS)
def test_a_word_is_found_in_every_form_and_only_that_one(data):
    assert found(data, [WORD, OTHER]) == {WORD}


def test_what_is_damaged_is_looked_through_as_it_is():
    assert found(b"\x1f\x8b" + WORD.encode(), [WORD]) == {WORD}
    assert found(b"PK\x03\x04" + OTHER.encode(), [WORD]) == set()
