"""Zoom Apps: the app context, encrypted for us by Zoom; it proves person, meeting and role at once.

Bytes: length of the nonce (1), nonce, length of what is signed only (2, little-endian), that, length of
the text (4, signed, little-endian), text, tag (16); AES-256-GCM with the SHA-256 of the client secret.
"""

import base64
import binascii
import hashlib
import json
import struct
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server.hosts.identity import (
    EXPIRED,
    FOREIGN,
    FORGED,
    NOT_SET_UP,
    REPLAYED,
    Grade,
    HostIdentity,
    HostRole,
    Unproven,
)
from server.hosts.outside import Outside

SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "client_id": "The client id of the Zoom app.",
        "client_secret": "Its client secret.",
        "previous_secret": "The secret before, while it is being changed; or empty.",
    }
)
ISSUER = "marketplace.zoom.us"
MOST_LETTERS = 16_384
SKEW_MS = 300_000
LONGEST_MS = 2 * 86_400_000
TAG = 16
NONCES = range(8, 129)  # what AES-GCM takes, in bytes
ROLES: Mapping[str, HostRole] = MappingProxyType(
    {
        "host": HostRole.HOST,
        "co-host": HostRole.COHOST,
        "participant": HostRole.MEMBER,
        "panelist": HostRole.MEMBER,
        "attendee": HostRole.GUEST,
    }
)


def verify(proof: Mapping[str, str], outside: Outside) -> HostIdentity | Unproven:
    """Who opened us in Zoom. `proof`: `context`, as `getAppContext()` or the header gives it."""
    names = ("client_secret", "previous_secret")
    client = outside.settings.get("client_id", "")
    secrets = [outside.settings[name] for name in names if outside.settings.get(name)]
    if not client or not secrets:
        return NOT_SET_UP
    opened = _opened(proof.get("context", ""), secrets)
    if opened is None:
        return FORGED
    said, tag = opened
    if said.get("iss") != ISSUER or said.get("aud") != client:
        return FOREIGN
    ends, made = said.get("exp"), said.get("ts")
    if type(ends) is not int or type(made) is not int:
        return FORGED
    if not outside.now < ends < outside.now + LONGEST_MS or abs(outside.now - made) > SKEW_MS:
        return EXPIRED
    if not outside.first_time(f"zoom|{tag.hex()}", ends):
        return REPLAYED
    return _identity(said, client, ends)


def _identity(said: Mapping[str, Any], client: str, ends: int) -> HostIdentity:
    subject, meeting, breakout = _text(said, "uid"), _text(said, "mid"), _text(said, "bmid")
    role = ROLES.get(_text(said, "attendrole"))
    proved = Grade.MEETING if role is None else Grade.FULL
    grade = Grade.CLAIM if not subject else proved if meeting else Grade.IDENTITY
    parent = meeting if breakout else ""
    return HostIdentity(
        "zoom", client, subject, breakout or meeting, parent, role or HostRole.GUEST, grade, "", "", ends
    )


def _text(said: Mapping[str, Any], name: str) -> str:
    found = said.get(name)
    return found if isinstance(found, str) else ""


def _opened(context: str, secrets: list[str]) -> tuple[dict[str, Any], bytes] | None:
    """What a context says and its tag, or None where it was not made with one of the secrets."""
    parts = _parts(context)
    if parts is None:
        return None
    nonce, signed, sealed = parts
    for secret in secrets:
        try:
            text = AESGCM(hashlib.sha256(secret.encode()).digest()).decrypt(nonce, sealed, signed)
            said = json.loads(text)
        except (InvalidTag, ValueError, RecursionError):
            continue
        return (said, sealed[-TAG:]) if isinstance(said, dict) else None
    return None


def _parts(context: str) -> tuple[bytes, bytes, bytes] | None:
    """The nonce, what is signed only, and the text with its tag; None where the lengths do not add up."""
    if len(context) > MOST_LETTERS:
        return None
    try:
        plain = context.translate(str.maketrans("-_", "+/")).rstrip("=")
        data = base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
        at = 1 + data[0]
        (signed,) = struct.unpack_from("<H", data, at)
        (text,) = struct.unpack_from("<i", data, at + 2 + signed)
    except (binascii.Error, ValueError, IndexError, struct.error):
        return None
    start = at + 2 + signed + 4
    if data[0] not in NONCES or text <= 0 or start + text + TAG != len(data):
        return None
    return data[1:at], data[at + 2 : at + 2 + signed], data[start:]
