"""What the server says, in every language that it speaks: `server/words/<language>.json`, by the English sentence."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import orjson

from facilitation.wording import ENGLISH, Wording

FOLDER = Path(__file__).parent / "words"


def _read(path: Path) -> Wording:
    return Wording(path.stem, MappingProxyType(orjson.loads(path.read_bytes())))


WORDINGS: Mapping[str, Wording] = MappingProxyType(
    {"en": ENGLISH} | {path.stem: _read(path) for path in sorted(FOLDER.glob("*.json"))}
)
"""Every language that the server speaks."""


def wording(language: str) -> Wording:
    """The language of this code; English for one that we do not speak."""
    return WORDINGS.get(language, ENGLISH)
