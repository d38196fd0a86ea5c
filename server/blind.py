"""Blind signatures: the server signs a ballot without seeing it (RFC 9474, RSABSSA-SHA384-PSS-Randomized).

A device blinds what it wants to have signed, and takes the blinding off the answer. What it holds
then is an ordinary RSA-PSS signature, and nothing ties it to what the server saw: every blinded
message fits every ballot. So neither what is stored nor what is logged can link the two.

Numbers travel big-endian, as long as the modulus. Each private operation is masked by a random
number, so that the time it takes tells nothing about the key (RFC 9474, 7.1).
"""

import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

try:
    from gmpy2 import powmod_sec
except ImportError:  # a machine that it is not built for: Python's own numbers take seven times as long

    def power(base: int, exponent: int, modulus: int) -> int:
        """`base` to the `exponent`, modulo `modulus`."""
        return pow(base, exponent, modulus)
else:

    def power(base: int, exponent: int, modulus: int) -> int:
        """`base` to the `exponent`, modulo `modulus`, in a time that does not depend on the numbers."""
        return int(powmod_sec(base, exponent, modulus))


BITS = 2048
PREFIX_BYTES = 32
SALT_BYTES = 48
_PSS = padding.PSS(mgf=padding.MGF1(hashes.SHA384()), salt_length=SALT_BYTES)


class BadRequestError(ValueError):
    """What was to be signed is no blinded message for this key."""


class SigningError(ArithmeticError):
    """A signature came out wrong (memory or processor): it would tell the key, and is not given out."""


def new_keys() -> tuple[str, str]:
    """The public and the private key of one ballot, both PEM. Takes some 100 ms."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    public_pem = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    private_pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return public_pem.decode(), private_pem.decode()


@dataclass(frozen=True, slots=True)
class Key:
    """A private key as numbers, named as in RFC 8017."""

    n: int
    e: int
    p: int
    q: int
    dp: int
    dq: int
    q_inv: int

    @property
    def length(self) -> int:
        """Of the modulus and of everything that is signed, in bytes."""
        return (self.n.bit_length() + 7) // 8

    def power(self, number: int) -> int:
        """RSASP1 by the Chinese remainder theorem: `number` to the private exponent."""
        first, second = power(number % self.p, self.dp, self.p), power(number % self.q, self.dq, self.q)
        return second + self.q * ((first - second) * self.q_inv % self.p)


def read_key(private_pem: str) -> Key:
    """The numbers of a ballot's private key. Raises: `TypeError` for another kind of key."""
    key = serialization.load_pem_private_key(private_pem.encode(), None, unsafe_skip_rsa_key_validation=True)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("a ballot's key is an RSA key")
    found = key.private_numbers()
    public = found.public_numbers
    return Key(public.n, public.e, found.p, found.q, found.dmp1, found.dmq1, found.iqmp)


def fits(public_pem: str, blinded: bytes) -> bool:
    """Whether this can be a blinded message for the key. 0, 1 and n - 1 are their own signatures."""
    numbers = _public(public_pem).public_numbers()
    return len(blinded) == (numbers.n.bit_length() + 7) // 8 and 1 < int.from_bytes(blinded) < numbers.n - 1


def sign(key: Key, blinded: bytes) -> bytes:
    """The blind signature: the same for the same request, always (RFC 9474, 4.3).

    Raises: `BadRequestError`, `SigningError`.
    """
    number = int.from_bytes(blinded)
    if len(blinded) != key.length or not 1 < number < key.n - 1:
        raise BadRequestError
    mask = secrets.randbelow(key.n - 2) + 2
    masked = key.power(number * pow(mask, key.e, key.n) % key.n)
    signed = masked * pow(mask, -1, key.n) % key.n
    if pow(signed, key.e, key.n) != number:
        raise SigningError
    return signed.to_bytes(key.length)


def is_signed(public_pem: str, prepared: bytes, signature: bytes) -> bool:
    """Whether this key signed the prepared message: prefix, then message (RFC 9474, 4.1 and 4.5)."""
    try:
        _public(public_pem).verify(signature, prepared, _PSS, hashes.SHA384())
    except InvalidSignature:
        return False
    return True


def _public(public_pem: str) -> rsa.RSAPublicKey:
    key = serialization.load_pem_public_key(public_pem.encode())
    if not isinstance(key, rsa.RSAPublicKey):
        raise TypeError("a ballot's key is an RSA key")
    return key
