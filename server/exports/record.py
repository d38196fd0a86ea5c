"""The whole workshop as JSON, as everybody may see it: open, with a version, and readable back."""

from collections.abc import Mapping

import orjson

from facilitation.entries import ENTRIES, Entry
from facilitation.honesty import COLLECTED
from server.codec import BadRecord, Codec

FORMAT = "folkmoot-record"
VERSION = 1
"""Rises when the shape of an entry changes, so that readers know what they have."""

_ENTRIES: Codec[Entry] = Codec(ENTRIES)


def record(entries: Mapping[str, Entry], date: str) -> bytes:
    """The entries of a RECORD view. `date`: ISO date on which this was made."""
    found = {key: orjson.Fragment(_ENTRIES.encode(entry)) for key, entry in sorted(entries.items())}
    document = {"format": FORMAT, "version": VERSION, "date": date, "collected": COLLECTED, "entries": found}
    return orjson.dumps(orjson.loads(orjson.dumps(document)), option=orjson.OPT_INDENT_2)


def read_record(data: bytes) -> dict[str, Entry]:
    """The entries of such a file.

    Raises: `BadRecord` for anything but such a file in this version.
    """
    try:
        document = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise BadRecord("this file is not JSON") from None
    known = isinstance(document, dict) and document.get("format") == FORMAT
    if not known or not isinstance(document.get("entries"), dict):
        raise BadRecord("this file is no record of a workshop")
    if document.get("version") != VERSION:
        raise BadRecord("this record was written by another version")
    return {key: _ENTRIES.decode(orjson.dumps(entry)) for key, entry in document["entries"].items()}
