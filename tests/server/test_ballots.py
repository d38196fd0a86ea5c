import base64

import pytest

from server.ballots import is_signed, message, new_keys, sign

PUBLIC, PRIVATE = new_keys()
WHAT = message("a" * 64, "b" * 32, "c" * 32)


def test_the_same_request_gets_the_same_signature():
    assert sign(PRIVATE, WHAT) == sign(PRIVATE, WHAT)


def test_a_signature_holds_for_its_ballot_and_for_no_other():
    sig = sign(PRIVATE, WHAT)
    assert is_signed(PUBLIC, WHAT, sig)
    assert not is_signed(PUBLIC, message("a" * 64, "b" * 32, "d" * 32), sig)
    assert not is_signed(PUBLIC, message("a" * 64, "e" * 32, "c" * 32), sig)
    assert not is_signed(PUBLIC, message("f" * 64, "b" * 32, "c" * 32), sig)


def test_a_signature_of_another_ballots_key_does_not_hold():
    _, other = new_keys()
    assert not is_signed(PUBLIC, WHAT, sign(other, WHAT))


@pytest.mark.parametrize("sig", ["", "A", "AAAA", "not base64!", "é", "A" * 600])
def test_what_is_no_signature_does_not_hold(sig):
    assert not is_signed(PUBLIC, WHAT, sig)


def test_keys_are_rsa_2048_and_a_signature_is_url_safe():
    sig = sign(PRIVATE, WHAT)
    assert set(sig) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert len(base64.urlsafe_b64decode(sig + "==")) == 2048 // 8
