"""Blind signatures, against RFC 9474, appendix A, and against what a bad client or a bad memory does."""

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding

from server import blind as module
from server.blind import BadRequestError, SigningError, fits, is_signed, new_keys, read_key, sign
from server.demo.blinding import blind
from tests.server.rfc9474 import VECTORS

PUBLIC, PRIVATE = new_keys()
KEY = read_key(PRIVATE)
LAST = KEY.n - 1


@pytest.mark.parametrize("vector", VECTORS.values(), ids=list(VECTORS))
def test_the_server_signs_as_the_rfc_does(vector):
    key = read_key(vector.private_pem)
    assert sign(key, vector.bytes("blinded_msg")) == vector.bytes("blind_sig")
    assert sign(key, vector.bytes("blinded_msg")) == vector.bytes("blind_sig"), "always the same"
    assert is_signed(vector.public_pem, vector.bytes("input_msg"), vector.bytes("sig"))
    assert not is_signed(vector.public_pem, vector.bytes("msg") + b"?", vector.bytes("sig"))


@pytest.mark.parametrize("power", [pow, module.power], ids=["Python's own numbers", "gmpy2's"])
def test_whatever_the_numbers_are_reckoned_with_the_signature_is_the_same(monkeypatch, power):
    vector = VECTORS["RSABSSA-SHA384-PSS-Randomized"]
    monkeypatch.setattr(module, "power", power)
    assert sign(read_key(vector.private_pem), vector.bytes("blinded_msg")) == vector.bytes("blind_sig")


def test_the_message_is_prepared_with_a_prefix_only_where_the_rfc_says_so():
    randomized, plain = VECTORS["RSABSSA-SHA384-PSS-Randomized"], VECTORS["RSABSSA-SHA384-PSS-Deterministic"]
    assert randomized.bytes("input_msg") == randomized.bytes("msg_prefix") + randomized.bytes("msg")
    assert plain.bytes("input_msg") == plain.bytes("msg")
    assert not is_signed(randomized.public_pem, randomized.bytes("msg"), randomized.bytes("sig"))


@pytest.mark.parametrize(
    "number",
    [0, 1, LAST, KEY.n, KEY.n + 1, 2 ** (8 * KEY.length) - 1],
    ids=["0", "1", "n - 1", "n", "n + 1", "all bits"],  # the key is another one each time
)
def test_numbers_that_would_be_their_own_signature_or_are_none_are_not_signed(number):
    blinded = number.to_bytes(KEY.length)
    assert not fits(PUBLIC, blinded)
    with pytest.raises(BadRequestError):
        sign(KEY, blinded)


@pytest.mark.parametrize("length", [0, 1, KEY.length - 1, KEY.length + 1, 2 * KEY.length])
def test_what_is_not_as_long_as_the_key_is_not_signed(length):
    blinded = bytes(max(0, length - 1)) + b"\x02" * min(1, length)
    assert not fits(PUBLIC, blinded)
    with pytest.raises(BadRequestError):
        sign(KEY, blinded)


@pytest.mark.parametrize("number", [2, LAST - 1], ids=["2", "n - 2"])
def test_every_other_number_is(number):
    blinded = number.to_bytes(KEY.length)
    assert fits(PUBLIC, blinded)
    assert pow(int.from_bytes(sign(KEY, blinded)), KEY.e, KEY.n) == number


def test_a_signature_that_came_out_wrong_is_not_given_out():
    """One bad half would tell the factors of the key: their difference shares one with the modulus."""
    broken = replace(KEY, dp=KEY.dp ^ 2)
    with pytest.raises(SigningError):
        sign(broken, (5).to_bytes(KEY.length))


def test_the_private_operation_never_sees_the_number_that_was_sent(monkeypatch):
    """Its time could tell the key where a client chooses the number. The result is the same."""
    seen, power = [], type(KEY).power
    monkeypatch.setattr(type(KEY), "power", lambda key, number: seen.append(number) or power(key, number))
    assert len({sign(KEY, (5).to_bytes(KEY.length)) for _ in range(3)}) == 1
    assert len({5, *seen}) == 4


def test_what_a_device_unblinds_is_an_ordinary_rsa_pss_signature_of_2048_bits():
    blinding = blind(PUBLIC, b"dots")
    signature = blinding.finished(sign(KEY, blinding.request))
    assert len(signature) == 2048 // 8
    assert is_signed(PUBLIC, blinding.prepared, signature)
    pss = padding.PSS(padding.MGF1(hashes.SHA384()), 48)
    serialization.load_pem_public_key(PUBLIC.encode()).verify(signature, blinding.prepared, pss, hashes.SHA384())


@pytest.mark.parametrize("salt", [0, 32, 190])
def test_a_signature_with_a_salt_of_another_length_does_not_hold(salt):
    pss = padding.PSS(padding.MGF1(hashes.SHA384()), salt)
    private = serialization.load_pem_private_key(PRIVATE.encode(), None)
    assert not is_signed(PUBLIC, b"dots", private.sign(b"dots", pss, hashes.SHA384()))


def test_a_signature_of_another_key_does_not_hold():
    public, private = new_keys()
    blinding = blind(public, b"dots")
    signature = blinding.finished(sign(read_key(private), blinding.request))
    assert is_signed(public, blinding.prepared, signature)
    assert not is_signed(PUBLIC, blinding.prepared, signature)


def test_a_key_of_another_kind_is_refused():
    other = ec.generate_private_key(ec.SECP256R1())
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    with pytest.raises(TypeError):
        read_key(other.private_bytes(serialization.Encoding.PEM, *form).decode())
    public = other.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    with pytest.raises(TypeError):
        is_signed(public.decode(), b"", b"")
