"""A sealed file: nobody reads it, changes it or cuts it short without the secret that it was sealed with.

    "folkmoot sealed 1" and a new line | salt, 16 bytes | pieces

The key is made from the secret by scrypt. Each piece is sealed by AES-256-GCM under its number and
whether it is the last (the STREAM construction: Hoang, Reyhanitabar, Rogaway and Vizár 2015), bound
to the salt, so that pieces cannot be left out, put in another order or taken from another file.
"""

import secrets
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MARK = b"folkmoot sealed "
VERSION = b"1\n"
SALT_BYTES, TAG_BYTES = 16, 16
PIECE_BYTES = 1_048_576
HARD, BLOCK, BESIDE = 2**17, 8, 1
"""What guessing costs: 128 MiB and half a second each (OWASP's first choice for scrypt)."""


class CannotUnseal(Exception):  # noqa: N818 - reads as what happened
    """Its text is a sentence for the operator."""


def _cipher(secret: bytes, salt: bytes) -> AESGCM:
    return AESGCM(Scrypt(salt=salt, length=32, n=HARD, r=BLOCK, p=BESIDE).derive(secret))


def _nonce(number: int, *, last: bool) -> bytes:
    """The key serves one file only, so the number alone makes it unique."""
    return number.to_bytes(11, "big") + bytes([last])


def _pieces(content: bytes) -> Iterator[tuple[int, bytes, bool]]:
    count = max(1, -(-len(content) // PIECE_BYTES))
    for number in range(count):
        yield number, content[number * PIECE_BYTES : (number + 1) * PIECE_BYTES], number == count - 1


def seal(content: bytes, secret: bytes, out: BinaryIO) -> None:
    """Write `content` to `out`, sealed with `secret` (any bytes; a passphrase, say)."""
    salt = secrets.token_bytes(SALT_BYTES)
    cipher = _cipher(secret, salt)
    out.write(MARK + VERSION + salt)
    out.writelines(cipher.encrypt(_nonce(number, last=last), piece, salt) for number, piece, last in _pieces(content))


def unseal(sealed: BinaryIO, secret: bytes) -> bytes:
    """What was sealed. Raises: `CannotUnseal`."""
    mark, version, salt = sealed.read(len(MARK)), sealed.read(len(VERSION)), sealed.read(SALT_BYTES)
    if mark != MARK:
        raise CannotUnseal("This file is no backup of Folkmoot.")
    if version != VERSION:
        raise CannotUnseal("This backup was written by a newer Folkmoot. Restore it with that version.")
    cipher, last = _cipher(secret, salt), False
    pieces: list[bytes] = []
    piece = sealed.read(PIECE_BYTES + TAG_BYTES)
    while not last:
        following = sealed.read(PIECE_BYTES + TAG_BYTES)
        last = not following
        try:
            pieces.append(cipher.decrypt(_nonce(len(pieces), last=last), piece, salt))
        except (InvalidTag, ValueError):
            raise CannotUnseal(_why(len(pieces))) from None
        piece = following
    return b"".join(pieces)


def _why(good: int) -> str:
    if good:
        return "This backup is damaged or was cut short. Nothing was restored; take another copy of it."
    return "The passphrase or key is not the one that this backup was made with, or the backup is damaged."
