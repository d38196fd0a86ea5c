"""The whole workshop as JSON, as everybody may see it: open, with a version, and readable back.

format, version, date, collected     what this file is, when it was made, how its content was collected
entries {KEY: {KIND: fields}}        everything on the board, by key
pictures {FILE: picture}             those that an item in `entries` names by its `file`:
    shows                            what it shows, in its writer's words; empty where nobody said
    type, size, data                 media type, bytes, and the bytes in base64
    missing                          true in place of these three, where the server has it no more
"""

import base64
import binascii
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import orjson

from facilitation.canvas_entries import ItemEntry
from facilitation.entries import ENTRIES, Entry
from facilitation.honesty import COLLECTED
from server.codec import BadRecord, Codec
from server.pictures import media_type

FORMAT = "folkmoot-record"
VERSION = 1
"""Rises when the shape of an entry changes, so that readers know what they have."""

_ENTRIES: Codec[Entry] = Codec(ENTRIES)


def record(entries: Mapping[str, Entry], date: str, pictures: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The entries of a RECORD view. `date`: ISO date on which this was made. `pictures`: those at hand, by name."""
    found = {key: orjson.Fragment(_ENTRIES.encode(entry)) for key, entry in sorted(entries.items())}
    document = {"format": FORMAT, "version": VERSION, "date": date, "collected": COLLECTED, "entries": found}
    if shown := _pictures(entries, pictures):
        document["pictures"] = shown
    return orjson.dumps(orjson.loads(orjson.dumps(document)), option=orjson.OPT_INDENT_2)


def _pictures(entries: Mapping[str, Entry], pictures: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    items = [one for _, one in sorted(entries.items()) if isinstance(one, ItemEntry) and one.file]
    return {item.file: {"shows": item.text, **_bytes(pictures.get(item.file))} for item in items}


def _bytes(body: bytes | None) -> dict[str, Any]:
    if body is None:
        return {"missing": True}
    return {"type": media_type(body), "size": len(body), "data": base64.b64encode(body).decode()}


def read_record(data: bytes) -> dict[str, Entry]:
    """The entries of such a file.

    Raises: `BadRecord` for anything but such a file in this version.
    """
    return {key: _ENTRIES.decode(orjson.dumps(entry)) for key, entry in _document(data)["entries"].items()}


def read_pictures(data: bytes) -> dict[str, bytes]:
    """The pictures that such a file holds, by name; none that was missing when it was made.

    Raises: `BadRecord` as `read_record`, and for bytes that are not as many as it says.
    """
    told = _document(data).get("pictures", {})
    if not isinstance(told, dict) or not all(isinstance(one, dict) for one in told.values()):
        raise BadRecord("its pictures cannot be read")
    return {name: _body(one) for name, one in told.items() if not one.get("missing")}


def _body(told: Mapping[str, Any]) -> bytes:
    try:
        body = base64.b64decode(told["data"], validate=True)
    except (KeyError, TypeError, binascii.Error):
        raise BadRecord("its pictures cannot be read") from None
    if len(body) != told.get("size"):
        raise BadRecord("its pictures cannot be read")
    return body


def _document(data: bytes) -> dict[str, Any]:
    try:
        document = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise BadRecord("this file is not JSON") from None
    known = isinstance(document, dict) and document.get("format") == FORMAT
    if not known or not isinstance(document.get("entries"), dict):
        raise BadRecord("this file is no record of a workshop")
    if document.get("version") != VERSION:
        raise BadRecord("this record was written by another version")
    return dict(document)
