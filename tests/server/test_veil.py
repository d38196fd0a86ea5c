"""A veil over what a device asks, so that its size tells nothing."""

from base64 import b64encode

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.veil import unveiled

ASKED = {"command": "AddCard", "fields": {"text": "Zoë’s “bench” 🌊\n"}}


def veiled(plain, size=512):
    """As client/src/veil.ts makes it."""
    plain = plain.ljust(size)
    noise = bytes((7 * n + 1) % 256 for n in range(size))
    return b64encode(noise + bytes(a ^ b for a, b in zip(noise, plain, strict=True))).decode()


@pytest.mark.parametrize("size", [512, 1536, 6656])
def test_what_is_under_a_veil_is_what_was_asked(size):
    assert unveiled(veiled(orjson.dumps(ASKED), size)) == ASKED


def test_what_has_no_veil_stays_as_it_is():
    assert unveiled(ASKED) is ASKED
    assert unveiled(None) is None


@given(st.one_of(st.text(), st.binary().map(lambda data: b64encode(data).decode())))
def test_whatever_is_no_veil_is_nothing(said):
    assert unveiled(said) is None or isinstance(unveiled(said), dict | list | str | int | float | bool)
