"""What a bundle may look like: one of two sizes, whatever is in it."""

import base64
import re

import pytest

from server.bundle import BESIDE, LETTERS, SIZES, OfferMove
from server.wire import Problem, load, schema_of


def sealed(size):
    return base64.urlsafe_b64encode(bytes(size)).decode().rstrip("=")


def test_a_bundle_has_one_of_the_sizes_and_no_other():
    for size in SIZES:
        assert re.fullmatch(LETTERS, sealed(size + BESIDE))
        for other in (size + BESIDE + 1, size + BESIDE - 1):
            assert not re.fullmatch(LETTERS, sealed(other))


@pytest.mark.parametrize("words", ["", "a", "é" * 21883, "A" * 21882 + "\n", "A" * 21882 + "="])
def test_what_is_no_bundle_is_refused(words):
    assert isinstance(load(schema_of(OfferMove), OfferMove, {"id": "0" * 32, "sealed": words}), Problem)
