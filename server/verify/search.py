"""Looking for words in bytes, in whatever form they may have been written there."""

import base64
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from mmap import mmap
from typing import TypeAlias

Bytes: TypeAlias = bytes | bytearray | mmap
PIECE = 12
"""A packed file may cut a word once; so long a half of it is still no chance hit (it is random)."""
DEEP = 3


def base64_forms(word: bytes) -> Iterator[bytes]:
    """How a word looks inside longer text in base64: one form for each of the three places where it may begin."""
    for before in range(3):
        coded = base64.b64encode(bytes(before) + word)
        start = (8 * before + 5) // 6
        yield coded[start : (8 * (before + len(word))) // 6]


def forms(word: str) -> tuple[bytes, ...]:
    """The forms in which a random word of letters and digits is looked for: no quoting changes it."""
    plain = word.encode()
    halves = (plain[: len(plain) // 2], plain[len(plain) // 2 :]) if len(plain) >= 2 * PIECE else (plain,)
    raw = (bytes.fromhex(word),) if len(word) >= 2 * PIECE and _is_hex(word) else ()
    wide = (word.encode("utf-16-le"), plain.hex().encode(), plain[::-1])
    return (*halves, *raw, *wide, *base64_forms(plain))


def _is_hex(word: str) -> bool:
    return len(word) % 2 == 0 and all(letter in "0123456789abcdef" for letter in word)


def unpacked(data: Bytes, deep: int = DEEP) -> Iterator[Bytes]:
    """The bytes as they are, and what is packed in them (a Word file is a ZIP)."""
    yield data
    if deep == 0:
        return
    try:
        if data[:2] == b"\x1f\x8b":
            yield from unpacked(gzip.decompress(data), deep - 1)
        elif data[:4] == b"PK\x03\x04":
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                for name in packed.namelist():
                    yield name.encode()
                    yield from unpacked(packed.read(name), deep - 1)
    except (OSError, EOFError, ValueError, zipfile.BadZipFile, zlib.error):
        return


def found(data: Bytes, words: Iterable[str]) -> set[str]:
    """Which of these words are in the bytes, in any form."""
    layers = list(unpacked(data))
    return {word for word in words if any(layer.find(form) >= 0 for layer in layers for form in forms(word))}
