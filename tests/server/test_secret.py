import hashlib
import re

import pytest

from server.secret import CROCKFORD, Drawn, hash_of, heard, new_code, new_id, new_key, same, spelled


def test_ids_and_keys_are_random_and_of_their_length():
    assert re.fullmatch(r"[0-9a-f]{32}", new_id())
    assert re.fullmatch(r"[0-9a-f]{64}", new_key())
    assert len({new_id() for _ in range(100)}) == 100


def test_ids_are_drawn_only_when_one_is_looked_at_and_then_stay_the_same():
    numbers = map(str, range(9))
    ids = Drawn(4, lambda: next(numbers))
    assert len(ids) == 4
    assert next(numbers) == "0"
    assert (ids[2], tuple(ids), ids[2]) == ("3", ("1", "2", "3", "4"), "3")


@pytest.mark.parametrize("typed", ["abcd-1o1i", "ABCD 10 1l", " abcd-1OLI ", "ABCD1011", "a b c d 1 0 1 1"])
def test_a_code_is_understood_however_it_is_typed(typed):
    assert heard(typed) == "ABCD1011"


def test_codes_use_letters_that_cannot_be_mistaken():
    code = new_code(16)
    assert set(code) <= set(CROCKFORD)
    assert heard(spelled(code)) == code
    assert spelled("ABCDEFGH") == "ABCD-EFGH"
    assert not set("ILOU") & set(CROCKFORD)


def test_only_the_hash_of_a_secret_is_kept():
    assert hash_of("key") == hashlib.sha256(b"key").hexdigest()
    assert same(hash_of("key"), hash_of("key"))
    assert not same(hash_of("key"), hash_of("kex"))
