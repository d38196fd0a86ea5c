"""What a device does for a blind signature (RFC 9474, 4.1, 4.2 and 4.4), in Python: for simulated people and tests."""

import hashlib
import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from server.blind import PREFIX_BYTES, SALT_BYTES, is_signed

HASH_BYTES = 48


def _mask(seed: bytes, length: int) -> bytes:
    """MGF1 with SHA-384 (RFC 8017, B.2.1)."""
    blocks = (hashlib.sha384(seed + count.to_bytes(4)).digest() for count in range(length // HASH_BYTES + 1))
    return b"".join(blocks)[:length]


def encoded(message: bytes, bits: int, salt: bytes) -> bytes:
    """EMSA-PSS-ENCODE with SHA-384 (RFC 8017, 9.1.1). `bits`: one fewer than the modulus has."""
    length = (bits + 7) // 8
    hashed = hashlib.sha384(bytes(8) + hashlib.sha384(message).digest() + salt).digest()
    block = bytes(length - len(salt) - HASH_BYTES - 2) + b"\x01" + salt
    masked = bytearray(one ^ other for one, other in zip(block, _mask(hashed, len(block)), strict=True))
    masked[0] &= 0xFF >> (8 * length - bits)
    return bytes(masked) + hashed + b"\xbc"


@dataclass(frozen=True, slots=True)
class Blinding:
    """What a device keeps until the answer is there. `request` is all that the server sees of it."""

    public_pem: str
    prepared: bytes
    request: bytes
    inverse: int

    def finished(self, answer: bytes) -> bytes:
        """The signature. Raises: `ValueError` when the answer is none."""
        numbers = _numbers(self.public_pem)
        length = len(self.request)
        signature = (int.from_bytes(answer) * self.inverse % numbers.n).to_bytes(length)
        if len(answer) != length or not is_signed(self.public_pem, self.prepared, signature):
            raise ValueError("this is no signature")
        return signature


def blind(public_pem: str, message: bytes, *, prefix: bytes = b"", salt: bytes = b"", mask: int = 0) -> Blinding:
    """Prepare and blind a message. The last three are random; they are given to compare with what others got."""
    numbers = _numbers(public_pem)
    prepared = (prefix or secrets.token_bytes(PREFIX_BYTES)) + message
    number = int.from_bytes(encoded(prepared, numbers.n.bit_length() - 1, salt or secrets.token_bytes(SALT_BYTES)))
    mask = mask or secrets.randbelow(numbers.n - 2) + 2
    request = number * pow(mask, numbers.e, numbers.n) % numbers.n
    length = (numbers.n.bit_length() + 7) // 8
    return Blinding(public_pem, prepared, request.to_bytes(length), pow(mask, -1, numbers.n))


def _numbers(public_pem: str) -> rsa.RSAPublicNumbers:
    key = serialization.load_pem_public_key(public_pem.encode())
    if not isinstance(key, rsa.RSAPublicKey):
        raise TypeError("a ballot's key is an RSA key")
    return key.public_numbers()
